"""The same thing across made-up reports, and things that stay apart."""

from __future__ import annotations

from graph.model import EntityType
from graph.resolve.across import merge_reports
from tests.reading import report_of

FULL = "青川县改革纪实\n\n青川县云岭钢铁有限公司办学，云岭钢铁评出标兵。"


def keys(reports: list[tuple[str, str]], kind: EntityType) -> list[set[str]]:
    merged = merge_reports([report_of(text, name) for name, text in reports])
    return [{e.key for e in r.entities if e.type is kind and e.mentions} for r in merged]


def test_one_county_one_key() -> None:
    first, second = keys([("a.txt", FULL), ("b.txt", "青川县召开会议。")], EntityType.LOCAL_GOVERNMENT)
    assert "LocalGovernment/510822" in first & second


def test_two_unions_two_keys() -> None:
    first, second = keys(
        [("a.txt", "青川县改革纪实\n\n县总工会送课。"), ("b.txt", "剑阁县改革纪实\n\n县总工会送课。")], EntityType.UNION
    )
    assert first == {"Union/青川县总工会"}
    assert second == {"Union/剑阁县总工会"}


def test_documents_of_one_title_and_two_issuers() -> None:
    first, second = keys(
        [
            ("a.txt", "青川县改革纪实\n\n青川县出台《产业工人培训实施意见》。"),
            ("b.txt", "剑阁县改革纪实\n\n剑阁县出台《产业工人培训实施意见》。"),
        ],
        EntityType.POLICY_DOCUMENT,
    )
    assert len(first | second) == 2


def test_namesakes_of_two_counties() -> None:
    first, second = keys(
        [
            ("a.txt", "青川县改革纪实\n\n县总工会主席周启航讲话。"),
            ("b.txt", "剑阁县改革纪实\n\n县总工会主席周启航讲话。"),
        ],
        EntityType.PERSON,
    )
    assert not first & second


def test_the_order_of_reports_changes_no_key() -> None:
    rows = [("a.txt", FULL), ("b.txt", "剑阁县改革纪实\n\n县总工会送课。")]
    forward = keys(rows, EntityType.ENTERPRISE)
    assert forward == list(reversed(keys(list(reversed(rows)), EntityType.ENTERPRISE)))
