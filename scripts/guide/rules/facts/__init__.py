"""Family FS: records, values and their sources."""
