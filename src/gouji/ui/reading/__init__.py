"""Work in other processes, for which the window does not stand still."""
