"""What to paste into a profile."""
