"""The pages of one of kegen's own drafts: lines and page breaks decided here, as LibreOffice makes them, and HTML."""
