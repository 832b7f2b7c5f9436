"""What a check came to: as text for people, as JSON and SARIF for programs, as remarks in the file itself."""
