"""The pages of one language as other tools make them, as they come: Material, Starlight, VitePress; and bare.

Material gets the expanded Markdown. The others do not read its extensions: they get the finished HTML of our articles
inside Markdown, with Markdown's headings, from which they make their contents and their search.
"""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from benching import ROOT, mkdocs_build
from builds import stock_settings
from guide.expand.output import EXPANDED
from guide.languages import Language

PROJECT = Path(__file__).with_suffix("")
"""The locked packages of npm."""
PATIENCE = 300
"""Seconds until a tool that is still building has failed."""
_ARTICLE = re.compile(r"<article\b[^>]*>(.*?)</article>", re.S)
_SCRIPT = re.compile(r"<(script|style)\b.*?</\1>", re.S)
# Pictures have addresses that only our build knows.
_SOURCE = re.compile(r' (?:src|srcset)="[^"]*"')
_EMPTY_LINES = re.compile(r"\n\s*\n+")
_BLOCK_END = re.compile(r"(</(?:p|li|div|section|td|th|tr|table|[uod]l|d[td]|details|summary|nav|aside|figure)>)(?!\n)")
_HEADING = re.compile(r"<h([1-6])\b[^>]*>(.*?)</h\1>\s*", re.S)
_TAG = re.compile(r"<[^>]*>")
_BARE = """<!doctype html><html lang="{tag}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>{title}</title>{text}</html>
"""
_STARLIGHT = """import {{ defineConfig }} from "astro/config";
import starlight from "@astrojs/starlight";
export default defineConfig({{
  integrations: [starlight({{
    title: {title},
    locales: {{ root: {{ label: {tag}, lang: {tag} }} }},
    sidebar: {sidebar},
  }})],
}});
"""
_CONTENT = """import { defineCollection } from "astro:content";
import { docsLoader } from "@astrojs/starlight/loaders";
import { docsSchema } from "@astrojs/starlight/schema";
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
"""
_VITEPRESS = """export default {{
  title: {title}, lang: {tag}, ignoreDeadLinks: true,
  themeConfig: {{ search: {{ provider: "local" }}, sidebar: {sidebar} }},
}};
"""


@dataclass(frozen=True)
class Article:
    """A page's text without what only scripts or our build fill: its title, its whole, and what follows the title."""

    title: str
    whole: str
    rest: str

    @classmethod
    def of(cls, page: str) -> Article:
        """Cut it out of a page that we built."""
        article = _ARTICLE.search(page)
        text = _EMPTY_LINES.sub("\n", _SOURCE.sub("", _SCRIPT.sub("", article[1] if article else ""))).strip()
        heading = _HEADING.search(text)
        if heading is None:
            return cls("", text, text)
        return cls(_plain(heading[2]), text, text.replace(heading[0], "", 1))

    def markdown(self) -> str:
        """What follows the title as Markdown that is HTML but for its headings.

        Every block ends its line: the search of VitePress looks for headings line by line, and on the single line of a
        minified page takes minutes.
        """
        lines = _BLOCK_END.sub(r"\1\n", self.rest)
        return _HEADING.sub(lambda found: f"\n\n{'#' * int(found[1])} {_plain(found[2])}\n\n", lines)


def _plain(markup: str) -> str:
    return " ".join(html.unescape(_TAG.sub("", markup)).split())


def articles(site: Path, language: Language, others: tuple[Language, ...]) -> dict[str, Article]:
    """The articles of a language of our built site, by address below its folder."""
    home = site / language.prefix
    folders = {other.code for other in others}
    found = {}
    for file in sorted(home.rglob("index.html")):
        path = file.parent.relative_to(home)
        page = file.read_text("utf-8")
        if not folders.intersection(path.parts[:1]) and "<article" in page:
            found[f"{path.as_posix()}/" if path.parts else ""] = Article.of(page)
    return found


def bare(pages: dict[str, Article], language: Language, target: Path) -> Path:
    """The floor: the articles alone, without style or script."""
    for path, article in pages.items():
        file = target / path / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_BARE.format(tag=language.tag, title=article.title, text=article.whole), "utf-8")
    return target


def material(language: Language, target: Path) -> Path:
    """Material with its search, but without fonts from another host."""
    settings: dict[str, Any] = stock_settings(ROOT)
    settings |= {"docs_dir": str(ROOT / EXPANDED / language.code), "site_dir": str(target), "plugins": ["search"]}
    settings["theme"] |= {"language": language.code, "font": False}
    file = target.parent / "material.yml"
    file.write_text(yaml.safe_dump(settings, allow_unicode=True, sort_keys=False), encoding="utf-8")
    mkdocs_build(file, "--quiet", check=True)
    return target


def starlight(pages: dict[str, Article], language: Language, folder: Path) -> Path:
    """Starlight with its search."""
    _project(folder)
    sidebar = [{"label": article.title, "link": f"/{path}"} for path, article in pages.items()]
    (folder / "astro.config.mjs").write_text(_filled(_STARLIGHT, language, sidebar), "utf-8")
    (folder / "src").mkdir()
    (folder / "src" / "content.config.ts").write_text(_CONTENT, "utf-8")
    for path, article in pages.items():
        front = f"---\ntitle: {json.dumps(article.title, ensure_ascii=False)}\n---\n\n"
        _write(folder / "src" / "content" / "docs" / path, front + article.markdown())
    _run(folder, "astro", "build")
    return folder / "dist"


def vitepress(pages: dict[str, Article], language: Language, folder: Path) -> Path:
    """VitePress with its local search."""
    _project(folder)
    sidebar = [{"text": article.title, "link": f"/{path}"} for path, article in pages.items()]
    (folder / ".vitepress").mkdir()
    (folder / ".vitepress" / "config.mjs").write_text(_filled(_VITEPRESS, language, sidebar), "utf-8")
    for path, article in pages.items():
        _write(folder / path, f"<div v-pre>\n\n# {article.title}\n\n{article.markdown()}\n\n</div>")
    _run(folder, "vitepress", "build")
    return folder / ".vitepress" / "dist"


def _filled(template: str, language: Language, sidebar: list[dict[str, str]]) -> str:
    title = json.dumps(language.words["site.name"], ensure_ascii=False)
    listed = json.dumps(sidebar, ensure_ascii=False)
    return template.format(title=title, tag=json.dumps(language.tag), sidebar=listed)


def _project(folder: Path) -> None:
    shutil.copytree(PROJECT, folder)
    subprocess.run(["npm", "ci", "--silent", "--no-audit", "--no-fund"], cwd=folder, check=True)


def _write(folder: Path, text: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.md").write_text(text + "\n", encoding="utf-8")


def _run(folder: Path, *command: str) -> None:
    program = folder / "node_modules" / ".bin" / command[0]
    environment = {**os.environ, "ASTRO_TELEMETRY_DISABLED": "1", "CI": "1"}
    done = subprocess.run(
        [str(program), *command[1:]],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stdout[-3000:]}{done.stderr[-3000:]}")
