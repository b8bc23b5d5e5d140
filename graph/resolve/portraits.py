"""Which firm or school an article is about though its title names none.

In: an article's sentences and mentions. Out: the mention of the firm or school, or None. Order: the one that it opens
with and keeps speaking of; the one firm of a report that speaks of itself (公司, 咱们) and of no region.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.model import Document, EntityType, Mention, SentenceKind

_STANDS_FOR = re.compile(r"(?<![\u4e00-\u9fff分子])(?:该|本|我)?(?:公司|集团|企业|学校|学院|厂里|矿里)(?!家)")
_SELF = re.compile(
    r"(?<![\u4e00-\u9fff])(?:全|我|本|我们|咱们?)?(?:公司|集团)(?![\u4e00-\u9fff]{0,2}[家、])|[我全本](?:厂|矿)|厂里|矿上|咱们"
)
_OF_REGION = re.compile(r"[全我][市县区省旗州]|(?<![\u4e00-\u9fff])[市县区省](?:总工会|委|政府|人社|财政)")
_CONTEST_NEWS = re.compile(
    r"(?:大赛|竞赛|比武|比赛|决赛|技能赛)[^，。；]{0,8}(?:落幕|落下帷幕|收官|闭幕|开幕|开赛|举行|举办|启幕|鸣锣)"
)
_ITS_PAPER = re.compile(r"(?:集团)?(?:公司)?(?:党委|工会)?(?:宣传部|宣教部|办公室|新闻中心)?(?:主办|主管|编印|出版)")
_HELD_BY = re.compile(r"(?:大赛|竞赛|比武|比赛|活动)?由([^，。；]{4,60}?)(?:共同|联合)?(?:主办|举办)")
_SELF_OFTEN = 4  # times that a report says 公司 of the one firm that it names somewhere, and seldom 全市
_OPENING = 16  # characters into a sentence where the one it is about is named at the latest
_KEEPS_SPEAKING = 4  # times that an article names whom it portrays

_FIRMS = (EntityType.ENTERPRISE, EntityType.INSTITUTION)
_A_FIRM_OF = re.compile(
    r"(?:一家)?(?:国有|民营|老牌|龙头|骨干)?(?:民企|国企|央企|外企|企业|老厂|名企|公司)"
)  # 某市民企某某阀门


def portrayed(document: Document, bodies: list[int], by_sentence: dict[int, list[Mention]]) -> Mention | None:
    """The firm or school that an article opens with and keeps speaking of, by name or as 公司 or 学校; none where its
    headings speak of 我市."""
    heads = (s.text for s in document.sentences[: bodies[0] if bodies else 0] if s.kind is SentenceKind.HEADING)
    if any(re.search(r"[我全][省市县区旗州]", head) for head in heads):
        return None
    for i in bodies[:2]:
        for mention in outermost(by_sentence.get(i, [])):
            if mention.type not in (EntityType.ENTERPRISE, EntityType.INSTITUTION):
                continue
            if mention.start > _OPENING or ">" in mention.hint:
                break
            names = {mention.surface, f"short:{mention.surface}"}
            named = sum(m.surface in names or m.hint in names for j in bodies for m in by_sentence.get(j, []))
            spoken = sum(len(_STANDS_FOR.findall(document.sentences[j].text)) for j in bodies)
            others = {
                m.surface
                for j in bodies
                for m in by_sentence.get(j, [])
                if m.type is mention.type and not m.hint.startswith("short")
            }
            if named + spoken >= _KEEPS_SPEAKING and len(others) <= named + spoken:
                return mention
            break
    return None


def own_report(document: Document, bodies: list[int], by_sentence: dict[int, list[Mention]]) -> Mention | None:
    """The firm of a firm's own report, that calls it 公司 and 咱们 and names it in full once, if in the imprint."""
    told = [document.sentences[i].text for i in bodies]
    spoken = sum(len(_SELF.findall(text)) for text in told)
    if spoken < _SELF_OFTEN or spoken <= sum(len(_OF_REGION.findall(text)) for text in told):
        return None
    firms = [
        m
        for i in sorted(by_sentence)
        for m in outermost(by_sentence.get(i, []))
        if m.type in (EntityType.ENTERPRISE, EntityType.UNION) and not m.hint.startswith("short:")
    ]
    named = [m for i in sorted(by_sentence) for m in by_sentence[i] if m.type is EntityType.ENTERPRISE]
    papers = {m.hint[6:] if m.hint.startswith("short:") else m.surface for m in named if _is_publisher(document, m)}
    publisher = next((m for m in named if papers and not m.hint.startswith("short:") and m.surface in papers), None)
    if publisher is not None:
        return publisher  # 某某集团党委宣传部主办
    own = [m for m in firms if m.type is EntityType.ENTERPRISE or m.hint.startswith("firm:")]
    names = {m.hint[5:].partition(">")[0] if m.hint.startswith("firm:") else m.surface for m in own}
    whole = [
        m for i in sorted(by_sentence) for m in by_sentence[i] if m.type is EntityType.ENTERPRISE and m.surface in names
    ]
    return whole[0] if len(names) == 1 and whole else None


def _is_publisher(document: Document, firm: Mention) -> bool:
    return _ITS_PAPER.match(document.sentences[firm.sentence].text, firm.end) is not None


def portrayed_firm(opening: list[int], bodies: list[int], by_sentence: dict[int, list[Mention]]) -> Mention | None:
    """The firm or school of whom a portrait's headings name: the first that the article names, where a person stands
    in the headings."""
    if not any(m.type is EntityType.PERSON for i in opening for m in by_sentence.get(i, [])):
        return None
    kinds = (EntityType.ENTERPRISE, EntityType.INSTITUTION)
    named = (m for i in [*opening, *bodies] for m in outermost(by_sentence.get(i, [])) if m.type in kinds)
    return next((m for m in named if ">" not in m.hint and not m.hint.startswith("short:")), None)


def host_of(
    document: Document, opening: list[int], bodies: list[int], by_sentence: dict[int, list[Mention]]
) -> Mention | None:
    """The first of those who hold the contest that an article's headings tell of: 本届大赛由某省总工会、某厅主办."""
    if not any(_CONTEST_NEWS.search(document.sentences[i].text) for i in opening):
        return None
    for i in bodies:
        held = _HELD_BY.search(document.sentences[i].text)
        if held:
            inside = [m for m in outermost(by_sentence.get(i, [])) if m.start == held.start(1)]
            return inside[0] if inside and inside[0].type in (EntityType.AGENCY, EntityType.UNION) else None
    return None


def firm_behind(heading: str, place: Mention, named: list[Mention]) -> Mention | None:
    """The firm that a heading names behind its place and kind: 某市民企某某阀门改革见闻."""
    kind = _A_FIRM_OF.match(heading, place.end)
    return next((m for m in named if kind and m.start == kind.end() and m.type in _FIRMS), None)


def outermost(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions that lie in no longer one, in the order of the text."""
    rows = sorted(mentions, key=lambda m: (m.start, -m.end))
    return [m for m in rows if not any(wider(o, m) for o in rows)]


def wider(outer: Mention, inner: Mention) -> bool:
    """Whether a mention holds a shorter one."""
    return outer.start <= inner.start and inner.end <= outer.end and outer.end - outer.start > inner.end - inner.start
