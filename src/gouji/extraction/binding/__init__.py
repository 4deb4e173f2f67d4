"""Printed lines onto the cells of a form: rows by their labels, columns by their heads."""
