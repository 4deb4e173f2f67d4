"""What is printed beside the tables: sections, title, dates and notes."""
