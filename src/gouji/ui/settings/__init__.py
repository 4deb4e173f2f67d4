"""What the window remembers, each thing declared once, and the dialog made from the declaration."""
