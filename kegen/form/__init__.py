"""The form of a profile: what it shows, what an edit of a person changes, and how it is saved without losing a word."""
