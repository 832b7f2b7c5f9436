"""Check a Word document: rules that look at one thing each, and a judge that says what of them was looked at."""
