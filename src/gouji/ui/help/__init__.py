"""What the program says of itself: the guide, keys, versions, the welcome."""
