"""Files as they are written: YAML, Markdown and the configuration, each value with its place."""
