"""What the forms print beside their figures, and how it is known again however it is printed."""
