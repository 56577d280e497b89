"""Which characters belong to which script, for patterns: everything that must know takes it from here."""

import re

HAN = r"々〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
KANA = r"\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff"

CJK = HAN + KANA

_ALL = "".join(map(chr, range(0x3000, 0xFB00)))


def encoded(script: str, character_set: str, *, lacking: bool = False) -> str:
    """The characters of a script that a national character set has, or with ``lacking`` those it has not."""
    of_script = "".join(re.findall(f"[{script}]", _ALL))
    # 〇 is written everywhere, whatever a standard of 1980 says.
    has = {"〇", *of_script.encode(character_set, "ignore").decode(character_set)}
    return "".join(one for one in of_script if (one in has) != lacking)
