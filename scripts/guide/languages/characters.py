"""Which characters belong to which script, for patterns: everything that must know takes it from here."""

HAN = r"々〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
KANA = r"\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff"

CJK = HAN + KANA
