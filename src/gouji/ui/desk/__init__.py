"""The report that lies on the desk: opened, kept, compared, put away."""
