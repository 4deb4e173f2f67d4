"""How the window looks and speaks: colours, icons, sizes of text, language."""
