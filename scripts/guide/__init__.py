"""The package behind ``scripts/build.py``: load, model, rules, report, blocks, site."""
