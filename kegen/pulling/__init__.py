"""What somebody edited in Word in a draft, taken into the profile that it was drafted from."""
