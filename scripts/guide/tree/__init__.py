"""The tree that was read: pages and records with their places, and questions about them answered once."""
