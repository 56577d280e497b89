"""What a template brings into a page by itself."""

from __future__ import annotations

import pytest
from guide.render.checks import read_html
from guide.render.delivery.deliver import PRINT, SCHEME, deliver
from guide.render.scripts import FIRST, FOLDER
from guide.render.unsent import NotSent
from guide.source.kept import Kept

THEMED = "assets/stylesheets/main.css"


LOGO = "assets/images/logo.svg"
FILES = {
    PRINT: "p { color: #000 }",
    THEMED: "p { margin: 0 }",
    SCHEME: "document.documentElement.dataset.scheme = 'dark';",
    LOGO: "<svg/>",
    f"{FOLDER}/{FIRST}": "",
    "index.html": f"""<!doctype html><html lang="en"><head><meta charset="utf-8">
        <link rel="stylesheet" href="{THEMED}"><link rel="stylesheet" href="{PRINT}"><script src="{SCHEME}"></script>
        </head><body><img src="{LOGO}" alt=""><p>Words</p></body></html>""",
}


@pytest.fixture
def site(tmp_path):
    """A site of one page, before its styles and scripts are put inside."""
    for path, text in FILES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    return tmp_path


def test_no_policy_names_a_script_or_a_style_that_a_template_brings_by_itself(site):
    page = (site / "index.html").read_text("utf-8")
    strange = "<script>let strange = 1</script><style>.strange { top: 0 }</style></head>"
    (site / "index.html").write_text(page.replace("</head>", strange), "utf-8")
    deliver(site, Kept())
    page = (site / "index.html").read_text("utf-8")
    assert page.count("<style>") == page.count("<script>") == 2
    told = [what for what, _ in read_html("index.html", page).inline]
    assert len(told) == 2 and all("policy does not name" in what for what in told)


@pytest.mark.parametrize("path", [PRINT, THEMED, SCHEME, f"{FOLDER}/{FIRST}", LOGO])
def test_what_pages_are_made_of_and_is_not_there_is_told_by_its_name(path, site):
    (site / path).unlink()
    with pytest.raises(NotSent) as caught:
        deliver(site, Kept())
    assert caught.value.path == path
