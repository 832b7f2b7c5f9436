"""What an officer writes about one unit, and where each of its words stands."""
