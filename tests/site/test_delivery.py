"""Every page travels whole: styled in its first response, within its weight, with a policy that names what is in it."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import statistics
from pathlib import Path

import pytest
from guide.render.apart import FOLDER
from guide.render.delivery.deliver import LATER
from guide.render.delivery.elements import Elements
from guide.render.delivery.headers import CACHE, FILE
from guide.render.delivery.names import names_of, on_page
from guide.render.delivery.policy import HEADERS
from guide.render.redirects import files as redirect_files
from guide.render.scripts import FIRST, at_once
from guide.render.scripts import FOLDER as FOLDER_OF_SCRIPTS
from node import node
from places import ROOT

META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)"/?>')
INLINE = {"script": r"<script>(.*?)</script>", "style": r"<style>(.*?)</style>"}
WEIGH = """
import { readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";
const files = JSON.parse(readFileSync(0, "utf8"));
const quality = { br: 11, fast: 7 };
const packed = (kind, file) =>
  brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: quality[kind] } });
console.log(JSON.stringify(files.map(([kind, file]) => packed(kind, file).length)));
"""


@pytest.fixture(scope="module")
def pages(built) -> dict[str, str]:
    """Every page of the built site, also those that lead on, by path."""
    return {file.relative_to(built).as_posix(): file.read_text("utf-8") for file in sorted(built.rglob("*.html"))}


def _weights(files: list[tuple[str, Path]]) -> list[int]:
    asked = json.dumps([(kind, str(file)) for kind, file in files])
    done = node("--input-type=module", "--eval", WEIGH, text=asked)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_every_page_has_one_policy_before_all_it_holds_for(pages):
    for path, page in pages.items():
        policies = META.findall(page)
        assert len(policies) == 1, path
        assert "unsafe" not in policies[0] and "*" not in policies[0], path
        assert policies[0].startswith("default-src 'none'"), path
        before = page.partition("<meta http-equiv")[0]
        assert not re.search(r"<(script|style|link|img)\b", before), path


@pytest.mark.parametrize("tag", INLINE)
def test_a_policy_names_exactly_what_is_inside(tag, pages):
    for path, page in pages.items():
        inside = re.findall(INLINE[tag], page, re.S)
        expected = {base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in inside}
        [directive] = re.findall(rf"{tag}-src ([^;]*)", META.search(page)[1])
        assert set(re.findall(r"'sha256-([^']+)'", directive)) == expected, path
        # Linked data is no script: nothing runs it, and no policy asks about it.
        written = re.findall(rf"<{tag}\b(?![^>]*(?:\bsrc=|application/ld\+json))", page)
        assert len(written) == len(inside), path


def test_every_page_is_styled_in_its_first_response(pages, built, real_tree):
    for path in set(pages) - redirect_files(real_tree):
        links = re.findall(r"<link [^>]*stylesheet[^>]*>", pages[path])
        if _apart(path):
            # Read by a script of another page, whose policy names no style of this one.
            assert len(links) == 2 and LATER in links[1], path
            continue
        assert len(re.findall(INLINE["style"], pages[path], re.S)) == 1, path
        # What is not seen at once a script asks for; without scripts it stands behind all that is.
        assert [LATER in link for link in links] in ([], [True]), path
        behind = f"<noscript>{links[0]}</noscript>" if links else ""
        assert pages[path].endswith(f"{behind}</body></html>"), path
        scripts = re.findall(r"<script[^>]* src=[^>]*>", pages[path])
        assert all('type="module"' in script for script in scripts), path
    beside = [file.name for file in built.rglob("*.css") if file != built / LATER]
    assert all(name.startswith("notes-") for name in beside), beside


def test_no_control_says_what_the_standard_does_not_know(pages):
    for path, page in pages.items():
        for control in re.findall(r"<(?:input|label|button|a|nav|div)\b[^>]*>", page):
            assert 'type="checkbox"' not in control or "autocomplete" not in control, (path, control)
            assert not re.search(r" tabindex(?!=\"-?\d)", control), (path, control)


def test_hosts_send_what_a_page_cannot_say_of_itself(built):
    sent = (built / FILE).read_text("utf-8")
    nginx = (ROOT / "maintaining" / "hosting" / "nginx.conf").read_text("utf-8")
    for name, value in HEADERS.items():
        assert f"  {name}: {value}\n" in sent
        assert f'add_header {name} "{value}" always;' in nginx
    blocks = {block.partition("\n")[0]: block for block in re.split(r"\n(?=/)", sent)}
    assert list(blocks) == list(CACHE)
    for path, value in CACHE.items():
        # Both lines would be sent where the one for all files is not taken back.
        assert f"  Cache-Control: {value}" in blocks[path] and ("! Cache-Control" in blocks[path]) == (path != "/*")


# Kilobytes of a page with its styles, as brotli 11 packs it; decision 0019 says what is meant and what is left.
MEDIAN, MOST_PAGES, HEAVIEST = 10.4, 14, 16
FEW = 0.05
"""Of all pages, how many may be heavier than ``MOST_PAGES``."""
LOOSER = 1.1
"""How much more the faster packing leaves."""
LIST_OF_NOTES = 10
# A page and all that it asks for before its reader acts.
FIRST_VIEW = 20


@pytest.fixture(scope="module")
def weights(pages, built) -> dict[str, int]:
    """The bytes of every page that one reads; where that says enough, as a faster packing has it, never tighter."""
    read = [path for path, page in pages.items() if "md-content" in page or "notes-page" in page]
    found = dict(zip(read, _weights([("fast", built / path) for path in read]), strict=True))
    # Those about the middle, and those that may be too heavy.
    near = [
        path
        for path in read
        if MEDIAN * 1024 < found[path] <= LOOSER * MEDIAN * 1024 or found[path] > MOST_PAGES * 1024
    ]
    return found | dict(zip(near, _weights([("br", built / path) for path in near]), strict=True))


def test_pages_are_light(weights):
    whole = {path: weight for path, weight in weights.items() if not _apart(path)}
    assert statistics.median(whole.values()) <= MEDIAN * 1024
    heavy = [path for path, weight in whole.items() if weight > MOST_PAGES * 1024]
    assert len(heavy) <= FEW * len(whole), heavy
    assert {path: weight for path, weight in whole.items() if weight > HEAVIEST * 1024} == {}


def test_lists_of_sources_are_light(weights):
    lists = {path: weight for path, weight in weights.items() if _apart(path)}
    assert lists
    assert {path: weight for path, weight in lists.items() if weight > LIST_OF_NOTES * 1024} == {}


def test_a_first_view_is_light(weights, pages, built):
    """Each page with the first script and those that it calls for there: as test_first_view sees it, for all pages."""
    scripts = built / FOLDER_OF_SCRIPTS
    calls = dict(at_once(built))
    files = [scripts / FIRST, *calls.values()]
    weight = dict(zip(files, _weights([("br", file) for file in files]), strict=True))
    heavy = {}
    for path in weights:
        if _apart(path):
            continue
        there = names_of(Elements(pages[path]))
        called = {calls[selector] for selector in calls if on_page(selector, there)}
        whole = weights[path] + weight[scripts / FIRST] + sum(weight[file] for file in called)
        if whole > FIRST_VIEW * 1024:
            heavy[path] = whole
    assert heavy == {}


def _apart(path: str) -> bool:
    return Path(path).parent.name.startswith(FOLDER)
