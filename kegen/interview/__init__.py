"""Questions to a person at the keyboard, one at a time, or to the options of a command line."""
