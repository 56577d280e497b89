"""Several sites at once with the guide's own configuration, each at a port of its own, and what was sent."""

from __future__ import annotations

import contextlib
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nginx import HOSTING, free_port, nginx, serving

_HTTP = """log_format wire "$bytes_sent";
  access_log {folder}/answers wire;
  ssl_certificate {folder}/certificate.pem;
  ssl_certificate_key {folder}/key.pem;
  {blocks}"""
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
        NoNginx: as ``nginx`` does.
    """
    _certify(folder)
    ports = {name: free_port() for name in sites}
    given = (HOSTING / "nginx.conf").read_text("utf-8")
    [server] = _SERVER.findall(given)
    # A name would be that of several servers.
    servers = [serving(server, f"127.0.0.1:{port} ssl http2", sites[name]) for name, port in ports.items()]
    blocks = given.replace(server, "\n".join(servers))
    # Workers have a user of their own where root starts them, who must be able to look in.
    folder.chmod(0o755)
    with nginx(folder, list(ports.values()), _HTTP.format(folder=folder, blocks=blocks)):
        yield {name: f"https://127.0.0.1:{port}/" for name, port in ports.items()}, Log(folder / "answers")


def _certify(folder: Path) -> None:
    command = (
        "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 -keyout key.pem -out certificate.pem"
    )
    subprocess.run(command.split(), cwd=folder, check=True, capture_output=True)
