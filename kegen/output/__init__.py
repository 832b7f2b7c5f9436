"""Drafts on the disk: written whole or not at all, and never over a person's own edits."""
