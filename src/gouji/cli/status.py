"""The exit status of every command, a contract with the scripts that call them."""

NOTHING_WRONG = 0
RULE_BROKEN = 1
"""An error rule is broken."""
FILE_TROUBLE = 2
"""A file could not be read or written."""
WRONG_USAGE = 64
FAULT = 70
"""The program itself made a mistake, which is in its log."""
INTERRUPTED = 130
"""By the keyboard, as shells have it."""
