"""A text PDF, read into the Document that a .docx of the same paper would give."""
