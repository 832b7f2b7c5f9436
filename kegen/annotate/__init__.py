"""A copy of a Word file with remarks as comments in its margin, and nothing else in it changed."""
