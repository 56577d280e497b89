"""The whole guide of a language in one file to keep: an HTML page, which is also the one to print, and an EPUB."""
