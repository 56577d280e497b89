"""Debian's nginx with the guide's own configuration, for the tests and the benchmarks."""

from __future__ import annotations

import contextlib
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

HOSTING = Path(__file__).resolve().parents[2] / "maintaining" / "hosting"
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
_AROUND = """load_module {module};
daemon off;
{settings}
pid {folder}/pid;
error_log {folder}/errors;
events {{ worker_connections 1024; }}
http {{
  include /etc/nginx/mime.types;
  {http}
}}
"""
_SECONDS = 10


class NoNginx(Exception):
    """There is no nginx with its module for brotli, or it does not start; the message says what to do."""


@contextlib.contextmanager
def nginx(folder: Path, ports: list[int], http: str, settings: str = "") -> Iterator[None]:
    """Run it with ``http`` inside its block of that name, and ``settings`` before it, until the block ends.

    ``folder`` takes its files; it is up when it answers at all ``ports``.

    Raises:
        NoNginx: where there is none, or it ends at once.
    """
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
    if not program or not BROTLI.exists():
        raise NoNginx("no nginx with brotli found; sh scripts/ensure-nginx.sh installs it, and so does make test")
    configuration, errors = folder / "nginx.conf", folder / "errors"
    configuration.write_text(_AROUND.format(module=BROTLI, settings=settings, folder=folder, http=http), "utf-8")
    process = subprocess.Popen([program, "-p", str(folder), "-c", str(configuration), "-e", str(errors)])
    try:
        for port in ports:
            _await(port, process, errors)
        yield
    finally:
        process.terminate()
        process.wait(_SECONDS)


def _await(port: int, process: subprocess.Popen[bytes], errors: Path) -> None:
    until = time.monotonic() + _SECONDS
    while time.monotonic() < until and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise NoNginx(f"nginx does not start:\n{errors.read_text('utf-8')}")


def free_port() -> int:
    """A port of this machine that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def serving(block: str, listen: str, root: Path) -> str:
    """A server of the guide's configuration that listens elsewhere and serves another folder."""
    return re.sub(r"\broot [^;]*;", f"root {root};", re.sub(r"listen [^;]*;", f"listen {listen};", block))


def pack(site: Path) -> None:
    """Compress beforehand what a site has, as the guide's own is before it is served."""
    subprocess.run(["sh", str(HOSTING / "pack.sh"), str(site)], check=True)
