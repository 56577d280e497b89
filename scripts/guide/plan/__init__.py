"""Data for the leaving plan: made from the records, reckoned with by `docs/assets/js/plan/`."""
