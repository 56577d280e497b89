"""The elements of HTML that pages may hold."""

_VOID = "area base br col embed hr img input link meta source track wbr"
_INLINE = (
    "a abbr b bdi bdo br cite code data del dfn em i img ins kbd label mark q rp rt ruby s samp small span strong sub "
    "sup time u var wbr"
)
_BLOCK = (
    "article aside blockquote button caption circle col colgroup dd defs details div dl dt figcaption figure footer "
    "form g h1 h2 h3 h4 h5 h6 header hr iframe input audio li line main nav ol option p path picture pre rect section "
    "select source summary svg symbol table tbody td textarea tfoot th thead title tr track ul use video"
)
HEAD = frozenset(("base", "link", "meta"))
"""Elements of a page's head without an end: in its text they change where all of its links lead, or where it leads."""
VOID = frozenset(_VOID.split())
"""Elements that have no end."""
INLINE = frozenset(_INLINE.split())
"""Elements inside a line."""
BLOCK = frozenset(_BLOCK.split())
"""Elements that stand for themselves."""
