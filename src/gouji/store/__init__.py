"""The desk on the disk: every step, decision and state of every review, kept before it is shown as kept.

`journal` is the database, `resume` takes a review up again from it, `keeping` writes what is done to it.
"""
