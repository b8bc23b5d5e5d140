"""Dates and periods in a sentence, with what a report leaves out filled in from what it said before.

In: a sentence's text and the last date before it. Out: `When`s in the order of the text, each with its offsets, its
text, ISO dates where they can be known, and whether it is a period (五年来, 2019年至今, 截至2022年底) or a date.
Order: one expression finds dates, with a second one behind 至 for ranges; then 同年/当月/今年 and missing years are
filled in (8月11日 after 2020年7月26日 is 2020-08-11), impossible dates dropped; then the other periods are found
outside the dates. `dated` does so for a whole report: each article starts anew, and a date in brackets or in a quoted
name does not count as the last one (“企业（2019年8月定为试点）” does not move the story to 2019).
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass

from graph.model import Document, Sentence, SentenceKind

_N = r"(?:\d{1,3}|[一二两三四五六七八九十几数多]{1,3})"
_YEAR = (
    r"(?:(?<!\d)(?:19|20)\d{2}年|(?<![〇零一二三四五六七八九])二[〇零][〇零一二三][〇零一二三四五六七八九]年"
    r"|同年|当年|今年|去年|前年|次年|翌年|明年)"
)
_MONTH = r"(?:(?<![\d.])\d{1,2}月(?!\d*[球])份?|当月|同月|本月|上个?月)"
_DAY = r"\d{1,2}\s?[日号](?![线楼])"
_PART = r"(?:初|底|末|年底|年初|年末|上旬|中旬|下旬|上半年|下半年|第[一二三四]季度)"
_POINT = re.compile(
    rf"(?P<before>截至到?|截止到?|自从?|从|到)?"
    rf"(?:(?P<year>{_YEAR})(?:(?P<month>{_MONTH})(?P<day>{_DAY})?)?"
    rf"|(?P<month2>{_MONTH})(?P<day2>{_DAY})?"
    rf"|(?P<day3>(?<![\d月至到、—.~～-])\d{{1,2}}日)(?=[上下]午|，|至|晚|当天)"
    rf"|(?P<same>同日|当日)"
    rf"|(?P<iso>(?<!\d)(?:19|20)\d{{2}}(?P<mark>[-/.])\d{{1,2}}(?P=mark)\d{{1,2}}(?!\d)))"
    rf"(?P<part>{_PART})?"
    rf"(?:(?:至|到|—+|-|～|~)(?P<until>(?=\d)(?:(?P<year4>(?:19|20)\d{{2}}年)?(?P<month4>\d{{1,2}}月)?(?P<day4>\d{{1,2}}[日号])?)"
    rf"(?P<part4>{_PART})?(?=\D|$)))?"
    rf"(?P<after>以来|至今|迄今|之前|以前|以后|之后|之间|期间|间|起|开始|来)?"
)
_YEARS = re.compile(
    r"(?<!\d)(?P<a>(?:19|20)\d{2})年?(?:至|到|—+|-|～|~)(?P<b>(?:19|20)\d{2})年(?:间|期间)?(?!\d{1,2}月)"
)
_PERIOD = re.compile(
    r"截至(?:目前|今天|今日|当前|年底|发稿时?)|到目前为止|迄今为止|目前|迄今|"
    r"(?:今年|去年|前年|年初|年底|近年|多年|年)以?来|近年|近些年来?|"
    rf"(?:近|最近|过去|这|前|未来|今后)的?{_N}[多余]?(?:年|个月)(?:多)?(?:时间)?(?:以?来|间|内|里|中)?|"
    rf"{_N}[多余]?(?:年|个月|个多月)(?:多)?(?:时间)?(?:以来|来(?!自)|间|内|里)|"
    rf"(?<![^，。；：、“”（）——]){_N}[多余]?年(?![制级期度轮份]|以|之|一|来|$|[，。；：、）])|"
    r"“?十[一二三四五六]五”?(?:规划)?(?:期间|时期|以来)|"
    r"党的(?:十[七八九]|二十)大以来|"
    r"每(?:年|月|季度|周|两年|三年|学期)|年均|上半年|下半年|前[一二三]季度|"
    r"(?<![^，。；：、“”（）])[\u4e00-\u9fff“”]{2,20}以来(?=[，、])"
)
_SINCE = re.compile(r"[^，。；：0-9]{1,16}以来")
MEMORY = 10  # sentences for which a date fills in what the next ones leave out
_CHINESE_YEAR = str.maketrans("〇零一二三四五六七八九", "00123456789")


@dataclass(frozen=True, slots=True)
class When:
    """A date or period: `sentence.text[start:end] == text`. `iso` is YYYY, YYYY-MM or YYYY-MM-DD, None if unknown."""

    start: int
    end: int
    text: str
    iso: str | None = None
    end_iso: str | None = None
    period: bool = False


def dates_in(text: str, last: str = "", published: str = "", bare: str = "") -> tuple[When, ...]:
    """The dates and periods of a sentence. `last` is the ISO date before it, `published` that of the article, or "".

    `bare` completes a month and day without a year: an ISO date, or `<` and the date before which they lie.
    """
    bare = bare or last
    found: list[When] = []
    if "年" in text or "月" in text or "日" in text or "-" in text:
        for match in _YEARS.finditer(text):
            found.append(When(match.start(), match.end(), match[0], match["a"], match["b"], True))
        for match in _POINT.finditer(text):
            if any(w.start < match.end() and match.start() < w.end for w in found):
                continue
            when = _point(match, last, published, bare)
            if when is not None:
                found.append(when)
                if when.iso and not when.period:
                    last = bare = when.iso
    for match in _PERIOD.finditer(text):
        if not any(w.start < match.end() and match.start() < w.end for w in found):
            found.append(When(match.start(), match.end(), match[0], period=True))
    return tuple(sorted(found, key=lambda w: w.start))


def dated(document: Document) -> tuple[tuple[When, ...], ...]:
    """The dates of every sentence of a report, in the sentences' order."""
    published = published_of(document)
    last, said, told, article, rows = "", 0, -1, -1, []
    for sentence in document.sentences:
        if document.sections[sentence.section].article != article or sentence.index - said > MEMORY:
            article, last = document.sections[sentence.section].article, ""
        # a year or month of an earlier paragraph says less of 3月18日 than the day on which the paper came out
        here = len(last) == 10 or (len(last) == 7 and sentence.paragraph == told)
        known = last if here or not published else _day_before(published)
        whens = dates_in(sentence.text, last, published, known)
        for when in whens:
            if when.iso and not when.period and not _aside(sentence.text, when.start):
                last, said, told = when.end_iso or when.iso, sentence.index, sentence.paragraph
        rows.append(whens)
    return tuple(rows)


_ON_THE_SPOT = re.compile(
    r"(20\d\d)年(\d{1,2})月[^，。]{0,6}，(?:本[报刊])?(?:记者|笔者|采访组)"
)  # 2024年4月，记者走了几家企业
_LEDE = re.compile(
    r"清晨|凌晨|上午|中午|下午|傍晚|晚"
)  # 2024年10月17日下午，某地…: what opens with it is news of that day
_MASTHEAD = re.compile(
    r"星期[一二三四五六日天]|责任编辑|责编|版式|第\d{1,2}版|^（[^（）]*(?:记者|通讯员|日报|来源)[^（）]*）$"
)
_DATELINE_LONGEST = 60  # characters of a line that tells when and where a piece came out


def published_of(document: Document) -> str:
    """When a report came out: YYYY-MM-DD of a byline or a short line at its edge, else a month or year, or ""."""
    edges = [*document.sentences[:4], *document.sentences[-2:]]
    lines = [s for s in document.sentences if s.kind is SentenceKind.BYLINE]
    lines += [
        s
        for s in edges
        if len(s.text) <= _DATELINE_LONGEST and (s.kind is SentenceKind.HEADING or _MASTHEAD.search(s.text))
    ]
    found = [w.iso for t in map(_close_up, lines) for w in dates_in(t) if w.iso and not t[: w.start].endswith("截至")]
    heads = [s.text for s in edges if s.kind is SentenceKind.HEADING]
    seen = [f"{m[1]}-{int(m[2]):02}" for s in edges for m in _ON_THE_SPOT.finditer(s.text)]
    years = [m[0] for text in heads for m in re.finditer(r"20\d\d(?=年)", text)]
    lede = next((s.text[:24] for s in document.sentences if s.kind is SentenceKind.BODY), "")
    told = [w.iso for w in dates_in(lede) if w.iso and len(w.iso) == 10 and _LEDE.match(lede, w.end)]
    known = next((iso for iso in [*found, *told] if len(iso) == 10), next(iter([*seen, *years]), ""))
    return known or _year_told(document)


def _close_up(line: Sentence) -> str:
    """A line with its date's parts together: 2024 年 4 月 26 日."""
    return re.sub(r"(?<=\d)\s(?=[年月日])|(?<=[年月])\s(?=\d)", "", line.text)


_TO_COME = re.compile(r"将|计划|力争|预计|下一步|明年|目标|打算|争取|确保")
_LAST_YEAR = re.compile(r"去年[^。；]{0,16}《[^《》]{0,16}(20\d\d)年")  # 去年，驿站写进了《某县2023年民生实事》
_OPENING = 4  # sentences of the text among which a report tells its time
_NEWS_OF_A_DAY = re.compile(r"(?<![年\d])\d{1,2}月\d{1,2}日")
_OVER = re.compile(
    r"年(?:底|末|度?(?:全[年省市县区])?(?:产改|工会)?工作(?:情况|总结|成绩|回顾)|度[^，。；]{0,12}(?:评价|考核|评估|考评)(?:情况|结果))"
)  # 截至2024年底, 听取2023年工作情况


_YEARS_END = re.compile(r"截至20\d\d年年?[底末]")
_OF_A_YEAR = re.compile(r"《[^《》]{0,16}(20\d\d)年度")  # 宣读《关于命名2024年度…的决定》


def _year_told(document: Document) -> str:
    """The latest year that a report without a date tells of, the next one where it tells of that year's end; ""."""
    years: list[int] = []
    bodies = [s.text for s in document.sentences if s.kind is SentenceKind.BODY][:_OPENING]
    closes = any(_YEARS_END.search(s.text) for s in document.sentences)
    if not closes and not any(_NEWS_OF_A_DAY.search(t) or re.search(r"20\d\d年", t) for t in bodies):
        return ""  # of what opens without any date nobody can tell the year
    for text in (s.text for s in document.sentences if s.kind is SentenceKind.BODY):
        for when in dates_in(text):
            if when.iso and not _aside(text, when.start) and (len(when.iso) == 10 or not _TO_COME.search(text)):
                year = int((when.end_iso or when.iso)[:4])
                years.append(year + (_OVER.search(text, when.start, when.end + 12) is not None))
        years += [int(m[1]) + 1 for m in _LAST_YEAR.finditer(text)]
    titled = [int(m[1]) for s in document.sentences for m in _OF_A_YEAR.finditer(s.text)] if not years else []
    return str(max(years or titled)) if years or titled else ""


def _day_before(published: str) -> str:
    """A mark that a month and day without a year are the last such day before a piece came out."""
    return f"<{published}"


def date_before(whens: tuple[When, ...], position: int) -> When | None:
    """The date or period that holds at `position` of a sentence: the last one before it."""
    return next((w for w in reversed(whens) if w.end <= position), None)


def _aside(text: str, position: int) -> bool:
    """Whether a date at `position` stands in brackets, a quotation or a title, or is one that is yet to come."""
    return text[:position].endswith(("到", "至")) or any(
        text.rfind(a, 0, position) > text.rfind(b, 0, position) for a, b in ("（）", "“”", "《》")
    )


def _point(match: re.Match[str], last: str, published: str, bare: str) -> When | None:
    day_text = match["day"] or match["day2"] or match["day3"]
    if match["same"]:
        iso = last if len(last) == 10 else None
    elif match["iso"]:
        year, month, day = (int(x) for x in re.split(r"[-/.]", match["iso"]))
        iso = _iso(str(year), month, day)
        if iso is None:
            return None
    else:
        month_text = match["month"] or match["month2"]
        month_known = _month(month_text, bool(match["day3"]), last, published)
        ours = month_text in _OF_THE_PAPER
        year_known = (
            _year(match["year"], last, published) if match["year"] else _bare_year(bare, published, month_known, ours)
        )
        if (month_known is not None and not 1 <= month_known <= 12) or (day_text and not 1 <= int(day_text[:-1]) <= 31):
            return None
        iso = None
        if year_known and (month_known or not (month_text or day_text)):
            iso = _iso(year_known, month_known, int(day_text[:-1]) if day_text else None)
            if iso is None:
                return None
    before, after = match["before"] or "", match["after"] or ""
    relative = (match["year"] or "") in ("今年", "去年", "前年", "明年") and not (match["month"] or match["part"])
    period = bool(after) or before.startswith(("截", "自")) or relative
    end = None
    if match["until"] and iso:
        end = _end(match, iso)
    start, stop = match.start(), match.end()
    since = _SINCE.match(match.string, stop) if before in ("自", "自从", "从") and not after else None
    if since is not None:  # 自2019年启动试点以来
        stop, period = since.end(), True
    elif before in ("到", "从") and not after:  # 从五年前, 到2025年: the preposition is the clause's
        start += len(before)
    return When(start, stop, match.string[start:stop], iso, end, period)


_OF_THE_PAPER = ("本月", "上月", "上个月")


def _bare_year(bare: str, published: str, month: int | None, ours: bool) -> str | None:
    """The year of a month without one: that of the date before it, else the last such month before publication."""
    if not bare.startswith("<") and not ours:
        return bare[:4] or published[:4] or None
    day = bare.lstrip("<") if not ours else published
    if len(day) < 7 or month is None:
        return day[:4] or None
    return str(int(day[:4]) - (month > int(day[5:7])))


def _year(text: str, last: str, published: str) -> str | None:
    if text in ("同年", "当年"):
        return last[:4] or None
    if text in ("次年", "翌年"):
        return str(int(last[:4]) + 1) if last else None
    shift = {"今年": 0, "去年": -1, "前年": -2, "明年": 1}.get(text)
    if shift is not None:
        return str(int(published[:4]) + shift) if published else None
    return text[:-1].translate(_CHINESE_YEAR)


def _month(text: str | None, day_alone: bool, last: str, published: str) -> int | None:
    if text in ("上月", "上个月") or (text == "本月" and len(published) >= 7):
        shift = 0 if text == "本月" else 1
        return (int(published[5:7]) - 1 - shift) % 12 + 1 if len(published) >= 7 else None
    if text in ("当月", "同月", "本月") or (text is None and day_alone):
        return int(last[5:7]) if len(last) >= 7 else None
    return int(re.sub(r"\D", "", text)) if text else None


def _iso(year: str, month: int | None, day: int | None) -> str | None:
    """YYYY, YYYY-MM or YYYY-MM-DD; None where there is no such day."""
    if month is None:
        return year
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= monthrange(int(year), month)[1]):
        return None
    return f"{year}-{month:02}" if day is None else f"{year}-{month:02}-{day:02}"


def _end(match: re.Match[str], start: str) -> str | None:
    """The end of a range: what it leaves out is that of the start (2020年7月20日至8月6日, 9日至12日)."""
    year = match["year4"][:-1] if match["year4"] else start[:4]
    month = int(match["month4"][:-1]) if match["month4"] else None
    day = int(match["day4"][:-1]) if match["day4"] else None
    if day is not None and month is None and len(start) >= 7:
        month = int(start[5:7])
    if month is None and not match["year4"]:
        return None
    return _iso(year, month, day)
