"""Pictures that are drawn at build: what apps show of a link, and the poster of a carrier."""
