"""JSON Schemas of the record files, exported so that editors complete and check them while one types."""

from __future__ import annotations

import json
from pathlib import Path

from ..tree.layout import FOLDERS
from ..tree.read import read_languages

SCHEMAS = "schemas"


def schema_texts(root: Path) -> dict[str, str]:
    """Path relative to the root, and text, of every schema."""
    languages = read_languages(root)
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


def write_schemas(root: Path) -> list[str]:
    """Write the schemas that changed and return their paths."""
    changed = []
    for path, text in schema_texts(root).items():
        target = root / path
        if not target.is_file() or target.read_text(encoding="utf-8") != text:
            target.parent.mkdir(exist_ok=True)
            target.write_text(text, encoding="utf-8")
            changed.append(path)
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
