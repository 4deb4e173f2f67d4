"""The source beside the tables: pages or text, and how they are looked at."""
