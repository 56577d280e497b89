"""Ask the search of a built site as a reader does: through its field, in Chromium; and judge what it answers."""

from __future__ import annotations

import gzip
import statistics
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from guide.languages import Language
from guide.search.index import TEXTS
from guide.source.yaml import read_yaml
from places import LANGUAGES

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
FIELD = "#search-header"
MEASURE = "guide-search"
GRID = "grid"


@dataclass(frozen=True)
class Query:
    """What a reader types and the addresses, without language, that answer it; none for nonsense."""

    text: str
    answers: tuple[str, ...]

    def answered_by(self, address: str) -> bool:
        """Whether a result leads there; an answer without ``#`` means any section of that page."""
        return any(address == answer if "#" in answer else address.split("#")[0] == answer for answer in self.answers)


def read_queries() -> dict[str, dict[str, list[Query]]]:
    """The queries by language and set, as ``queries.yml`` names them."""
    data = _read(HERE / "queries.yml")
    topics = _read(ROOT / "docs" / "_data" / "faq.yml")
    topic_of = {question: topic["id"] for topic in topics for question in topic["questions"]}
    grids = data.pop("grid")
    found = {
        language: {
            name: [
                Query(entry["q"], tuple(_address(short, topic_of) for short in _listed(entry["to"])))
                for entry in entries
            ]
            for name, entries in sets.items()
        }
        | ({GRID: _grid(**grids[language])} if language in grids else {})
        for language, sets in data.items()
    }
    for language in LANGUAGES:
        if language.source is not None:
            # Its readers ask what those of its source ask, and in words of their own.
            made = {name: _converted(queries, language) for name, queries in found[language.source.code].items()}
            own = found.get(language.code, {})
            asked = {query.text for queries in own.values() for query in queries}
            for name, queries in made.items():
                # Words that the source tells apart may be one here.
                new = {query.text: query for query in queries if name == GRID or query.text not in asked}
                asked |= set() if name == GRID else set(new)
                made[name] = [*own.get(name, []), *new.values()]
            found[language.code] = made
    return found


def _read(path: Path) -> Any:
    return read_yaml(path.read_text("utf-8")).data


def _converted(queries: list[Query], language: Language) -> list[Query]:
    return [Query(language.converted(query.text), query.answers) for query in queries]


def _listed(to: str | list[str]) -> list[str]:
    return [] if to == "none" else to


def _address(short: str, topic_of: dict[str, str]) -> str:
    page, mark, key = short.partition("#")
    if short == "home/":
        return ""
    if page == "faq" and mark:
        return f"faq/{topic_of[key]}/#{key}"
    return short if "/" in page else f"carriers/{page}/{mark}{key}"


def _grid(names: dict[str, str], topics: dict[str, str]) -> list[Query]:
    return [
        Query(f"{name} {topic}", (f"carriers/{carrier}/#{_place(carrier, key)}",))
        for name, carrier in names.items()
        for topic, key in topics.items()
    ]


@cache
def _record(carrier: str) -> dict[str, Any]:
    return _read(ROOT / "docs" / "_data" / "carriers" / f"{carrier}.yml")


def _place(carrier: str, key: str) -> str:
    """The section of a carrier's page that answers a topic; the desks to ask where the record knows nothing of it."""
    record = _record(carrier)
    if key in ("shop", "chat", "phone"):
        way = record["channels"][key]
        numbers = key == "phone" and any("number" in contact for contact in record["contacts"])
        return key if way["available"] != "unknown" or way.get("how") or numbers else "contacts"
    if key == "sim" and record["ending"]["sim_return"]["value"] == "unknown":
        return key if record["ending"]["sim_return"].get("note") or record["facts"].get("sim") else "contacts"
    return key


@dataclass
class Figures:
    """How well a set of queries was answered. Shares are 0 to 1."""

    ranks: list[int] = field(default_factory=list)
    """Place of the first right result from 1, 0 where there is none; only of queries that have an answer."""
    silent: list[bool] = field(default_factory=list)
    """Of queries without an answer: whether nothing was found."""
    misses: list[str] = field(default_factory=list)

    def add(self, query: Query, found: list[str]) -> None:
        """Judge one list of results."""
        if not query.answers:
            self.silent.append(not found)
            if found:
                self.misses.append(f"{query.text}: {found[0]} instead of nothing")
            return
        rank = next((place for place, address in enumerate(found, 1) if query.answered_by(address)), 0)
        self.ranks.append(rank)
        if rank != 1:
            self.misses.append(f"{query.text}: {rank or 'not found'}; first {found[:1]}")

    def within(self, places: int) -> float:
        """Share of the queries that are answered within the first ``places`` results."""
        return sum(0 < rank <= places for rank in self.ranks) / len(self.ranks)

    @property
    def reciprocal_rank(self) -> float:
        """Mean of 1/rank."""
        return statistics.mean(1 / rank if rank else 0 for rank in self.ranks)

    @property
    def silence(self) -> float:
        """Share of the nonsense that finds nothing."""
        return sum(self.silent) / len(self.silent) if self.silent else 1.0


# The engine that the field asks, by itself. What the field shows of its answers is another test's.
ASK_ALL = """async ([texts, scripts, index]) => {
  const { loadEngine } = await import(scripts);
  globalThis.engine ??= await loadEngine(index);
  return texts.map((text) => globalThis.engine.answers(text).map((answer) => answer.path));
}"""


def ask_all(page, root: str, code: str, texts: list[str]) -> list[list[str]]:
    """The addresses of the results for each text, without the language, by the engine alone, in one go.

    The page is one of that language; ``root`` is the address of the site, of which ``code`` names the index.
    """
    return page.evaluate(ASK_ALL, [texts, f"{root}assets/js/search/engine.js", f"{root}search/{code}.json"])


# Puts texts into a field as a keyboard does, each in pieces and each piece after the answer to the one before, and says
# what it then shows. Within the page: from outside, most of the time goes by between the keys.
PUT_IN = f"""async (input, texts) => {{
  const answered = () => performance.getEntriesByName("{MEASURE}").length;
  const shown = [];
  for (const pieces of texts) {{
    input.focus();
    input.select();
    for (const piece of pieces) {{
      const before = answered(), start = performance.now();
      document.execCommand("insertText", false, piece);
      while (piece.trim() && answered() === before) {{
        if (performance.now() - start > 30_000) throw new Error("never answered: " + pieces.join(""));
        await new Promise((passed) => setTimeout(passed));
      }}
    }}
    shown.push([...input.form.querySelectorAll("[role=option]")].map((option) => option.href));
  }}
  return shown;
}}"""


def packed(file: bytes) -> int:
    """The bytes of a file as a static host sends it."""
    return len(gzip.compress(file, 6))


class Asker:
    """Types into the field of one page and reads the results."""

    def __init__(self, page, home: str):
        self.page, self.home = page, home
        self._responses = []
        page.on("response", lambda response: self._responses.append(response))
        page.locator(FIELD).focus()

    @property
    def bytes(self) -> int:
        """What the search has fetched for its answers, as a static host sends it: compressed, at the usual level."""
        own = [response for response in self._responses if "/search/" in response.url]
        return sum(packed(response.body()) for response in own if not response.url.endswith(TEXTS))

    @property
    def fetched(self) -> list[str]:
        """The addresses of it."""
        return [response.url for response in self._responses]

    def ask(self, text: str) -> list[str]:
        """The addresses of the results, without the language, for a text put in at once."""
        return self.ask_all([text])[0]

    def ask_all(self, texts: list[str]) -> list[list[str]]:
        """As ``ask``, of one text after another."""
        shown = self.page.locator(FIELD).evaluate(PUT_IN, [[text] for text in texts])
        return [[self._bare(link) for link in links] for links in shown]

    def type(self, texts: list[str]) -> None:
        """Type texts key by key, each key after the answer to the one before."""
        self.page.locator(FIELD).evaluate(PUT_IN, [list(text) for text in texts])

    def times(self) -> list[float]:
        """Milliseconds from each key to its results, since the last call."""
        return self.page.evaluate(
            f"""() => {{
              const times = performance.getEntriesByName("{MEASURE}").map((entry) => entry.duration);
              performance.clearMeasures("{MEASURE}");
              return times;
            }}"""
        )

    def _bare(self, url: str) -> str:
        assert url.startswith(self.home), f"{url} is not in the language of {self.home}"
        parts = urlsplit(url[len(self.home) :])
        return parts.path + (f"#{unquote(parts.fragment)}" if parts.fragment else "")


def percentile(values: list[float], share: float) -> float:
    """The value below which the share (0 to 1) of the values lies."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]
