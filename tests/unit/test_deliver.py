"""What a template brings into a page by itself."""

from __future__ import annotations

from guide.render.checks import read_html
from guide.render.delivery.deliver import PRINT, SCHEME, deliver
from guide.render.scripts import FIRST, FOLDER
from guide.source.kept import Kept

THEMED = "assets/stylesheets/main.css"


def test_no_policy_names_a_script_or_a_style_that_a_template_brings_by_itself(tmp_path):
    files = {
        PRINT: "p { color: #000 }",
        THEMED: "p { margin: 0 }",
        SCHEME: "document.documentElement.dataset.scheme = 'dark';",
        f"{FOLDER}/{FIRST}": "",
        "index.html": f"""<!doctype html><html lang="en"><head><meta charset="utf-8">
            <link rel="stylesheet" href="{THEMED}"><script src="{SCHEME}"></script>
            <script>let strange = 1</script><style>.strange {{ top: 0 }}</style>
            </head><body><p>Words</p></body></html>""",
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    deliver(tmp_path, Kept())
    page = (tmp_path / "index.html").read_text("utf-8")
    assert page.count("<style>") == page.count("<script>") == 2
    told = [what for what, _ in read_html("index.html", page).inline]
    assert len(told) == 2 and all("policy does not name" in what for what in told)
