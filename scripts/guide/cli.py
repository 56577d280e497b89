"""The command line: arguments and exit codes. What the commands do stands in ``commands``.

Exit codes: 0 clean, 1 findings, 2 wrong use or unreadable input, 3 internal error.
"""

from __future__ import annotations

import argparse
import contextlib
import datetime
import io
import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

from .commands import CLEAN, INTERNAL, MISUSE
from .report import FORMATS
from .source.writing import NotWritten, reason
from .tree.read import NoTree

HERE = Path(__file__).resolve().parents[2]


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        options = _parser().parse_args(arguments)
    except SystemExit as stop:
        return CLEAN if stop.code in (0, None) else MISUSE
    try:
        code = options.run(options)
        sys.stdout.flush()
        return code
    except (NoTree, NotWritten) as error:
        print(f"error: {error}", file=sys.stderr)
        return MISUSE
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        _silence_output()
        return CLEAN
    except OSError as error:
        if error.filename is None:
            _silence_output()
        print(f"error: {error.filename or 'the output'}: {reason(error)}", file=sys.stderr)
        return MISUSE
    except Exception:
        traceback.print_exc()
        print(
            "internal error: this is a fault of the build script, not of the content; please report it", file=sys.stderr
        )
        return INTERNAL


def _silence_output() -> None:
    # Nobody reads what is left, or it has no room: Python would try once more at its end, and complain.
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parser() -> argparse.ArgumentParser:
    from .commands import addresses, build, check, confirm, explain, new_carrier, schemas, serve, show

    parser = argparse.ArgumentParser(prog="build.py", description="Check, build and serve the guide.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(
        name: str, run: Callable[[argparse.Namespace], int], words: str, *aliases: str
    ) -> argparse.ArgumentParser:
        added = commands.add_parser(name, aliases=aliases, help=words, description=words)
        added.set_defaults(run=run)
        added.add_argument("--root", type=Path, default=HERE, metavar="DIR", help="another tree of the same shape")
        return added

    one = command("check", check.run, "validate pages and records")
    one.add_argument("--format", choices=sorted(FORMATS), default="text", help="how findings are printed")
    one.add_argument("--explain", metavar="CODE", help="print what a code means and how to correct it, then stop")
    one.add_argument("--base", metavar="REV", help="print first the findings that this git revision does not have")
    one.add_argument("--review", metavar="REV", help="also warn of what says otherwise than at this git revision")
    one.add_argument("--fix", action="store_true", help="first repair spaces and forms of characters in the files")
    one.add_argument("--strict", action="store_true", help="exit with 1 for warnings too")
    one.add_argument("--today", type=_date, metavar="DATE", help="the day that counts as today, YYYY-MM-DD")
    one = command("build", build.run, "check, then render the site")
    one.add_argument("--site-dir", type=Path, metavar="DIR", help="where to write; site/ by default")
    one = command("serve", serve.run, "build, serve at http://127.0.0.1:8000/ and rebuild on change")
    one.add_argument("--port", type=_port, default=8000, help="8000 if left out")
    one = command("show", show.run, "print a page as readers see it, its blocks filled and its values printed")
    one.add_argument("page", nargs="?", metavar="PAGE", help="e.g. carriers/au.md")
    one.add_argument("--lang", metavar="CODE", help="the language; the default language if left out")
    one.add_argument("--all", type=Path, metavar="DIR", help="write every page into this folder instead")
    one = command("addresses", addresses.run, "list addresses that are not yet in the list of published ones")
    one.add_argument("--write", action="store_true", help="add them to the list; nothing is ever removed from it")
    # The alias is the command's first name, for scripts and notes that still use it.
    one = command(
        "confirm",
        confirm.run,
        "record that files were read again, beside their sources and their other languages",
        "translated",
    )
    one.add_argument(
        "pages",
        nargs="*",
        metavar="PATH",
        help="e.g. cancel/shop.md, docs/ja/cancel/shop.md for one language, docs/_data/desks.yml",
    )
    one.add_argument("--all", action="store_true", help="every file")
    one = command("rules", explain.run, "tell whether maintaining/rules.md is up to date, or write it")
    one.add_argument("--write", action="store_true", help="write the list as the rules describe themselves")
    one = command("schemas", schemas.run, "say whether the schemas for editors are up to date, or write them")
    one.add_argument("--write", action="store_true", help="write them as the models are now")
    one = command("new-carrier", new_carrier.run, "write the record template and the pages of a carrier")
    one.add_argument("id", metavar="ID", help="id of the carrier, e.g. docomo")
    return parser


def _date(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is not a date like 2026-11-20") from None


def _port(text: str) -> int:
    if text.isascii() and text.isdecimal() and 0 < int(text) < 65536:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text} is not a port; take a number from 1 to 65535")
