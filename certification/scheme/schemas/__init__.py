"""JSON Schemas of the engine's three documents: `scheme`, `facts`, `evaluation`."""

import json
from pathlib import Path


def schema(name: str) -> dict:
    return json.loads(Path(__file__).with_name(f"{name}.schema.json").read_text(encoding="utf-8"))
