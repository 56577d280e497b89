"""The command line: arguments and exit codes, no logic of its own.

Exit codes: 0 clean, 1 findings, 2 wrong use or unreadable input, 3 internal error.
"""

from __future__ import annotations

import argparse
import datetime
import gc
import sys
import traceback
from pathlib import Path

from .commands import explain as rule_docs
from .commands import new_carrier
from .commands.fix import fix_tree, stale_pages, write_blocks
from .commands.since import findings_at, parted
from .model.finding import stopping
from .report import FORMATS, Known
from .rules import RULES, run_rules
from .text.fingerprint import recorded
from .tree import addresses as published
from .tree.missing import missing
from .tree.read import NoTree, read_tree
from .tree.tree import Tree
from .tree.versions import page_versions

CLEAN, FINDINGS, MISUSE, INTERNAL = 0, 1, 2, 3
HERE = Path(__file__).resolve().parents[2]


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        options = _parser().parse_args(arguments)
    except SystemExit as stop:
        return CLEAN if stop.code in (0, None) else MISUSE
    try:
        return options.run(options)
    except NoTree as error:
        print(f"error: {error}", file=sys.stderr)
        return MISUSE
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return CLEAN
    except Exception:
        traceback.print_exc()
        print(
            "internal error: this is a fault of the build script, not of the content; please report it", file=sys.stderr
        )
        return INTERNAL


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="build.py", description="Check, build and serve the guide.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, run, words: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=words, description=words)
        added.set_defaults(run=run)
        added.add_argument("--root", type=Path, default=HERE, metavar="DIR", help="another tree of the same shape")
        return added

    check = command("check", _check, "validate pages and records")
    check.add_argument("--format", choices=sorted(FORMATS), default="text", help="how findings are printed")
    check.add_argument("--explain", metavar="CODE", help="print what a code means and how to mend it, then stop")
    check.add_argument("--base", metavar="REV", help="tell the findings first that this git revision does not have")
    check.add_argument("--fix", action="store_true", help="first mend what a machine can: blocks, spaces, text forms")
    check.add_argument("--strict", action="store_true", help="exit with 1 for warnings too")
    check.add_argument("--today", type=_date, metavar="DATE", help="the day that counts as today, YYYY-MM-DD")
    blocks = command("blocks", _blocks, "list generated blocks that differ from their data, or write them")
    blocks.add_argument("--write", action="store_true", help="write fresh blocks and schemas")
    build = command("build", _build, "check, then render the site")
    build.add_argument("--site-dir", type=Path, metavar="DIR", help="where to write; site/ by default")
    serve = command("serve", _serve, "build, serve at http://127.0.0.1:8000/ and rebuild on change")
    serve.add_argument("--port", type=int, default=8000)
    listing = command("addresses", _addresses, "list addresses that are not yet in the list of published ones")
    listing.add_argument("--write", action="store_true", help="add them to the list; nothing is ever removed from it")
    translated = command(
        "translated", _translated, "record which text translations were made from, once they say the same"
    )
    translated.add_argument(
        "pages", nargs="*", metavar="PAGE", help="e.g. cancel/shop.md, or docs/ja/cancel/shop.md for one language"
    )
    translated.add_argument("--all", action="store_true", help="every translation of every page")
    rules = command("rules", _rules, "say whether the list of rules in CONTRIBUTING.md is up to date, or write it")
    rules.add_argument("--write", action="store_true", help="write the list as the rules describe themselves")
    new = command("new-carrier", _new_carrier, "write the record template and the three pages of a carrier")
    new.add_argument("id", metavar="ID", help="id of the carrier, e.g. docomo")
    return parser


def _date(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is not a date like 2026-11-20") from None


def checked_words(tree: Tree) -> str:
    """What was checked, in a few words."""
    return (
        f"{len(tree.pages)} pages in {len(tree.languages)} languages, {len(tree.carriers)} carriers, "
        f"{len(tree.products)} products, {len(tree.sources)} sources, {len(RULES)} rules"
    )


def _check(options: argparse.Namespace) -> int:
    if options.explain:
        return _explain(options.explain)
    # A short run: what it leaves behind goes with the process, and looking for it takes a fifth of the time.
    gc.disable()
    if options.fix:
        for line in fix_tree(options.root, options.today):
            # The findings alone go to stdout: they may be JSON.
            print(line, file=sys.stderr)
    tree = read_tree(options.root, options.today)
    findings = run_rules(tree)
    known = None
    new = findings
    if options.base is not None:
        new, old = parted(findings, findings_at(options.root, options.base, options.today))
        known = Known(options.base, old)
    for line in missing(tree):
        # Only the plain format is read by people alone.
        print(line, file=sys.stdout if options.format == "text" else sys.stderr)
    print(FORMATS[options.format](new, checked_words(tree), known))
    return FINDINGS if stopping(findings, options.strict) else CLEAN


def _explain(code: str) -> int:
    entries = rule_docs.entries()
    for entry in entries:
        if code.upper() == entry.code or code == entry.slug:
            print(f"{entry.code} {entry.slug}\n\n{entry.text}")
            return CLEAN
    print(f"error: no rule {code}; the codes are {', '.join(entry.code for entry in entries)}", file=sys.stderr)
    return MISUSE


def _blocks(options: argparse.Namespace) -> int:
    stale = write_blocks(options.root) if options.write else list(stale_pages(read_tree(options.root)))
    for path in stale:
        print(f"{'written' if options.write else 'differs'}: {path}")
    print(f"{len(stale)} file{'s' * (len(stale) != 1)} {'written' if options.write else 'differ; --write mends them'}")
    return FINDINGS if stale and not options.write else CLEAN


def _build(options: argparse.Namespace) -> int:
    from .render.mkdocs import RenderFailed, build_site

    tree = read_tree(options.root)
    findings = run_rules(tree)
    if stopping(findings):
        print(FORMATS["text"](findings, checked_words(tree)))
        print("not rendered: mend the findings first", file=sys.stderr)
        return FINDINGS
    target = options.site_dir or options.root / "site"
    try:
        faults = build_site(tree, target)
    except RenderFailed as error:
        print(f"error: the renderer stopped: {error}", file=sys.stderr)
        return FINDINGS
    print(FORMATS["text"](findings + faults, checked_words(tree)))
    return FINDINGS if stopping(faults) else CLEAN


def _serve(options: argparse.Namespace) -> int:
    from .render.serve import serve

    return serve(options.root, options.port)


def _addresses(options: argparse.Namespace) -> int:
    tree = read_tree(options.root)
    new = published.unlisted(tree)
    for address in new:
        print(f"{'added' if options.write else 'not listed'}: {address}")
    if options.write:
        published.write(tree)
    print(f"{len(new)} address{'es' * (len(new) != 1)} {'added' if options.write else 'to add; --write adds them'}")
    return FINDINGS if new and not options.write else CLEAN


def _translated(options: argparse.Namespace) -> int:
    tree = read_tree(options.root)
    if bool(options.pages) == options.all:
        print("error: name pages, or --all", file=sys.stderr)
        return MISUSE
    pairs = [(model, page) for model, others in page_versions(tree) for page in others]
    for given in options.pages:
        if not any(given in (page.name, page.path, model.path) for model, page in pairs):
            print(f"error: no translation belongs to {given}; name it like cancel/shop.md", file=sys.stderr)
            return MISUSE
    for model, page in pairs:
        if options.all or any(name in options.pages for name in (page.name, page.path, model.path)):
            text = recorded(model, page)
            if text != page.text:
                (options.root / page.path).write_text(text, encoding="utf-8")
                print(f"recorded: {page.path}")
    return CLEAN


def _rules(options: argparse.Namespace) -> int:
    try:
        fresh = rule_docs.stale(options.root)
    except rule_docs.NoPlace as error:
        print(f"error: {error}", file=sys.stderr)
        return MISUSE
    if fresh is None:
        print(f"up to date: {rule_docs.FILE}")
        return CLEAN
    if options.write:
        (options.root / rule_docs.FILE).write_text(fresh, encoding="utf-8")
    print(f"written: {rule_docs.FILE}" if options.write else f"differs: {rule_docs.FILE}; --write mends it")
    return CLEAN if options.write else FINDINGS


def _new_carrier(options: argparse.Namespace) -> int:
    try:
        written = new_carrier.write(read_tree(options.root), options.id)
    except new_carrier.Refused as error:
        print(f"error: {error}", file=sys.stderr)
        return MISUSE
    for path in written:
        print(f"written: {path}")
    print(f"next: fill docs/_data/carriers/{options.id}.yml, add carriers/{options.id}.md to nav in mkdocs.yml, then")
    print("      python scripts/build.py blocks --write")
    print(f"      python scripts/build.py translated carriers/{options.id}.md")
    print("      python scripts/build.py check")
    return CLEAN
