"""Profiles drafted whole: read, resolved, rendered, saved, checked; one, or many side by side."""
