"""Starts the reading process: ``python -m gouji.worker``."""

from gouji.worker.server import main

main()
