"""The sums of the form as a checksum of the reading: what is believed, and what is doubted."""
