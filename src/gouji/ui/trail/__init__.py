"""The corrections in force and the steps that led to them."""
