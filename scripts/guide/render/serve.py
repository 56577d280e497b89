"""Serve the built guide on this machine and rebuild it when a file changes; a reload waits for the build."""

from __future__ import annotations

import socket
import sys
import tempfile
from pathlib import Path

from ..expand import read_tree
from ..model.finding import preventing
from ..report import FORMATS
from ..rules import run_rules
from ..source.writing import NotWritten
from ..tree.layout import CONFIG, DOCS
from ..tree.read import NoTree
from .delivery.policy import without_policy
from .mkdocs import RenderFailed, build_site

WATCHED = (DOCS, "overrides", "scripts", CONFIG)


def serve(root: Path, port: int) -> int:
    """Build, serve until interrupted; return 0, 1 with findings at the start, or 2 if the port is taken."""
    from mkdocs.livereload import LiveReloadServer

    class Server(LiveReloadServer):
        """Puts a script into every page that reloads it; a page's policy would refuse that script."""

        def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
            return super()._inject_js_into_html(without_policy(content.decode()).encode(), epoch)

    if reason := _taken(port):
        print(f"error: port {port} cannot be used ({reason}); try --port with another number", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="guide-serve-") as folder:
        target = Path(folder) / "site"
        if not _build(root, target):
            return 1

        def rebuild() -> None:
            _build(root, target)

        server = Server(builder=rebuild, host="127.0.0.1", port=port, root=str(target), mount_path="/")
        for name in WATCHED:
            server.watch(str(root / name))
        print(f"the guide is at http://127.0.0.1:{port}/ (Ctrl-C stops it)", flush=True)
        try:
            server.serve(open_in_browser=False)
        except KeyboardInterrupt:
            pass
        finally:
            server.shutdown()
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


def _build(root: Path, target: Path) -> bool:
    try:
        tree = read_tree(root)
        findings = run_rules(tree)
        if not preventing(findings):
            findings += build_site(tree, target, faulty=True)
    except (NoTree, NotWritten, RenderFailed) as error:
        if isinstance(error, RenderFailed) and error.findings:
            print(FORMATS["text"](error.findings, "this build"), flush=True)
        print(f"not rebuilt: {error}", file=sys.stderr, flush=True)
        return False
    if findings:
        print(FORMATS["text"](findings, "this build"), flush=True)
    else:
        print(f"built {len(tree.pages)} pages", flush=True)
    return not preventing(findings) or target.is_dir()
