"""Dates and periods, with what a report leaves out filled in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.facts.dates import date_before, dated, dates_in, published_of
from graph.model import SentenceKind
from tests.support import document_of

DATES = [  # text, the date as written, start, end
    ("2023年4月18日，县里开会", "2023年4月18日", "2023-04-18", None),
    ("2023年4月，县里开会", "2023年4月", "2023-04", None),
    ("2023年，县里开会", "2023年", "2023", None),
    ("二〇二三年五月", "二〇二三年", "2023", None),
    ("2021年3月9日至5月2日，大赛举行", "2021年3月9日至5月2日", "2021-03-09", "2021-05-02"),
    ("2021年3月9日至12日，大赛举行", "2021年3月9日至12日", "2021-03-09", "2021-03-12"),
    ("2021年3月至6月，大赛举行", "2021年3月至6月", "2021-03", "2021-06"),
    ("2021年11月至2022年2月，大赛举行", "2021年11月至2022年2月", "2021-11", "2022-02"),
    ("2021年12月底，楼建成", "2021年12月底", "2021-12", None),
    ("2021年5月份，楼建成", "2021年5月份", "2021-05", None),
    ("9月3日，印发方案", "9月3日", "2022-09-03", None),
    ("同年9月，印发方案", "同年9月", "2022-09", None),
    ("当月15日，印发方案", "当月15日", "2022-06-15", None),
    ("次年2月，印发方案", "次年2月", "2023-02", None),
    ("同日，印发方案", "同日", "2022-06-20", None),
    ("25日上午，开班", "25日", "2022-06-25", None),
    ("今年3月，开班", "今年3月", "2024-03", None),
    ("去年10月，开班", "去年10月", "2023-10", None),
    ("2024-03-05 云岭日报", "2024-03-05", "2024-03-05", None),
    ("到2027年，建成十家", "2027年", "2027", None),
]
PERIODS = [
    ("2018年以来，共培训", "2018年以来", "2018"),
    ("自2018年以来，共培训", "自2018年以来", "2018"),
    ("2018年至今，共培训", "2018年至今", "2018"),
    ("截至2023年底，共培训", "截至2023年底", "2023"),
    ("截至2023年6月，共培训", "截至2023年6月", "2023-06"),
    ("2018年至2023年培训", "2018年至2023年", "2018"),
    ("2018-2023年培训", "2018-2023年", "2018"),
    ("三年来，共培训", "三年来", None),
    ("近三年培训", "近三年", None),
    ("过去五年，共培训", "过去五年", None),
    ("一年来，共培训", "一年来", None),
    ("4年完成培训9场", "4年", None),
    ("每年培训9场", "每年", None),
    ("“十三五”期间，培训9场", "“十三五”期间", None),
    ("十四五时期培训9场", "十四五时期", None),
    ("截至目前，培训9场", "截至目前", None),
    ("目前，培训9场", "目前", None),
    ("近年来，培训9场", "近年来", None),
    ("去年以来，培训9场", "去年以来", "2023"),
    ("试点工作启动以来，培训9场", "试点工作启动以来", None),
    ("党的十八大以来，培训9场", "党的十八大以来", None),
]
NONE = [
    "2023年13月5日",
    "2023年2月30日",
    "9月45日",
    "三年制专业",
    "五年级",
    "2023号文",
    "100周年",
    "5日线",
    "月球",
    "年轻人",
    "1.5月",
]


@pytest.mark.parametrize(("text", "surface", "iso", "end"), DATES)
def test_date(text: str, surface: str, iso: str, end: str | None) -> None:
    (when,) = [w for w in dates_in(text, "2022-06-20", "2024-01-30") if not w.period]
    assert (when.text, when.iso, when.end_iso) == (surface, iso, end)


@pytest.mark.parametrize(("text", "surface", "iso"), PERIODS)
def test_period(text: str, surface: str, iso: str | None) -> None:
    (when,) = dates_in(text, "2022-06-20", "2024-01-30")
    assert (when.text, when.iso, when.period) == (surface, iso, True)


@pytest.mark.parametrize("text", NONE)
def test_no_date(text: str) -> None:
    assert dates_in(text, "2022-06-20") == ()


def test_without_a_year_before_it_a_day_has_no_iso_date() -> None:
    (when,) = dates_in("9月3日，印发方案")
    assert (when.text, when.iso) == ("9月3日", None)


def test_years_are_carried_from_sentence_to_sentence() -> None:
    rows = dated(
        document_of("2022年3月1日开会。", "4月5日印发。", "某公司（2019年8月入选）受表扬。", "次日回访，5月6日揭牌。")
    )
    assert [[w.iso for w in row] for row in rows] == [["2022-03-01"], ["2022-04-05"], ["2019-08"], ["2022-05-06"]]


def test_a_term_to_come_carries_no_year() -> None:
    rows = dated(document_of("2022年3月1日开会。", "到2030年，建成十家。", "4月5日印发。"))
    assert rows[2][0].iso == "2022-04-05"


def test_a_year_is_forgotten_after_ten_sentences() -> None:
    talk = ["工会办实事。"] * 11
    rows = dated(document_of(*talk[:5], "2022年3月1日开会。", *talk, "4月5日印发。"))
    assert rows[-1][0].iso is None


def test_the_year_of_the_lede_holds_for_a_report_without_a_date() -> None:
    talk = ["工会办实事。"] * 11
    assert dated(document_of("2022年3月1日开会。", *talk, "4月5日印发。"))[-1][0].iso == "2022-04-05"
    later = dated(document_of("2022年3月1日开会。", *talk, "4月5日印发。", "2023年收官。"))
    assert later[-2][0].iso == "2023-04-05"  # the last year that it tells of
    closed = dated(document_of("6月9日开会。", *talk, "4月5日印发。", "2023年底已收官。"))
    assert closed[-2][0].iso == "2024-04-05"  # told when that year was over
    assert dated(document_of(*talk, "4月5日印发。", "2023年收官。"))[-2][0].iso is None  # its opening tells no time


def test_a_span_since_a_year_tells_the_year_and_a_year_to_come_does_not() -> None:
    talk = ["工会办实事。"] * 11
    rows = dated(document_of("2022年以来，县里抓改革。", *talk, "4月5日印发。", "2023年将再建十家。"))
    assert rows[-2][0].iso == "2022-04-05"


def test_this_year_is_that_of_the_byline() -> None:
    kinds = (SentenceKind.BYLINE, SentenceKind.BODY)
    rows = dated(document_of("柳河日报 2023-05-06", "今年4月启动试点。", kinds=kinds))
    assert rows[1][0].iso == "2023-04"


def test_a_day_without_a_year_is_the_last_one_before_publication() -> None:
    kinds = (SentenceKind.BYLINE, *[SentenceKind.BODY] * 4)
    rows = dated(
        document_of(
            "柳河日报 2023-05-06",
            "2019年成立专班。",
            "3月18日，大赛开幕。",
            "11月2日，书屋开门。",
            "上月，方案印发；本月3日，开班。",
            kinds=kinds,
        )
    )
    assert [w.iso for row in rows[2:] for w in row] == ["2023-03-18", "2023-11-02", "2023-04", "2023-05-03"]


@pytest.mark.parametrize(
    ("texts", "kinds", "published"),
    [
        (("本报记者 柳河日报 2023-05-06",), (SentenceKind.BYLINE,), "2023-05-06"),
        (("柳河部署2024年工作", "县里开会。"), (SentenceKind.HEADING, SentenceKind.BODY), "2024"),
        (("2024年4月，记者走了几家企业。",), (SentenceKind.BODY,), "2024-04"),
        (("2024年10月17日下午，汽笛响过三声。",), (SentenceKind.BODY,), "2024-10-17"),
        (("2024年10月17日，县里印发方案。",), (SentenceKind.BODY,), "2024"),
        (("2024年10月17日，县里印发方案。", "2025年收官。"), (SentenceKind.BODY,) * 2, "2025"),
        (("2024年10月17日，县里印发方案。", "到2025年将收官。"), (SentenceKind.BODY,) * 2, "2024"),
        (
            ("柳河工运 2024 年 4 月 26 日 星期五 03版", "县里开会。"),
            (SentenceKind.HEADING, SentenceKind.BODY),
            "2024-04-26",
        ),
        (("1月16日，县里通气。", "去年，驿站写进《柳河县2023年民生项目清单》。"), (SentenceKind.BODY,) * 2, "2024"),
        (("6月9日，县里听取2024年工作情况。", "县里开会。"), (SentenceKind.BODY,) * 2, "2025"),
        (("柳河工运2023年5月9日星期二责任编辑：韩雨", "县里开会。"), (SentenceKind.BODY,) * 2, "2023-05-09"),
        (("4月25日，县里通报2023年度产改工作评价情况。", "县里开会。"), (SentenceKind.BODY,) * 2, "2024"),
        (("4月25日，县里宣读《关于命名2024年度工作室的决定》。",), (SentenceKind.BODY,), "2024"),
        (("县里开会。", "截至2023年底，建站12个。"), (SentenceKind.BODY,) * 2, "2024"),
        (("县里开会。", "县里印发《2030年远景规划》。"), (SentenceKind.BODY,) * 2, ""),
        (("县里开会。",), (SentenceKind.BODY,), ""),
    ],
)
def test_when_a_piece_came_out(texts: tuple[str, ...], kinds: tuple[SentenceKind, ...], published: str) -> None:
    assert published_of(document_of(*texts, kinds=kinds)) == published


def test_the_date_that_holds_is_the_last_one_before() -> None:
    whens = dates_in("2019年培训30人，2020年培训40人")
    assert [w.text for p in (0, 8, 18) if (w := date_before(whens, p))] == ["2019年", "2020年"]


@given(
    st.text(
        alphabet="0123456789年月日号至到—-同当今去次本个自从截以来底初上下午近每十四五期间三二〇，（）", max_size=40
    ),
    st.sampled_from(["", "2022", "2022-06", "2022-06-20"]),
)
def test_every_date_quotes_its_text(text: str, last: str) -> None:
    for when in dates_in(text, last, "2024-01-30"):
        assert when.text == text[when.start : when.end] != ""
        for iso in (when.iso, when.end_iso):
            assert iso is None or len(iso) in (4, 7, 10)


@given(st.text(max_size=60))
def test_no_text_crashes(text: str) -> None:
    dates_in(text)


def test_counts() -> None:
    assert (len(DATES), len(PERIODS), len(NONE)) == (20, 21, 11)
