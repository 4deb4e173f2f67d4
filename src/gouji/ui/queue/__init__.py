"""The reports that wait: their list, and working it off."""
