"""A source that nothing cites.

Why: the list of sources must be the list of what the guide leans on, no longer.
Mend: cite it where it supports a fact, or delete it.

Bad:  a source in sources.yml that no record and no page names
Good: every source cited at least once
"""

CODE = "FS004"
SLUG = "source-unused"


def check(site):
    """Yield a finding for every source without a citation."""
    cited = {citation.id for citation in site.citations}
    for place in site.source_places:
        if place.id not in cited:
            yield place.position, f'nothing cites the source "{place.id}"', "cite it or delete it"
