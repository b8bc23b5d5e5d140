"""Who issued a document, and when."""

from __future__ import annotations

import pytest

from tests.reading import entity, names_of, report_of

COUNTY = "青川县产业工人队伍建设改革纪实\n\n"


@pytest.mark.parametrize(
    ("text", "title", "issuer", "issued"),
    [
        ("青川县出台《技能人才待遇实施意见》。", "技能人才待遇实施意见", "青川县", None),
        ("2021年8月11日，县总工会印发《职工培训方案》。", "职工培训方案", "青川县总工会", "2021-08-11"),
        ("先后制定《一线创新办法》《技师评聘细则》等制度。", "技师评聘细则", "青川县", None),
        ("印发《青川县工匠评选办法》。", "青川县工匠评选办法", "青川县", None),
    ],
)
def test_issuers(text: str, title: str, issuer: str, issued: str | None) -> None:
    report = report_of(COUNTY + text)
    found = entity(report, title)
    assert names_of(report)[found.issued_by or ""] == issuer
    assert found.issued == issued


@pytest.mark.parametrize(
    "text",
    [
        "县人社局、县总工会印发《技能津贴办法》。",
        "《技能津贴办法》由县人社局、县总工会联合印发。",
    ],
)
def test_several_issuers(text: str) -> None:
    report = report_of(COUNTY + text)
    found = entity(report, "技能津贴办法")
    names = names_of(report)
    assert [names[key] for key in (found.issued_by or "", *found.co_issuers)] == ["青川县人社局", "青川县总工会"]


def test_who_issues_it_with_the_union_that_reports() -> None:
    report = report_of("青川县总工会2023年工作报告\n\n会同县人社局出台《技能津贴指引》。")
    found = entity(report, "技能津贴指引")
    names = names_of(report)
    assert [names[key] for key in (found.issued_by or "", *found.co_issuers)] == ["青川县总工会", "青川县人社局"]


def test_the_issuer_before_a_title() -> None:
    report = report_of(COUNTY + "会上发布了县总工会的《技能津贴办法》。")
    assert names_of(report)[entity(report, "技能津贴办法").issued_by or ""] == "青川县总工会"


@pytest.mark.parametrize(
    "text", ["贯彻落实《新时代职工培训意见》。", "总书记主持召开会议，审议通过《职工队伍建设方案》。"]
)
def test_no_issuer(text: str) -> None:
    report = report_of(COUNTY + text)
    assert not [e for e in report.entities if e.issued_by]
