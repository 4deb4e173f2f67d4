"""Files into pages of positioned words and ruling lines; one reader a format."""
