"""Family SP: findings that are borne with for a while."""
