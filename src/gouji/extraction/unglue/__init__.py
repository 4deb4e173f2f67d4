"""Figures printed without anything between them, cut apart where the sums have it."""
