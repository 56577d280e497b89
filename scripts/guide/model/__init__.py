"""What the guide knows: records without I/O. See ``base`` for the shared value types."""
