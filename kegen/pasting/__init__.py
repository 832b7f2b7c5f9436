"""What differs between two plans, as keys to paste into the profile of the old one."""
