"""Faults of links, of the navigation and of what advertises."""

from __future__ import annotations

import posixpath
import random
import re

from guide.source.markdown import Page
from guide.tree.addresses import addresses
from guide.tree.layout import CONFIG, DATA
from guide.tree.links import internal, page_exists

from .planting import (
    Ground,
    Mutant,
    at_line,
    at_value,
    draw,
    in_passage,
    leaves,
    typo,
    with_lines,
)

_LINK = re.compile(r"(?<!!)\[([^\[\]]*)\]\(([^()\s]+)\)")


def _links(tree: Ground) -> list[tuple]:
    """Every typed link of prose to a page of the guide: page, line, text of the line, match."""
    found = []
    for page in tree.pages():
        for number, line in page.prose:
            for match in _LINK.finditer(line):
                if not match[2].startswith(("tel:", "http", "mailto:")):
                    found.append((page, number, line, match))
    return found


def _page_links(tree: Ground) -> list[tuple]:
    """Of these, the links that name the file of a page."""
    return [entry for entry in _links(tree) if entry[3][2].partition("#")[0].endswith(".md")]


def _page_name(page: Page, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(page.name), path))


def _retargeted(entry: tuple, target: str, code: str) -> Mutant:
    page, number, line, match = entry
    changed = line[: match.start(2)] + target + line[match.end(2) :]
    return at_line(page.path, with_lines(page.text, number, number, changed), code, number)


def link_target_mistyped(tree: Ground, rng: random.Random) -> Mutant:
    """A letter of the file name in a link is wrong."""

    def make(entry):
        page, _, _, match = entry
        path, mark, anchor = match[2].partition("#")
        folder, name = posixpath.split(path)
        wrong = posixpath.join(folder, typo(rng, name.removesuffix(".md")) + ".md")
        target = _page_name(page, wrong)
        return (
            None
            if page_exists(tree.site, page.language, target)
            else _retargeted(entry, wrong + mark + anchor, "LK001")
        )

    return draw(rng, _page_links(tree), make)


def link_into_a_folder_that_is_gone(tree: Ground, rng: random.Random) -> Mutant:
    """A link keeps the path a page had before it moved."""

    def make(entry):
        _, _, _, match = entry
        path, mark, anchor = match[2].partition("#")
        folder, name = posixpath.split(path)
        return _retargeted(entry, posixpath.join(folder, "old", name) + mark + anchor, "LK001")

    return draw(rng, _page_links(tree), make)


def link_anchor_mistyped(tree: Ground, rng: random.Random) -> Mutant:
    """A letter of the anchor in a link is wrong."""

    def make(entry):
        page, _, _, match = entry
        path, mark, anchor = match[2].partition("#")
        link = next((link for link in page.links if link.target == match[2]), None)
        target = link and internal(page, link)
        if len(anchor) < 3 or target is None:
            return None
        wrong = typo(rng, anchor)
        known = tree.site.pages[page.language, target.name].anchors
        return None if wrong in known else _retargeted(entry, path + mark + wrong, "LK002")

    return draw(rng, _links(tree), make)


def link_into_another_language(tree: Ground, rng: random.Random) -> Mutant:
    """A link leads to the same page of another language."""

    def make(entry):
        page, _, _, match = entry
        path, mark, anchor = match[2].partition("#")
        target = _page_name(page, path)
        other = rng.choice([code for code in tree.codes if code != page.language])
        up = "../" * (page.name.count("/") + 1)
        return _retargeted(entry, f"{up}{other}/{target}{mark}{anchor}", "LK003")

    return draw(rng, _page_links(tree), make)


def link_made_absolute(tree: Ground, rng: random.Random) -> Mutant:
    """A link begins at the root of the domain."""

    def make(entry):
        page, _, _, match = entry
        path, mark, anchor = match[2].partition("#")
        target = _page_name(page, path)
        return _retargeted(entry, f"/{target}{mark}{anchor}", "LK003")

    return draw(rng, _page_links(tree), make)


def redirect_to_nowhere(tree: Ground, rng: random.Random) -> Mutant:
    """A redirect names a page that does not exist."""
    return _redirected(tree, rng, lambda present: rng.choice(present).rstrip("/") + "-new/")


def redirect_from_a_page_that_exists(tree: Ground, rng: random.Random) -> Mutant:
    """A redirect leads away from a page that is there."""
    return _redirected(tree, rng, rng.choice, old=rng.choice)


def redirect_in_a_circle(tree: Ground, rng: random.Random) -> Mutant:
    """A redirect leads to itself, or to another that leads back."""
    if rng.random() < 0.5:
        return _redirected(tree, rng, lambda present: "/was-here/")
    return _redirected(tree, rng, lambda present: "/was-there/\n/was-there/: /was-here/")


def _redirected(tree: Ground, rng: random.Random, new, old=lambda present: "/was-here/") -> Mutant:
    path = f"{DATA}/redirects.yml"
    lines = tree.files.get(path, "").rstrip("\n").split("\n")
    lines = [line for line in lines if line.strip() and not line.startswith("{}")]
    present = [address for address in addresses(tree.site) if "#" not in address and len(address) > 1]
    text = "\n".join([*lines, f"{old(present)}: {new(present)}", ""])
    return at_line(path, text, "LK005", len(lines) + 1)


def address_not_encrypted(tree: Ground, rng: random.Random) -> Mutant:
    """An external address begins with http."""
    passage = rng.choice(tree.page_sentences(*tree.codes))
    address = f"http://www.example.jp/{rng.randrange(100)}"
    words = rng.choice((f" [example]({address})", f" <{address}>", f" {address}"))
    return in_passage(tree, passage, len(passage.text), len(passage.text), words, "LK006")


def source_address_typed(tree: Ground, rng: random.Random) -> Mutant:
    """The address of a source is typed into the text instead of being cited."""
    urls = [place.source.url for place in tree.site.source_places]
    url = rng.choice([url for url in urls if re.fullmatch(r"https://[\w./-]+", url)])
    passage = rng.choice(tree.page_sentences(*tree.codes))
    words = rng.choice((f" [{url.split('/')[2]}]({url})", f" <{url}>", f" {url}"))
    return in_passage(tree, passage, len(passage.text), len(passage.text), words, "LK006")


def nav_entry_removed(tree: Ground, rng: random.Random) -> Mutant:
    """A page is missing from the navigation."""
    entry = rng.choice(tree.site.config.nav)
    page = tree.site.pages[tree.default, entry.name]
    text = with_lines(tree.files[CONFIG], entry.line, entry.line)
    return Mutant(CONFIG, text, "NV001", frozenset({(page.path, page.title_line)}))


def nav_entry_mistyped(tree: Ground, rng: random.Random) -> Mutant:
    """The navigation names a page that does not exist."""
    entry = rng.choice([entry for entry in tree.site.config.nav if "/" in entry.name])
    folder, name = posixpath.split(entry.name)
    line = tree.files[CONFIG].split("\n")[entry.line - 1]
    wrong = posixpath.join(folder, typo(rng, name.removesuffix(".md")) + ".md")
    text = with_lines(tree.files[CONFIG], entry.line, entry.line, line.replace(entry.name, wrong))
    if (tree.default, wrong) in tree.site.pages:
        return nav_entry_mistyped(tree, rng)
    return at_line(CONFIG, text, "NV001", entry.line)


def nav_entry_doubled(tree: Ground, rng: random.Random) -> Mutant:
    """A page stands twice in the navigation."""
    entry = rng.choice(tree.site.config.nav)
    line = tree.files[CONFIG].split("\n")[entry.line - 1]
    return at_line(CONFIG, with_lines(tree.files[CONFIG], entry.line, entry.line, line, line), "NV001", entry.line + 1)


def _planted_link(tree: Ground, rng: random.Random, address: str) -> Mutant:
    form = rng.choice((" [example]({})", " <{}>", " {}"))
    return _added(tree, rng, form.format(address))


def _added(tree: Ground, rng: random.Random, words: str, *languages: str) -> Mutant:
    passage = rng.choice(tree.page_sentences(*(languages or tree.codes)))
    return in_passage(tree, passage, len(passage.text), len(passage.text), words, "AD001")


def affiliate_link(tree: Ground, rng: random.Random) -> Mutant:
    """A link earns a commission."""
    shops = (
        "https://px.a8.net/svt/ejp?a8mat=3{}",
        "https://hb.afl.rakuten.co.jp/hgc/{}",
        "https://www.example.jp/?aff_id={}",
    )
    return _planted_link(tree, rng, rng.choice(shops).format(rng.randrange(10_000)))


def tracking_link(tree: Ground, rng: random.Random) -> Mutant:
    """A link carries a parameter that follows the reader."""
    key = rng.choice(("utm_source=guide", "fbclid=1a", "gclid=2b", "utm_campaign=bye", "ref=guide"))
    return _planted_link(tree, rng, f"https://www.example.jp/page?{key}")


def messenger_link(tree: Ground, rng: random.Random) -> Mutant:
    """A link opens an account of a messenger."""
    hosts = ("t.me/", "wa.me/8190", "lin.ee/", "line.me/R/ti/p/@", "discord.gg/", "u.wechat.com/")
    return _planted_link(tree, rng, f"https://{rng.choice(hosts)}{rng.randrange(10_000)}")


_HANDLES = {
    "zh": ("加微信 {} 咨询。", "微信号：{}。", "有问题可以加 QQ群 {}。", "Telegram：@{}。"),
    "ja": ("LINE ID：{}に連絡してください。", "WeChat：{}です。", "Telegram @{}で相談できます。"),
    "en": (" Add us on WeChat: {}.", " Write to LINE ID {}.", " Telegram @{} helps."),
}
_CODES = {
    "zh": ("邀请码：{}。", "优惠码 {} 可用。", "注册时填推荐码 {}。"),
    "ja": ("紹介コード：{}です。", "クーポンコード {} を使えます。", "招待コード「{}」を入れます。"),
    "en": (" Use the promo code {}.", " Referral code: {}.", " Enter the invite code {}."),
}


def _typed(tree: Ground, rng: random.Random, phrases: dict[str, tuple[str, ...]]) -> Mutant:
    language = rng.choice(tree.codes)
    word = "".join(rng.choices("abcdefghjkmnpqrstuvwxyz", k=4)) + str(rng.randrange(1000, 10_000))
    return _added(tree, rng, rng.choice(phrases[language]).format(word), language)


def messenger_account_typed(tree: Ground, rng: random.Random) -> Mutant:
    """The text names an account of a messenger."""
    return _typed(tree, rng, _HANDLES)


def referral_code_typed(tree: Ground, rng: random.Random) -> Mutant:
    """The text names a code that pays whoever hands it out."""
    return _typed(tree, rng, _CODES)


def shortened_link(tree: Ground, rng: random.Random) -> Mutant:
    """A link hides where it leads."""
    return _planted_link(tree, rng, f"https://{rng.choice(('bit.ly', 'tinyurl.com', 't.co'))}/{rng.randrange(10_000)}")


def tracking_in_a_record(tree: Ground, rng: random.Random) -> Mutant:
    """An address of a record carries a parameter that follows the reader."""

    def make(entry):
        item, path, value = entry
        return at_value(item, path, f"{value}?utm_source=guide", "AD001")

    every = [(item, *leaf) for item in tree.site.loaded for leaf in leaves(item)]
    return draw(rng, [entry for entry in every if re.fullmatch(r"https://[\w./-]+", entry[2])], make)


KINDS = (
    link_target_mistyped,
    link_into_a_folder_that_is_gone,
    link_anchor_mistyped,
    link_into_another_language,
    link_made_absolute,
    redirect_to_nowhere,
    redirect_from_a_page_that_exists,
    redirect_in_a_circle,
    address_not_encrypted,
    source_address_typed,
    nav_entry_removed,
    nav_entry_mistyped,
    nav_entry_doubled,
    affiliate_link,
    tracking_link,
    messenger_link,
    messenger_account_typed,
    referral_code_typed,
    shortened_link,
    tracking_in_a_record,
)
