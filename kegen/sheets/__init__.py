"""Tables and days that other programs open: Excel, a text sheet (.csv), a calendar (.ics)."""
