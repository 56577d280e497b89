"""What the guide knows: records without I/O. See ``values`` for the shared value types."""
