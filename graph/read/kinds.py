"""What a paragraph is on its page, told from its words. In: a paragraph's surface. Out: its kind.

Order: bylines, dates of publication and the page's furniture; numbered captions; headings that open as headings do;
captions that stand apart; other short lines without a full stop, which are headings; all else is body.
"""

from __future__ import annotations

import re

from graph.model import SentenceKind

TERMINAL = re.compile(r"(?:[。！？!?；;…:：]|(?<=[\u4e00-\u9fff”\"）)%]{6})\.)[”’」』\"）)]*$")
HEADING_START = re.compile(
    r"^(?:——|\d{1,2}\s*[|｜丨]|\d{1,2}[.．、](?!\d)|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[)）]"
    r"|第[一二三四五六七八九十]{1,3}[章节篇部]|[●◆▲■▍▎▌])"
)
BULLET = re.compile(r"^[·•▪◦★☆✓✔►▸]\s*(?=\S)")  # an item of a list: a paragraph of its own
HEADING_LENGTH = 45  # characters; longer lines without a full stop are paragraphs that were cut

_PAPER = r"(?:[\u4e00-\u9fff]{2,12}(?:报|台|网|社|中心))?"
_REPORTER = rf"{_PAPER}(?:本报|本刊|本台|特约|见习|实习|首席|全媒体|融媒体?){{0,3}}(?:记者|通讯员|评论员)"
_WRITER = rf"(?:{_REPORTER}|作者|文字|摄影|摄像|文|图|摄)"
_WRITERS = re.compile(rf"{_WRITER}{{1,3}}")
_CREW = re.compile(
    rf"(?:{_WRITER}|图片|视频|责任编辑|编辑|责编|校对|审核|供稿|供图|统筹|策划|撰文|撰稿|整理|采写|监制|制图|版式){{1,3}}"
)
_SOURCE = re.compile(r"来源|原标题|出处")
_GLUED = re.compile(
    rf"(?:本报|本刊|特约|全媒体|[\u4e00-\u9fff]{{2,6}}[日晚人]报)(?:记者|通讯员)[\u4e00-\u9fff]{{2,4}}|{_REPORTER}供稿"
)
_NAME = re.compile(r"[\u4e00-\u9fff·]{1,4}")
_FREE = re.compile(r"[^。！？]{2,20}")  # behind a colon an office may stand: `供稿：某某县总工会`
_WORD = re.compile(r"([^\s、，,；;/／|｜&:：]+)\s*([:：/／]?)")
_SIGNED = re.compile(
    r"^[（(](?!以下简称)[^。！？]{2,60}(?:摄|采写|供稿|供图|统筹|整理|编辑|报道)[)）]$|^[（(][^。]{2,30}电\s*记者[^。]{2,40}[)）]$"
)
_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧肖程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹"
    "熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚庞樊兰殷施陶洪翟颜倪严牛温季俞章鲁葛伍韦申尤毕聂焦柳邢岳齐梅莫庄辛管祝左"
    "涂谷祁舒耿牟詹苗凌费纪靳盛童欧甄项曲游阳裴席卫屈鲍覃霍翁隋甘景包司柏宁柯阮桂闵柴房"
)
_PERSON = rf"[{_SURNAMES}](?:\s?[\u4e00-\u9fff]){{1,2}}"
_BYLINE_LENGTH = 100  # characters
_BULLET_NAMES = re.compile(
    rf"^[■□◆●]\s*(?:(?:通讯员|记者)?\s*{_PERSON}(?:[\s、，,]+{_PERSON}){{0,5}}|{_REPORTER}\s*供稿)$"
)
_PUBLISHED = re.compile(
    r"^(?:(?:发布|发稿|更新|报道)?(?:时间|日期)\s*[:：]?\s*)?\d{4}(?:-\d{1,2}-|/\d{1,2}/|\.\d{1,2}\.|年\d{1,2}月)\d{1,2}日?"
    r"(?:\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?(?:$|\s*[|｜]?\s*(?:来源|作者|编辑|记者|浏览|阅读|点击|字号|星期|第).*)"
)
_DATELINE = re.compile(  # 某某日报 2018年3月21日 第5版, （某工宣 2018年3月21日）
    r"^[（(]?[^，。；：]{0,14}?(?<!\d)\d{4}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}日?(?:\s*星期[一二三四五六日])?[^，。；]{0,24}[)）]?$"
)
_DATELINE_LENGTH = 40
_FURNITURE = re.compile(
    r"\.s?html?\b|-->|https?://|^第?\s*[A-Z]?\d{1,3}\s*版|^扫码|^[（(]?共印\s?\d+份|^上接|^下转|^[（(]?[上下][接转]第",
    re.I,
)
_FURNITURE_LENGTH = 120  # characters without a full stop; a paragraph may name an address on the net
_NUMBERED_CAPTION = re.compile(
    r"^(?:[①-⑳]|[▲△▼〔【（(]?图为|上图|下图|左图|右图|题图|图[一二三四五1-9][:：]|图[①-⑳]|[▲△▼▶◀])"
)
_CAPTION_VERBS = re.compile(
    r"召开|举办|举行|开展|组织|参加|发言|发放|考察|观摩|现场|会场|推广|宣讲|指导|查验|慰问|走访|座谈|启动|揭牌|授课|演练|合影"
)


def kind_of(surface: str, blank_before: int, index: int) -> SentenceKind:
    """The kind of a paragraph with `blank_before` blank lines before it, the `index`-th of its page (from 0)."""
    if "\t" in surface:
        return SentenceKind.BODY  # a row of a table
    if _is_byline(surface):
        return SentenceKind.BYLINE
    if is_caption(surface):
        return SentenceKind.CAPTION
    if BULLET.match(surface):
        return SentenceKind.BODY
    whole = "。" in surface
    ended = re.search(r"[。；;]$", surface) if surface.startswith("——") else TERMINAL.search(surface)
    if HEADING_START.match(surface) and len(surface) <= HEADING_LENGTH and not whole and not ended:
        return SentenceKind.HEADING
    short = 8 <= len(surface) <= 70 and not re.search(r"[。！？].", surface)
    if short and blank_before >= 2 and index > 1 and _CAPTION_VERBS.search(surface):
        return SentenceKind.CAPTION
    if len(surface) <= HEADING_LENGTH and not whole and not TERMINAL.search(surface):
        return SentenceKind.HEADING
    return SentenceKind.BODY


def is_caption(surface: str) -> bool:
    """Whether a line opens as the words to a picture do: ①, 图为."""
    # ▲市住建局筹集住房…；开设夜校…。 is an item of a bulletin
    item = surface[:1] in "▲△▼▶◀" and len(surface) > 60 and len(re.findall(r"[；。;]", surface)) > 1
    return bool(_NUMBERED_CAPTION.match(surface)) and not item


def is_byline(surface: str) -> bool:
    """Whether a line names who wrote or photographed, and nothing else."""
    if len(surface) > _BYLINE_LENGTH:
        return False
    return bool(_BULLET_NAMES.match(surface) or _SIGNED.match(surface)) or _credits(surface)


def _credits(surface: str) -> bool:
    """Whether a line is made of tasks and names: `文/甲某 图/乙某`, `本报记者 甲 某`, `甲某 摄`, `供稿：某县总工会`.

    A name behind a colon or a stroke may follow any task; behind a blank, only those who write or photograph.
    """
    task, named, mark, closed = "", False, "", False
    for found in _WORD.finditer(surface.strip("■□◆●▲★(（【)）】 \u3000")):
        word, mark_after = found.groups()
        crew = _CREW.fullmatch(word)
        if closed and not crew:
            return False  # `甲某 摄` has its task at the end
        if crew or (mark_after and _SOURCE.fullmatch(word)):
            closed = closed or (named and not task)
            task, mark = word, mark_after
            continue
        if _GLUED.fullmatch(word):
            task, named, mark = "记者", True, ""
            continue
        free = mark in (":", "：") and _FREE.fullmatch(word)
        if not free and not (_NAME.fullmatch(word) and (mark or not task or _WRITERS.fullmatch(task))):
            return False
        named = True
    return bool(task) and (named or "记者" in surface or "通讯员" in surface)


def _is_byline(surface: str) -> bool:
    furniture = len(surface) <= _FURNITURE_LENGTH and "。" not in surface and _FURNITURE.search(surface)
    dateline = len(surface) <= _DATELINE_LENGTH and _DATELINE.match(surface)
    return is_byline(surface) or bool(_PUBLISHED.match(surface) or furniture or dateline)
