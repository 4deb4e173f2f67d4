"""Gouji 勾稽: a review desk for annual reports on government-information disclosure."""

__version__ = "0.1.0"
