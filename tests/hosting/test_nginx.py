"""The configuration for nginx as Debian's nginx serves it: what a page, a robot and an intruder get."""

from __future__ import annotations

import asyncio
import gzip
import http.client
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor

import pytest
from guide.render.delivery.headers import CACHE
from guide.render.delivery.policy import HEADERS
from hostile import hostile, in_address
from nginx import HOSTING, free_port, nginx, pack, serving

# Only what a test cannot have is replaced in the server itself.
HTTP = """access_log off;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  {block}"""
SERVED = (
    "index.html",
    "404.html",
    "about/index.html",
    "assets/js/guide.js",
    "assets/images/logo.svg",
    "sw.js",
    "_headers",
)


@pytest.fixture(scope="module")
def site(built, tmp_path_factory):
    """Some of the site, packed beforehand, and a file beside it that must not be served."""
    folder = tmp_path_factory.mktemp("hosted")
    preview = next((built / "assets" / "previews").iterdir()).relative_to(built)
    for name in (*SERVED, preview):
        (folder / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(built / name, folder / "site" / name)
    (folder / "secret").write_text("secret")
    for name in (".hidden", ".built-guide"):
        (folder / "site" / name).write_text("secret")
    (folder / "site" / "empty").mkdir()
    pack(folder / "site")
    return folder / "site"


@pytest.fixture(scope="module")
def port(site):
    """The port where nginx serves it."""
    number, folder = free_port(), site.parent
    block = serving((HOSTING / "nginx.conf").read_text("utf-8"), f"127.0.0.1:{number}", site)
    with nginx(folder, [number], HTTP.format(folder=folder, block=block), "master_process off;"):
        yield number


@pytest.fixture
def ask(port):
    """Ask for an address: the answer's status, headers and body."""

    def asked(path: str, method: str = "GET", **headers: str):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        connection.putrequest(method, path, skip_accept_encoding=True)
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, answer.headers, body

    return asked


def test_what_was_packed_beforehand_is_sent(ask, site):
    page = (site / "about" / "index.html").read_bytes()
    status, headers, body = ask("/about/")
    assert (status, body, headers["Content-Encoding"]) == (200, page, None)
    status, headers, body = ask("/about/", Accept_Encoding="gzip")
    assert (headers["Content-Encoding"], gzip.decompress(body)) == ("gzip", page)
    assert body == (site / "about" / "index.html.gz").read_bytes()
    for path, type_of in {
        "/about/": "text/html; charset=utf-8",
        "/assets/js/guide.js": "application/javascript",
    }.items():
        status, headers, body = ask(path, Accept_Encoding="gzip, deflate, br")
        assert (status, headers["Content-Encoding"]) == (200, "br"), path
        assert headers["Content-Type"].startswith(type_of)
        assert "Accept-Encoding" in headers["Vary"]
    done = subprocess.run(["brotli", "-d", "-c"], input=body, capture_output=True, check=True)
    assert done.stdout == (site / "assets" / "js" / "guide.js").read_bytes()


def test_every_answer_carries_the_headers(ask, site):
    preview = next((site / "assets" / "previews").glob("*.png")).name
    for path in ("/", "/about/", "/assets/images/logo.svg", f"/assets/previews/{preview}", "/no/such/page/"):
        _, headers, _ = ask(path)
        assert {name: headers[name] for name in HEADERS} == HEADERS, path
        kept = max((folder for folder in CACHE if path.startswith(folder.removesuffix("*"))), key=len)
        assert headers.get_all("Cache-Control") == [CACHE[kept]], path
        assert "nginx/" not in headers["Server"]


def test_who_has_a_file_is_told_that_it_is_the_same(ask):
    for encoding in ("identity", "gzip", "br"):
        _, headers, _ = ask("/", Accept_Encoding=encoding)
        status, _, body = ask("/", Accept_Encoding=encoding, If_None_Match=headers["ETag"])
        assert (status, body) == (304, b""), encoding
        assert ask("/", Accept_Encoding=encoding, If_None_Match='"another"')[0] == 200


def test_what_is_not_there_gets_our_own_page(ask, site):
    for path in ("/no/such/page/", "/404.html", "/about/no.html"):
        status, headers, body = ask(path)
        assert (status, body) == (404, (site / "404.html").read_bytes()), path


def test_an_address_without_its_slash_leads_to_the_one_with_it(ask):
    status, headers, _ = ask("/about?q=1")
    assert (status, headers["Location"]) == (301, "/about/?q=1")


@pytest.mark.parametrize("path", ["/assets/", "/assets/js/", "/empty/"])
def test_no_folder_is_listed(path, ask, site):
    status, _, body = ask(path)
    assert (status, body) == (404, (site / "404.html").read_bytes())


@pytest.mark.parametrize(
    "path",
    [
        *("/../secret", "/%2e%2e/secret", "/..%2fsecret", "/about/../../secret", "/about/..%5c..%5c..%5csecret"),
        *("//../secret", "/assets/js/..%2f..%2f..%2fsecret", "/%2e%2e%2f%2e%2e%2fetc/passwd", "/secret%00.html"),
        *("/.hidden", "/about/../.hidden", "/%2ehidden", "/.built-guide", "/.git/config", "/_headers", "/%5fheaders"),
        *("/index.html.gz/../../secret", "/....//secret"),
        pytest.param("/" + "a" * 9000, id="long"),
    ],
)
def test_no_path_escapes(path, ask):
    status, _, body = ask(path)
    assert status in (400, 404, 414)
    assert b"secret" not in body.replace(path.encode(), b"") and b"root:" not in body


def test_a_thousand_hostile_addresses(port, site):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    ours, home = ((site / name).read_bytes() for name in ("404.html", "index.html"))
    for seed, text in enumerate(hostile(1000)):
        # As a browser sends it, which keeps what is behind # for itself.
        path = "/c/" * (seed % 2) + "/" + in_address(text).partition("#")[0]
        connection.request("GET", path)
        answer = connection.getresponse()
        body = answer.read()
        assert answer.status in (200, 301, 400, 404, 414), (seed, path)
        # A page of the guide and never the address itself; nothing leads to another host.
        assert body == {200: home, 404: ours}.get(answer.status, body), (seed, path)
        assert answer.headers.get("Location", "/").startswith("/"), (seed, path)
        assert not answer.headers.get("Location", "/").startswith("//"), (seed, path)
        assert "Set-Cookie" not in answer.headers, (seed, path)
    connection.close()


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "PROPFIND", "get"])
def test_only_reading_is_done(method, ask):
    assert ask("/", method)[0] in (400, 405)
    assert ask("/", "HEAD")[::2] == (200, b"")


def test_parts_of_a_file_are_sent(ask, site):
    whole = (site / "sw.js").read_bytes()
    status, headers, body = ask("/sw.js", Range="bytes=10-19")
    assert (status, body, headers["Content-Range"]) == (206, whole[10:20], f"bytes 10-19/{len(whole)}")
    assert ask("/sw.js", Range="bytes=-5")[2] == whole[-5:]
    assert ask("/sw.js", Range=f"bytes={len(whole)}-")[0] == 416
    assert ask("/sw.js", Range="lines=1-2")[0] == 200


def test_two_hundred_readers_at_once(port, site):
    expected = (site / "index.html").read_bytes()

    async def read() -> bytes:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"GET / HTTP/1.1\r\nHost: guide.example\r\nConnection: close\r\n\r\n")
        answer = await asyncio.wait_for(reader.read(), 20)
        writer.close()
        return answer

    async def all_of_them() -> list[bytes]:
        return await asyncio.gather(*(read() for _ in range(200)))

    # In a thread of its own: the browser's tests leave a loop running in this one.
    with ThreadPoolExecutor() as threads:
        readers = threads.submit(lambda: asyncio.run(all_of_them()))
    answers = [answer.partition(b"\r\n\r\n") for answer in readers.result()]
    assert {head.split(b"\r\n")[0] for head, _, _ in answers} == {b"HTTP/1.1 200 OK"}
    assert {body for _, _, body in answers} == {expected}


def test_nginx_has_nothing_to_warn_of_in_the_configuration(port, site):
    assert "[warn]" not in (site.parent / "errors").read_text("utf-8")
