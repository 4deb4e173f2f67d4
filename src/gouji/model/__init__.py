"""The nouns of the program; standard library only."""
