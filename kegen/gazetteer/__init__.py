"""Every unit of commune level since 01/7/2025: its name, its province, and what kind it is on a date."""
