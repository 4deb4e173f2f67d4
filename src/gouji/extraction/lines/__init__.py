"""Printed lines: labels and the figures that follow them, the same from paper, text and mark-up."""
