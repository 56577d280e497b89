"""A text that an editor begins with a mark of its bytes is the same on the site as one without."""

from codecs import BOM_UTF8
from types import SimpleNamespace

from guide.expand import read_tree
from guide.expand.output import EXPANDED, write_tree
from guide.render import offline
from guide.render.remembered import Remembered
from guide.source.kept import Kept
from mkdocs.theme import Theme
from trees import TODAY, base_tree


def test_a_stylesheet(tmp_path):
    root = base_tree(tmp_path)
    style = b":root { top: 0 }\n"
    (root / "docs" / "assets" / "own.css").write_bytes(BOM_UTF8 + style)
    write_tree(read_tree(root, TODAY), root / EXPANDED)
    assert (root / EXPANDED / "assets" / "own.css").read_bytes() == style


def test_the_worker(tmp_path):
    made = []
    for mark in (b"", BOM_UTF8):
        for part in offline._PARTS:
            (tmp_path / part).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / part).write_bytes(mark + b"// What it does.\nexport const one = 1;\n")
        made.append(offline.worker(tmp_path))
    assert made[0] == made[1]


def test_a_template(tmp_path):
    (tmp_path / "part.html").write_bytes(BOM_UTF8 + b"<p>")
    with Remembered(Kept(), SimpleNamespace(page="a test"), lambda: True).used():
        environment = Theme(name="material", custom_dir=str(tmp_path)).get_env()
    assert environment.get_template("part.html").render() == "<p>"
