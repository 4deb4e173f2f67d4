"""What reading one file may cost: many times more than any report needs, less than the machine has.

A file that goes beyond one of the first limits is refused in words, whoever reads it. The last ones are set
on the reading process, whatever a file may do to a library in it.
"""

from __future__ import annotations

MIB = 1024 * 1024

LARGEST_FILE = 200 * MIB
"""Bytes of a file; reports have less than a hundredth of it, scans a tenth."""
LARGEST_ARCHIVE = 60 * MIB
"""Bytes of an office document or a saved web page, with their pictures."""
LARGEST_PART = 24 * MIB
"""Bytes of one unpacked part of an office document; a report takes less than one million."""
LARGEST_UNPACKED = 64 * MIB
"""Bytes of all parts that are unpacked to read one document."""
LARGEST_WEB_PAGE = 12 * MIB
"""Bytes of a web page; a report takes a tenth of one million, and ten with all that Word adds."""
LARGEST_TEXT_FILE = 8 * MIB
"""Bytes of a text file."""

MOST_PAGES = 500
"""Pages of a PDF, scanned or not."""
MOST_PAGES_AGAIN = 60
"""Pages of a PDF that is read a second time: each costs a tenth of a second."""
LONGEST_TEXT = 1_000_000
"""Characters of what a file says; the longest reports have a twentieth of it."""
MOST_LINES = 25_000
"""Lines of a file without pages; the longest reports have a tenth of it."""
MOST_CELLS = 60_000
"""Cells and rows that a workbook stores; a report has six hundred."""
MOST_OBJECTS = 300_000
"""Lines, shapes and pictures drawn in a PDF."""
LONGEST_SIDE = 100_000.0
"""Points; PDF itself knows no page with a side of more than 14,400 but by a unit of its own."""
MOST_DOTS = 40_000_000
"""Dots of a drawn page; a larger one is drawn more coarsely."""

LARGEST_ANSWER = 64 * MIB
"""Bytes of what the reading process says of a file."""
LARGEST_PICTURE = 5 * MOST_DOTS
"""Bytes of a page that it has drawn, of which a dot takes four."""
MEMORY = 2 * 1024 * MIB
"""Bytes of address space of the reading process."""
MEMORY_TO_RECOGNISE = 4 * 1024 * MIB
"""The same while it reads a scan, for which it needs a model and many copies of a page."""
SECONDS = 60.0
"""After which a file that is still being read is given up and the process ended."""
SECONDS_TO_PREVIEW = 5.0
"""After which the first page is not waited for any more; the file is read without it."""
SECONDS_A_PAGE_TO_RECOGNISE = 180.0
"""The same for each page of a scan; most take ten."""
MOST_OPEN_FILES = 128
"""Files, pipes and libraries that the reading process may have open; it needs a tenth of it."""
