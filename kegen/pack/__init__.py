"""What a directive orders, as data: read from `templates/<directive>/`, checked like a profile."""
