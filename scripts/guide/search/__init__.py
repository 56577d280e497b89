"""The search: one index per language, made from the rendered pages and searched by ``docs/assets/js/search/``."""

from .index import write_indexes

__all__ = ["write_indexes"]
