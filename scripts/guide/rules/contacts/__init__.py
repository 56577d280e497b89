"""Family CT: numbers, who can dial them, and when."""
