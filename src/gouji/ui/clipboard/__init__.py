"""Blocks of figures on their way to other programs and back; needs no Qt."""
