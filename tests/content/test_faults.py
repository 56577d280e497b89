"""A tired editor's faults, one of each kind in one copy of the real tree: each is told on its own line."""

import random
import shutil

import pytest
from content.faults import KINDS, Ground
from guide.expand import read_tree
from guide.rules import run_rules
from guide.tree.layout import ADDRESSES, CONFIG, DOCS
from places import ROOT

SEED = 20_261_128


@pytest.fixture(scope="module")
def planted_and_told(real_tree, tmp_path_factory):
    """Where each fault must be told, and everything that is told."""
    files = {page.path: page.text for page in real_tree.written.values()}
    files |= {item.path: item.text for item in real_tree.loaded}
    files |= {path: (ROOT / path).read_text("utf-8") for path in (CONFIG, ADDRESSES)}
    ground = Ground(real_tree, random.Random(SEED), dict(files))
    planted = {kind: kind(ground) for kind in KINDS}
    root = tmp_path_factory.mktemp("faults")
    shutil.copytree(ROOT / DOCS, root / DOCS)
    for path, text in ground.files.items():
        if text is None:
            (root / path).unlink()
        elif path == CONFIG or text != files[path]:
            (root / path).write_text(text, encoding="utf-8")
    found = run_rules(read_tree(root, real_tree.today))
    return planted, {(finding.code, finding.position.path, finding.position.line) for finding in found}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__.replace("_", "-"))
def test_is_told_where_it_stands(kind, planted_and_told):
    planted, told = planted_and_told
    code, path, line = planted[kind]
    assert planted[kind] in told, f"told there: {[t for t in told if t[1:] == (path, line)]}, {code}: " + str(
        [t for t in told if t[0] == code and t[1] == path]
    )
