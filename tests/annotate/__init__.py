"""Remarks as comments: where they stand, and that nothing else in the file changes."""
