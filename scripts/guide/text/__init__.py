"""Natural language: scripts, markup, sentences, passages and fingerprints. Knows no records."""
