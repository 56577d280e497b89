"""JSON Schemas of the record files, exported so that editors complete and check them while one types."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from ..source.writing import write_whole
from ..tree.layout import FOLDERS
from ..tree.read import read_languages
from . import CLEAN, FINDINGS

SCHEMAS = "schemas"


def schema_texts(root: Path) -> dict[str, str]:
    """Path relative to the root, and text, of every schema."""
    languages = [language for language in read_languages(root) if language.source is None]
    texts = {}
    for folder, model in FOLDERS.items():
        schema = model.model_json_schema()
        known = [language.code for language in languages]
        _require_languages(schema, known, [language.code for language in languages if language.released])
        schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
        texts[f"{SCHEMAS}/{folder.removesuffix('s')}.schema.json"] = (
            json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        )
    return texts


def stale_schemas(root: Path) -> list[str]:
    """The paths of the schemas that differ from the models."""
    return [
        path
        for path, text in schema_texts(root).items()
        if not (root / path).is_file() or (root / path).read_text(encoding="utf-8") != text
    ]


def write_schemas(root: Path) -> list[str]:
    """Write the schemas that changed and return their paths."""
    changed = stale_schemas(root)
    texts = schema_texts(root)
    for path in changed:
        write_whole(root / path, texts[path])
    return changed


def _require_languages(node: object, languages: list[str], released: list[str]) -> None:
    # A text is the only mapping of plain strings; its keys are the guide's languages.
    if isinstance(node, dict):
        values = node.get("additionalProperties")
        if node.get("type") == "object" and isinstance(values, dict) and values.get("type") == "string":
            node["properties"] = {code: values for code in languages}
            node["required"], node["additionalProperties"] = released, False
        for child in list(node.values()):
            _require_languages(child, languages, released)
    elif isinstance(node, list):
        for child in node:
            _require_languages(child, languages, released)


def run(options: argparse.Namespace) -> int:
    """Say which schemas differ from the models; with ``options.write`` write them."""
    changed = write_schemas(options.root) if options.write else stale_schemas(options.root)
    done = "written" if options.write else "differs"
    for path in changed:
        print(f"{done}: {path}")
    print(f"{len(changed)} of {len(schema_texts(options.root))} schemas {'written' if options.write else 'differ'}")
    return FINDINGS if changed and not options.write else CLEAN
