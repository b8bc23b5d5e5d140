"""Which articles are about workers, and what the others give: no measures."""

from __future__ import annotations

import pytest

from graph.facts.topic import off_topic
from graph.model import Adoption
from tests.reading import facts_of, report_of
from tests.support import document_of

FESTIVAL = (
    "株洲市举办美食节。\n\n"
    + "二百名厨师同台比拼厨艺，摆开擂台，前十名登台领奖。市民品尝了各地小吃，夜里看了露天电影。" * 4
)
WORK = (
    "株洲市推进产业工人队伍建设改革。\n\n"
    + "二百名焊工同台比拼技能，摆开擂台，前十名登台领奖。市总工会为职工放露天电影。" * 4
)


@pytest.mark.parametrize(
    ("text", "articles"),
    [
        ("棋手们摆开擂台，观众很多。" * 12, {0}),
        ("职工们摆开擂台，工会办实事。" * 12, set()),
        ("棋手们摆开擂台。", set()),  # too short to tell
    ],
)
def test_articles(text: str, articles: set[int]) -> None:
    assert off_topic(document_of(text)) == articles


def test_other_news_tells_of_no_measure() -> None:
    assert not facts_of(report_of(FESTIVAL), Adoption)


def test_news_of_workers_does() -> None:
    assert {"skills-contests", "workers-culture"} <= {a.measure for a in facts_of(report_of(WORK), Adoption)}


def test_a_sentence_on_workers_counts_in_other_news() -> None:
    text = FESTIVAL + "游客很多，天气晴好，街道干净。" * 80 + "市总工会为职工开展技能培训300人次。"
    assert {a.measure for a in facts_of(report_of(text), Adoption)} == {"vocational-training"}
