"""Rules that hold a document against facts from outside it: a profile, the plan above."""
