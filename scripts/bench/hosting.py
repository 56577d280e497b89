"""Debian's nginx with the guide's own configuration, for several sites at once, each at a port of its own."""

from __future__ import annotations

import contextlib
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benching import ROOT

HOSTING = ROOT / "maintaining" / "hosting"
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
_AROUND = """load_module {module};
daemon off;
pid {folder}/pid;
error_log {folder}/errors;
events {{ worker_connections 1024; }}
http {{
  include /etc/nginx/mime.types;
  log_format wire "$bytes_sent";
  access_log {folder}/answers wire;
  ssl_certificate {folder}/certificate.pem;
  ssl_certificate_key {folder}/key.pem;
  {blocks}
}}
"""
_SERVER = re.compile(r"^server \{.*?^\}", re.M | re.S)


@dataclass(frozen=True)
class Sent:
    """What the server has sent: answers, and their bytes with headers."""

    requests: int
    bytes: int

    def __sub__(self, before: Sent) -> Sent:
        """What it has sent since."""
        return Sent(self.requests - before.requests, self.bytes - before.bytes)


@dataclass(frozen=True)
class Log:
    """The server's list of its answers."""

    file: Path

    def read(self) -> Sent:
        """All that was sent until now."""
        sizes = self.file.read_text("utf-8").split()
        return Sent(len(sizes), sum(map(int, sizes)))


@contextlib.contextmanager
def hosted(sites: dict[str, Path], folder: Path) -> Iterator[tuple[dict[str, str], Log]]:
    """Serve sites that were packed beforehand over HTTP/2, with a certificate of our own; addresses by name, and log.

    Raises:
        SystemExit: there is no nginx with its module for brotli, or it does not start.
    """
    nginx = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
    if not nginx or not BROTLI.exists():
        raise SystemExit("no nginx with brotli found: sh scripts/ensure-nginx.sh installs it")
    _certify(folder)
    ports = {name: _free_port() for name in sites}
    given = (HOSTING / "nginx.conf").read_text("utf-8")
    server = _SERVER.search(given)
    if server is None:
        raise SystemExit("the configuration has no server")
    servers = []
    for name, port in ports.items():
        # A name would be that of several servers.
        own = re.sub(r"listen [^;]*;", f"listen 127.0.0.1:{port} ssl http2;", server[0])
        servers.append(re.sub(r"\broot [^;]*;", f"root {sites[name]};", own))
    configuration = folder / "nginx.conf"
    blocks = given.replace(server[0], "\n".join(servers))
    configuration.write_text(_AROUND.format(module=BROTLI, folder=folder, blocks=blocks), "utf-8")
    # Workers have a user of their own where root starts them, who must be able to look in.
    folder.chmod(0o755)
    process = subprocess.Popen([nginx, "-p", str(folder), "-c", str(configuration), "-e", str(folder / "errors")])
    try:
        for port in ports.values():
            _await(port, process, folder / "errors")
        yield {name: f"https://127.0.0.1:{port}/" for name, port in ports.items()}, Log(folder / "answers")
    finally:
        process.terminate()
        process.wait(10)


def pack(site: Path) -> None:
    """Compress what a site has, as the guide's own is before it is served."""
    subprocess.run(["sh", str(HOSTING / "pack.sh"), str(site)], check=True)


def _certify(folder: Path) -> None:
    command = (
        "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 -keyout key.pem -out certificate.pem"
    )
    subprocess.run(command.split(), cwd=folder, check=True, capture_output=True)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _await(port: int, process: subprocess.Popen[bytes], errors: Path) -> None:
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        if process.poll() is not None:
            break
        time.sleep(0.05)
    raise SystemExit(f"nginx does not start:\n{errors.read_text('utf-8')}")
