"""Every command that a finding or a message names works when it is pasted."""

import ast
import re
import shlex

import pytest
from guide.cli import _parser
from places import ROOT

COMMAND = re.compile(r"(?:python3 )?(?:scripts/)?build\.py((?: +(?:--?[a-z-]+|[\w./<>{}=-]+))*)")
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+")
_WORDS = {"says", "shows", "lists", "which", "how", "and", "in", "the", "why", "on", "is", "prints", "again", "what"}


def _texts():
    """Every text in the package that is no docstring, with its place; what is filled in later is an x."""
    for path in sorted((ROOT / "scripts" / "guide").rglob("*.py")):
        nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
        papers = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
        inside = {id(part) for node in nodes if isinstance(node, ast.JoinedStr) for part in node.values}
        for node in nodes:
            if isinstance(node, ast.JoinedStr):
                text = "".join(str(v.value) if isinstance(v, ast.Constant) else "LK001" for v in node.values)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside | papers:
                text = node.value.replace("{}", "LK001")
            else:
                continue
            yield f"{path.relative_to(ROOT)}:{node.lineno}", text


TEXTS = list(_texts())
COMMANDS = [(place, match[1]) for place, text in TEXTS for match in COMMAND.finditer(text) if match[1].strip()]


@pytest.mark.parametrize(("place", "words"), COMMANDS, ids=[f"{place}{words}" for place, words in COMMANDS])
def test_a_command_can_be_pasted(place, words, capsys):
    arguments = shlex.split(words.replace("<", "").replace(">", ""))
    while arguments and arguments[-1] in _WORDS:
        arguments.pop()
    cut = next((n for n, word in enumerate(arguments) if word in _WORDS), len(arguments))
    try:
        _parser().parse_args(arguments[:cut])
    except SystemExit:
        pytest.fail(f"{place}: {capsys.readouterr().err}")


def test_there_are_commands_and_no_option_without_one():
    assert len(COMMANDS) > 8
    fixes = [(place, text) for place, text in TEXTS if "/rules/" in place or "/tree/fit" in place]
    alone = [(place, text) for place, text in fixes if OPTION.search(text) and "build.py" not in text]
    assert not alone
