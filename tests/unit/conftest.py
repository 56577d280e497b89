"""Settings of the property tests: the same examples in every run, and no verdict by the clock of a busy machine."""

from hypothesis import settings

settings.register_profile("guide", deadline=None, derandomize=True, database=None)
settings.load_profile("guide")
