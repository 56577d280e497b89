"""After the renderer: finished pages, sitemap, checks on the built site, and the local server."""
