"""Pages with places on paper into printed tables and lines of text."""
