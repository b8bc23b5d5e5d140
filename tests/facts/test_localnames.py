"""What a measure is called locally."""

from __future__ import annotations

import pytest

from graph.facts.localnames import local_name

ROWS = [
    ("开展“金锤杯”劳动竞赛活动", "劳动竞赛", "“金锤杯”劳动竞赛活动"),
    ("实施“匠心领航”工程", "匠心", "“匠心领航”工程"),
    ("推行“三级联调”工作法化解劳动争议", "劳动争议", "“三级联调”工作法"),
    ("印发《技能津贴发放办法》", "技能津贴", "《技能津贴发放办法》"),
    ("举办青川县第五届职业技能大赛", "职业技能大赛", "青川县第五届职业技能大赛"),
    ("成立“追梦”宣讲团、职工合唱团", "职工合唱团", None),
    ("建成爱心驿站十二个", "爱心驿站", None),
    ("他说“好”", "他说", None),
]


@pytest.mark.parametrize(("clause", "phrase", "name"), ROWS)
def test_the_local_name_beside_a_phrase(clause: str, phrase: str, name: str | None) -> None:
    start = clause.index(phrase)
    assert local_name(clause, start, start + len(phrase), (0, len(clause))) == name


def test_a_name_of_another_clause_is_none_of_its() -> None:
    text = "开展“金锤杯”活动，举办技能大赛"
    assert local_name(text, 12, 16, (10, len(text))) is None
