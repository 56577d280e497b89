"""The package behind ``scripts/build.py``: its rooms and what each uses are drawn in maintaining/architecture.md."""
