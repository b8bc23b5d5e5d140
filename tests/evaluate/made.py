"""A small made-up county report and the annotation that a careful reader would write of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

TEXT = """青川县建工匠学院
青川县建立工匠学院，培训工人1200人次。青川县总工会举办职业技能竞赛。
"""
GOLD: dict[str, Any] = {
    "document": "report.txt",
    "entities": [
        {"type": "LocalGovernment", "name": "青川县", "aliases": ["青川"], "quote": "青川县建立", "optional": False},
        {"type": "Union", "name": "青川县总工会", "quote": "青川县总工会举办"},
    ],
    "relations": [{"kind": "organOf", "subject": "青川县总工会", "object": "青川县"}],
    "adoptions": [
        {"actor": "青川县", "measure": "craftsman-academies", "quote": "建立工匠学院"},
        {"actor": "青川县总工会", "measure": "skills-contests", "quote": "举办职业技能竞赛"},
    ],
    "figures": [
        {
            **{"actor": "青川县", "indicator": "培训工人", "keywords": ["培训"], "value": 1200, "unit": "人次"},
            **{"bound": "exact", "low": None, "high": None, "from": None, "period": None, "quote": "1200人次"},
        }
    ],
    "conferrals": [],
    "pilots": [],
    "posts": [],
    "events": [],
}


def write(folder: Path, gold: Any = None, text: str = TEXT) -> Path:
    """`folder` with the report and its annotation `report.json` (`gold`, by default the right one)."""
    (folder / "report.txt").write_text(text, encoding="utf-8")
    said = gold if isinstance(gold, str) else json.dumps(GOLD if gold is None else gold, ensure_ascii=False)
    (folder / "report.json").write_text(said, encoding="utf-8")
    return folder
