"""Family NV: pages and navigation."""
