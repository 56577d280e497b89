"""Serve the built guide on this machine and rebuild it when a file changes; a reload waits for the build."""

from __future__ import annotations

import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from ..gc_pause import gc_paused
from ..model.finding import Finding, preventing
from ..report import FORMATS
from ..rules import run_rules
from ..source.kept import program
from ..source.writing import NotWritten
from ..tree.read import NoTree
from .delivery.policy import without_policy
from .mkdocs import RenderFailed
from .quick import Quick
from .shape import WATCHED, read_shaped

_NAMED = 8
_OPENED = 3
"""Pages that may be open beside each other, in tabs or windows."""


def serve(root: Path, port: int) -> int:
    """Build, serve until interrupted; return 0, 1 with findings at the start, or 2 if the port is taken."""
    # What is saved from here on is not what runs.
    program()
    from mkdocs.livereload import LiveReloadServer

    class Server(LiveReloadServer):
        """Puts a script into every page that reloads it; a page's policy would refuse that script."""

        def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
            return super()._inject_js_into_html(without_policy(content.decode()).encode(), epoch)

        def serve_request(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
            builds.opened(environ["PATH_INFO"])
            return super().serve_request(environ, start_response)

    if reason := _taken(port):
        print(f"error: port {port} cannot be used ({reason}); try --port with another number", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="guide-serve-") as folder:
        target = Path(folder) / "site"
        builds = _Builds(root, target)
        if not builds.first():
            return 1
        server = Server(builder=builds.saved, host="127.0.0.1", port=port, root=str(target), mount_path="/")
        for name in WATCHED:
            server.watch(str(root / name))
        print(f"the guide is at http://127.0.0.1:{port}/ (Ctrl-C stops it)", flush=True)
        try:
            server.serve(open_in_browser=False)
        except KeyboardInterrupt:
            pass
        finally:
            server.shutdown()
            builds.end()
    return 0


def _taken(port: int) -> str:
    # Asked before the site is built: the server itself only asks when it starts.
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            return error.strerror or str(error)
    return ""


class _Builds:
    """The builds of a served guide: the changed pages at once, all the rest in a process that the next save ends."""

    def __init__(self, root: Path, target: Path):
        self._quick = Quick(root, target)
        self._behind: subprocess.Popen[bytes] | None = None
        self._opened: tuple[str, ...] = ()

    def opened(self, path: str) -> None:
        """Remember that somebody asked for a path of the site, if it is a page's."""
        if path.endswith("/"):
            self._opened = (*(other for other in self._opened if other != path), path)[-_OPENED:]

    def first(self) -> bool:
        """Build the whole site; False where there is nothing to serve."""
        _told(self._whole)
        return self._quick.target.is_dir()

    def saved(self) -> None:
        """Put on screen what a saved file changes."""
        self.end()
        _told(self._update)

    def end(self) -> None:
        """End the build behind, if one is running: the site stays whole, as with any build that is killed."""
        if self._behind:
            self._behind.kill()
            self._behind.wait()
            self._behind = None

    def _whole(self) -> list[Finding]:
        tree = read_shaped(self._quick.root)
        findings = run_rules(tree)
        if preventing(findings):
            raise RenderFailed("correct the findings first; until then the pages are as they were", findings)
        try:
            findings += self._quick.whole(tree)
        except RenderFailed as error:
            # What the renderer found hides nothing that was found before.
            raise RenderFailed(str(error), findings + error.findings) from error
        if not findings:
            print(f"built {len(tree.pages)} pages", flush=True)
        return findings

    def _update(self) -> list[Finding]:
        since = time.perf_counter()
        # It is looked for between two saves.
        with gc_paused():
            changed = self._quick.update(read_shaped(self._quick.root), self._opened)
        if changed is None:
            return self._whole()
        for path in changed[:_NAMED]:
            print(f"on screen: {path}", flush=True)
        more = f", {len(changed)} pages" if len(changed) > _NAMED else ""
        print(f"{time.perf_counter() - since:.1f} s{more}; checks and the whole site follow", flush=True)
        command = [sys.executable, str(Path(sys.argv[0]).resolve()), "build", "--root", str(self._quick.root)]
        self._behind = subprocess.Popen([*command, "--site-dir", str(self._quick.target)])
        return []


def _told(build: Callable[[], list[Finding]]) -> None:
    """Run a build and print what it found."""
    try:
        findings = build()
    except (NoTree, NotWritten, RenderFailed) as error:
        if isinstance(error, RenderFailed) and error.findings:
            print(FORMATS["text"](error.findings, "this build"), flush=True)
        print(f"not rebuilt: {error}", file=sys.stderr, flush=True)
        return
    if findings:
        print(FORMATS["text"](findings, "this build"), flush=True)
