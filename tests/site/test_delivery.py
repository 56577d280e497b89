"""Every page travels whole: styled in its first response, within its weight, with a policy that names what is in it."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import statistics
from pathlib import Path

import pytest
from guide.render.delivery.deliver import LATER
from guide.render.delivery.headers import FILE
from guide.render.delivery.policy import HEADERS
from guide.render.redirects import files as redirect_files
from node import node
from places import ROOT

META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)"/?>')
INLINE = {"script": r"<script>(.*?)</script>", "style": r"<style>(.*?)</style>"}
WEIGH = """
import { readFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";
const files = JSON.parse(readFileSync(0, "utf8"));
const weigh = { br: brotliCompressSync, gz: gzipSync };
console.log(JSON.stringify(files.map(([kind, file]) => weigh[kind](readFileSync(file)).length)));
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
        assert len(re.findall(INLINE["style"], pages[path], re.S)) == 1, path
        links = re.findall(r"<link [^>]*stylesheet[^>]*>", pages[path])
        # What is not seen at once is asked for behind all that is.
        assert [LATER in link for link in links] in ([], [True]), path
        assert pages[path].endswith("".join([*links, "</body></html>"])), path
        scripts = re.findall(r"<script[^>]* src=[^>]*>", pages[path])
        assert all('type="module"' in script for script in scripts), path
    assert list(built.rglob("*.css")) == [built / LATER]


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


# Kilobytes of a page with its styles, as brotli 11 packs it; decision 0019 says what is meant and what is left.
MEDIAN, HEAVIEST, LIST_OF_SOURCES = 15.5, 24, 40


def test_pages_are_light(pages, built):
    # Every fourth of those that one reads: packing as tightly as this takes a second for five pages.
    some = sorted(path for path, page in pages.items() if "md-content" in page)[::4]
    weights = dict(zip(some, _weights([("br", built / path) for path in some]), strict=True))
    assert statistics.median(weights.values()) <= MEDIAN * 1024
    limits = {path: LIST_OF_SOURCES if "about/sources/" in path else HEAVIEST for path in some}
    assert {path: weight for path, weight in weights.items() if weight > limits[path] * 1024} == {}
