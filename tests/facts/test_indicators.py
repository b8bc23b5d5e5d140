"""Indicators: clauses, the word list, and what is cut from a phrase."""

from pathlib import Path

import pytest

from graph.facts.indicators import LONGEST, clauses_of, is_thin, last_verb, load_words, standard_words, tidy, with_theme

CLAUSES = [
    ("建书屋3个，办讲座5场；很好。", ["建书屋3个", "办讲座5场", "很好"]),
    ("开展“爱厂，爱岗”活动，效果好", ["开展“爱厂，爱岗”活动", "效果好"]),
    ("工种（焊工，钳工）达9个，选手多", ["工种（焊工，钳工）达9个", "选手多"]),
    ("劳模62名（其中女工4名，技师9名），都好", ["劳模62名", "其中女工4名", "技师9名", "都好"]),
    ("他说：“开班", ["他说", "“开班"]),
    ("", []),
]
TIDY = [
    ("累计组织焊工培训达", "", "组织焊工培训"),
    ("，先后建成了", "职工书屋", "建成职工书屋"),
    ("发放价值", "防寒手套", "发放防寒手套"),
    ("在校生", "", "在校生"),
    ("有些车间", "", "有些车间"),
    ("为了解情况走访", "", "为了解情况走访"),
    ("“金锤活动", "", "金锤活动"),
]
THIN = [
    ("惠及职工", True),
    ("比上届增加", True),
    ("县级", True),
    ("覆盖", True),
    ("发放助学金", False),
    ("参加技能大赛", False),
]


@pytest.mark.parametrize(("text", "wanted"), CLAUSES)
def test_clauses(text: str, wanted: list[str]) -> None:
    assert [text[c.start : c.end] for c in clauses_of(text)] == wanted


@pytest.mark.parametrize(("left", "right", "wanted"), TIDY)
def test_tidy(left: str, right: str, wanted: str) -> None:
    assert tidy(left, standard_words(), right) == wanted


def test_a_long_phrase_is_cut_at_a_joint() -> None:
    phrase = tidy(
        "柳河县各级工会组织围绕安全生产、节能降耗和技术革新等工作广泛深入持久地组织开展焊工技能提升培训",
        standard_words(),
    )
    assert phrase == "广泛深入持久地组织开展焊工技能提升培训"
    assert len(phrase) <= LONGEST


@pytest.mark.parametrize(("phrase", "thin"), THIN)
def test_thin(phrase: str, thin: bool) -> None:
    assert is_thin(phrase, standard_words()) is thin


def test_a_theme_goes_before_what_says_little() -> None:
    assert with_theme("发放取暖补贴", "惠及职工") == "发放取暖补贴惠及职工"
    assert with_theme("", "惠及职工") == "惠及职工"
    assert len(with_theme("长" * 40, "惠及职工")) == LONGEST


def test_the_last_verb_governs_the_noun() -> None:
    assert last_verb("全县工人中担任各级党代表", standard_words()) == "担任"
    assert last_verb("各级党代表", standard_words()) == ""


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("word\n", 1),
        ("word\trole\n建成\tdoing\n", 2),
        ("word\trole\n\tverb\n", 2),
        ("word\trole\n甲\tverb\n甲\tverb\n", 3),
    ],
)
def test_bad_lines_are_named(tmp_path: Path, body: str, line: int) -> None:
    path = tmp_path / "indicator_words.tsv"
    path.write_text(body, encoding="utf-8")
    with pytest.raises(ValueError, match=rf"indicator_words\.tsv:{line}:"):
        load_words(path)


def test_counts() -> None:
    assert (len(CLAUSES), len(TIDY), len(THIN)) == (6, 7, 6)
