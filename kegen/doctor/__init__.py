"""What kegen needs of the machine it runs on, looked at one thing after another, each with what to do."""
