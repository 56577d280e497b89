"""The hostile inputs of ``tests/js/hostile.js``, for tests that are written in Python."""

from __future__ import annotations

import json

from node import node

_WRITE = 'import {{ hostile }} from "./tests/js/hostile.js"; process.stdout.write(JSON.stringify(hostile({many})))'


def hostile(many: int) -> list[str]:
    """So many of them; the first are single pieces, the others rows of such, some of them very long."""
    done = node("--input-type=module", "--eval", _WRITE.format(many=many))
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def in_address(text: str) -> str:
    """A text as a browser writes it into an address: what is no ASCII encoded, percent signs left as they are."""
    return "".join(
        character if 0x20 < ord(character) < 0x7F else "".join(f"%{byte:02X}" for byte in _bytes(character))
        for character in text
    )


def _bytes(character: str) -> bytes:
    return character.encode("utf-8", "surrogatepass")
