"""The form: a Plan rendered by a Word template into a .docx."""
