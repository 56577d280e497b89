"""Family TR: the versions of a page against each other."""
