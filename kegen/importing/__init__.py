"""A plan that was received, read into a Plan: what it says, where each value was read, what a person must confirm."""
