"""The form: a Plan rendered by a template and read back."""
