"""The reports that wait for a reviewer: which they are, how each stands, and which is next."""
