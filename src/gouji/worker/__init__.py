"""The guarded reading process: files are read and pages drawn in it, never in the window's process."""
