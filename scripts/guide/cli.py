"""The command line: arguments and exit codes, no logic of its own.

Exit codes: 0 clean, 1 findings, 2 wrong use or unreadable input, 3 internal error.
"""

from __future__ import annotations

import argparse
import datetime
import inspect
import sys
import traceback
from pathlib import Path

from . import new_carrier
from .blocks import rewritten
from .load.tree import NoTree, Site, load_site
from .report import FORMATS
from .rules import RULES, run_rules
from .schema import write_schemas

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
    check.add_argument("--today", type=_date, metavar="DATE", help="the day that counts as today, YYYY-MM-DD")
    blocks = command("blocks", _blocks, "list generated blocks that differ from their data, or write them")
    blocks.add_argument("--write", action="store_true", help="write fresh blocks and schemas")
    build = command("build", _build, "check, then render the site")
    build.add_argument("--site-dir", type=Path, metavar="DIR", help="where to write; site/ by default")
    serve = command("serve", _serve, "build, serve at http://127.0.0.1:8000/ and rebuild on change")
    serve.add_argument("--port", type=int, default=8000)
    new = command("new-carrier", _new_carrier, "write the record template and the three pages of a carrier")
    new.add_argument("id", metavar="ID", help="id of the carrier, e.g. docomo")
    return parser


def _date(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is not a date like 2026-11-20") from None


def checked_words(site: Site) -> str:
    """What was checked, in a few words."""
    return (
        f"{len(site.pages)} pages in {len(site.languages)} languages, {len(site.carriers)} carriers, "
        f"{len(site.products)} products, {len(site.sources)} sources, {len(RULES)} rules"
    )


def _check(options: argparse.Namespace) -> int:
    if options.explain:
        return _explain(options.explain)
    site = load_site(options.root, options.today)
    findings = run_rules(site)
    print(FORMATS[options.format](findings, checked_words(site)))
    return FINDINGS if findings else CLEAN


def _explain(code: str) -> int:
    for rule in RULES:
        if code.upper() == rule.CODE or code == rule.SLUG:
            print(f"{rule.CODE} {rule.SLUG}\n\n{inspect.cleandoc(rule.__doc__)}")
            return CLEAN
    print(f"error: no rule {code}; the codes are {', '.join(rule.CODE for rule in RULES)}", file=sys.stderr)
    return MISUSE


def _blocks(options: argparse.Namespace) -> int:
    stale: list[str] = []
    # The list of sources is made from the footnotes of other pages, so a second round may change it.
    for _ in range(3):
        site = load_site(options.root)
        changed = {page.path: text for page in site.pages.values() if (text := rewritten(site, page)) != page.text}
        stale += [path for path in changed if path not in stale]
        if not changed or not options.write:
            break
        for path, text in changed.items():
            (options.root / path).write_text(text, encoding="utf-8")
    if options.write:
        stale += write_schemas(options.root)
    for path in stale:
        print(f"{'written' if options.write else 'differs'}: {path}")
    print(f"{len(stale)} file{'s' * (len(stale) != 1)} {'written' if options.write else 'differ; --write mends them'}")
    return FINDINGS if stale and not options.write else CLEAN


def _build(options: argparse.Namespace) -> int:
    from .site.build import RenderFailed, build_site

    site = load_site(options.root)
    findings = run_rules(site)
    if findings:
        print(FORMATS["text"](findings, checked_words(site)))
        print("not rendered: mend the findings first", file=sys.stderr)
        return FINDINGS
    target = options.site_dir or options.root / "site"
    try:
        faults = build_site(site, target)
    except RenderFailed as error:
        print(f"error: the renderer stopped: {error}", file=sys.stderr)
        return FINDINGS
    print(FORMATS["text"](faults, checked_words(site)))
    return FINDINGS if faults else CLEAN


def _serve(options: argparse.Namespace) -> int:
    from .site.serve import serve

    return serve(options.root, options.port)


def _new_carrier(options: argparse.Namespace) -> int:
    try:
        written = new_carrier.write(load_site(options.root), options.id)
    except new_carrier.Refused as error:
        print(f"error: {error}", file=sys.stderr)
        return MISUSE
    for path in written:
        print(f"written: {path}")
    print(f"next: fill docs/_data/carriers/{options.id}.yml, add carriers/{options.id}.md to nav in mkdocs.yml, then")
    print("      python scripts/build.py blocks --write && python scripts/build.py check")
    return CLEAN
