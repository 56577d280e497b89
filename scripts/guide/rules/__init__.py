"""The rules. One rule is one file in the folder of its family, with ``CODE``, ``SLUG``, ``check`` and a docstring.

The docstring is what ``check --explain`` prints. A new rule is one new file here and its cases in
``tests/rules/<family>/<slug>.md``; it is found by its folder.
"""

from .run import RULES, run_rules

__all__ = ["RULES", "run_rules"]
