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


@pytest.fixture(scope="module")
def texts():
    """Every text with its place."""
    return list(_texts())


@pytest.fixture(scope="module")
def commands(texts):
    """What stands behind ``build.py`` in a text, with its place."""
    return [(place, match[1]) for place, text in texts for match in COMMAND.finditer(text) if match[1].strip()]


def test_a_command_can_be_pasted(commands, capsys):
    parser, refused = _parser(), []
    for place, words in commands:
        arguments = shlex.split(words.replace("<", "").replace(">", ""))
        while arguments and arguments[-1] in _WORDS:
            arguments.pop()
        cut = next((n for n, word in enumerate(arguments) if word in _WORDS), len(arguments))
        try:
            parser.parse_args(arguments[:cut])
        except SystemExit:
            refused.append(f"{place}:{words}: {capsys.readouterr().err}")
    assert refused == []


def test_there_are_commands_and_no_option_without_one(commands, texts):
    assert len(commands) > 8
    fixes = [(place, text) for place, text in texts if "/rules/" in place or "/tree/fit" in place]
    alone = [(place, text) for place, text in fixes if OPTION.search(text) and "build.py" not in text]
    assert not alone
