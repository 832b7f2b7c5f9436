"""What changed between two plans, whether made from a profile, saved, or read from a Word file."""
