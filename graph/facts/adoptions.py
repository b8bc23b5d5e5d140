"""Who does which measure, and who only announces it.

In: a `Reading` and the measures. Out: one `Adoption` for each actor and measure, and one `Plan` for each actor and
measure that is announced, wished for or put off and not done. Order of the rules:
1. every sentence but bylines, and those of other news on the page (`facts.topic`), is cut into clauses with their
   modality (`facts.modality`);
2. the measures are looked for in the clauses that are done or planned (`facts.measures`);
3. a phrase that only names a measure counts where its clause has a verb of doing or a number, or is a photo caption;
4. who acts there (`Reading.actors`) gets the fact, each of joint subjects one, many organs of a government together
   the government; a place without actor gives none;
5. facts of the same actor and measure become one with all its evidence; a plan for what is done already falls away.

Confidence by rule and place: a pattern 0.9, a phrase with its verb 0.8; captions, run-in headings and headings lower.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from graph.facts.carried import BODIES
from graph.facts.dates import dates_in
from graph.facts.localnames import local_name
from graph.facts.measures import Hit, MeasurePatterns, compile_measures
from graph.facts.modality import Clause, Modality, read_modality
from graph.facts.reading import Reading
from graph.facts.topic import WORKERS, off_topic
from graph.model import Adoption, EntityType, MeasureConcept, Plan, Sentence, SentenceKind, Span

_ACTORS = frozenset(
    {
        EntityType.LOCAL_GOVERNMENT,
        EntityType.AGENCY,
        EntityType.UNION,
        EntityType.ENTERPRISE,
        EntityType.INSTITUTION,
    }
)
_CONFIDENCE = {  # by where it stands, as evaluation shows: a pattern's, a phrase's
    SentenceKind.BODY: (Decimal("0.86"), Decimal("0.85")),
    SentenceKind.CAPTION: (Decimal("0.8"), Decimal("0.6")),
    SentenceKind.HEADING: (Decimal("0.5"), Decimal("0.4")),
}
_TWICE, _SURE_TWICE_FROM = Decimal("0.92"), Decimal("0.75")
_IMPLICIT = Decimal("0.09")  # taken off where the actor does not stand in the sentence itself
_RUN_IN = 20  # a sentence no longer than this that opens a paragraph is a heading run into it
_RUN_IN_CONFIDENCE = (Decimal("0.6"), Decimal("0.5"))
_MANY = 4  # so many organs of one government that act together are that government
_MEDIA = re.compile(r"(?:日报|晚报|早报|晨报|时报|电视台|广播电台|新华社|通讯社|融媒体中心|客户端)$")
_TRADE_BODY = re.compile(r"(?:协会|商会|联合会)$")
_LEADING_GROUP = "leading-group"
_GROUP = re.compile(r"(?:联席会议|领导小组|协调小组|产改办|专班|办公室)$")
_SURELY, _HEADED = Decimal("0.8"), Decimal("0.6")
_EVIDENCE = 8  # clauses that a fact quotes at most, the surest first


@dataclass(slots=True)
class _Found:
    """What was found so far of one actor and measure: (confidence, order, spans, rule), a local name, a date."""

    quotes: list[tuple[Decimal, int, tuple[Span, ...], str]] = field(default_factory=list)
    local_name: str | None = None
    date: str | None = None

    def evidence(self) -> tuple[Span, ...]:
        """The spans of the surest clauses, in the order of the text."""
        best = sorted(self.quotes, key=lambda q: (-q[0], q[1]))[:_EVIDENCE]
        return tuple(sorted({span for quote in best for span in quote[2]}))

    def best(self) -> tuple[Decimal, str]:
        """The highest confidence, and the rule that has it; two clauses that tell the same make it surer."""
        quote = min(self.quotes, key=lambda q: (-q[0], q[1]))
        body = quote[0] >= _SURE_TWICE_FROM
        return (max(quote[0], _TWICE) if body and len(self.quotes) > 1 else quote[0]), quote[3]


_NAMED_FOR = (EntityType.INSTITUTION, EntityType.AGENCY, EntityType.ENTERPRISE, EntityType.UNION)
_FOUNDED = re.compile(r"成立|建立|建成|组建|设立|创建|创办|揭牌|挂牌|打造|新建|建设|启用|利用|依托|作用|投资|改造")

_OPENS = re.compile(  # 某某工匠学院2021年5月挂牌, 某某工匠学院在某某学校挂牌
    r"(?:(?:在|于)[^，。；]{2,16})?(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:正式)?(?:揭牌|挂牌|成立|启用|投用|投入使用)"
)
_SERVES = re.compile(  # what these houses are called is what they are there for
    r"(?:职工|工会|会员)服务中心|工人文化宫|法律援助(?:中心|工作站)|技能大师工作室"
)


def adoptions(reading: Reading, measures: tuple[MeasureConcept, ...] | MeasurePatterns) -> tuple[Adoption | Plan, ...]:
    """The adoptions and plans of a report, in the order in which it first tells of them.

    Hand in `MeasurePatterns` (`compile_measures`) to read many reports. Raises PatternError for a bad pattern.
    """
    patterns = measures if isinstance(measures, MeasurePatterns) else compile_measures(measures)
    done: dict[tuple[str, str], _Found] = {}
    planned: dict[tuple[str, str], _Found] = {}
    order = 0
    for sentence, clause, hit, confidence in _told(reading, patterns):
        name: str | None = None
        for actor in _actors(reading, sentence, hit):
            order += 1
            store = planned if clause.modality is Modality.PLANNED else done
            found = store.setdefault((actor, hit.measure), _Found())
            rule = _rule(sentence, hit)
            sure = confidence if reading.explicit(sentence.index, hit.start) else confidence - _IMPLICIT
            found.quotes.append((sure, order, sentence.spans(clause.start, clause.end), rule))
            if clause.modality is Modality.PLANNED:
                found.date = found.date or clause.by
                continue
            name = name or local_name(sentence.text, hit.start, hit.end, (clause.start, clause.end))
            found.local_name = found.local_name or name
            found.date = found.date or _date(sentence.text, clause)
    return tuple(_facts(_told_once(done, reading), planned))


def _told_once(done: dict[tuple[str, str], _Found], reading: Reading) -> dict[tuple[str, str], _Found]:
    """What is found, without what only tells a deed again: where a region's own body surely did a measure, a clause
    without subject (the region's, it seems) tells of the body's doing, and the other way round; and a heading tells of
    what somebody in the region did. The evidence joins the sure telling.
    """
    kept = dict(done)
    for (actor, measure), found in done.items():
        confidence = max(quote[0] for quote in found.quotes)
        if confidence >= _SURELY:
            continue
        for (other, what), sure in done.items():
            if what != measure or other == actor or max(quote[0] for quote in sure.quotes) < _SURELY:
                continue
            one, two = reading.entities[actor], reading.entities[other]
            own = one.organ_of == other or two.organ_of == actor
            if own or (confidence <= _HEADED and actor in (two.located_in, two.within)):
                sure.quotes += found.quotes
                sure.local_name = sure.local_name or found.local_name
                del kept[actor, measure]
                break
    return kept


def _told(reading: Reading, patterns: MeasurePatterns) -> Iterator[tuple[Sentence, Clause, Hit, Decimal]]:
    """Each telling of a measure that counts, with the confidence of its kind and place."""
    document = reading.document
    elsewhere = off_topic(document)
    previous = 0
    for sentence, clauses in zip(document.sentences, read_modality(document), strict=True):
        opens = bool(sentence.offsets) and "\n" in document.text[previous : sentence.offsets[0]]
        previous = sentence.offsets[-1] + 1 if sentence.offsets else previous
        other = document.sections[sentence.section].article in elsewhere and not WORKERS.search(sentence.text)
        if sentence.kind is SentenceKind.BYLINE or other:
            continue
        said = {(c.start, c.end): c for c in clauses if c.modality is not Modality.GENERAL}
        if not said:
            continue
        run_in = opens and len(sentence.text) <= _RUN_IN and sentence.kind is SentenceKind.BODY
        levels = _RUN_IN_CONFIDENCE if run_in else _CONFIDENCE[sentence.kind]
        for hit in patterns.find(sentence.text, said):
            clause = next(c for c in said.values() if c.start <= hit.start and hit.end <= c.end)
            if _in_a_name(reading, sentence, clause, hit):
                continue
            named_only = not hit.sure and not patterns.does(sentence.text, clause.start, clause.end)
            if named_only and sentence.kind is not SentenceKind.CAPTION:
                continue
            yield sentence, clause, hit, levels[0 if hit.sure else 1]


def _in_a_name(reading: Reading, sentence: Sentence, clause: Clause, hit: Hit) -> bool:
    """Whether a measure's words are only part of a body's name (某市职业教育中心主任), and nobody founds it here."""
    text = sentence.text
    for name in reading.named[sentence.index]:
        if name.type in _NAMED_FOR and name.start <= hit.start and hit.end <= name.end:
            reach = name.end + 6 if name.start == clause.start else clause.end  # 某某中心组建联盟: it is not founded
            before = _FOUNDED.search(text, clause.start, name.start) or _OPENS.match(text, name.end)
            before = before or _SERVES.search(text, hit.start, hit.end)
            return not before and not _FOUNDED.search(text, name.end, min(clause.end, reach))
    return False


def _facts(done: dict[tuple[str, str], _Found], planned: dict[tuple[str, str], _Found]) -> Iterator[Adoption | Plan]:
    """The facts of what was found; nothing is planned that is done."""
    for (actor, measure), found in done.items():
        confidence, rule = found.best()
        yield Adoption(
            evidence=found.evidence(),
            rule=rule,
            confidence=confidence,
            actor=actor,
            measure=measure,
            local_name=found.local_name,
            date=found.date,
        )
    for (actor, measure), found in planned.items():
        if (actor, measure) not in done:
            confidence, rule = found.best()
            yield Plan(
                evidence=found.evidence(), rule=rule, confidence=confidence, actor=actor, measure=measure, by=found.date
            )


def _rule(sentence: Sentence, hit: Hit) -> str:
    """The rule's name, as PROV names it: where it stands, and whether a pattern or a phrase told."""
    return f"measure-{'pattern' if hit.sure else 'phrase'}-{sentence.kind.value}"


def _actors(reading: Reading, sentence: Sentence, hit: Hit) -> tuple[str, ...]:
    """Who is to have the fact: those who act there and can do a measure, in the order of the text.

    What many bureaus of one government do together (教育局、财政局、人社局等九家单位) is their government's doing; what
    two do (市总工会联合市人社局), that of the first.
    A leading group does not set itself up: its government does.
    """
    found: list[str] = []
    for key in reading.actors(sentence.index, hit.start):
        entity = reading.entities.get(key)
        if entity is None or entity.type not in _ACTORS or _MEDIA.search(entity.name):
            continue
        if hit.measure == _LEADING_GROUP and entity.organ_of and _GROUP.search(entity.name):
            key = entity.organ_of
        if key not in found:
            found.append(key)
    bodies = [key for key in found if not _TRADE_BODY.search(reading.entities[key].name)]  # 商会 help
    owners = {reading.entities[key].organ_of for key in bodies}
    owner = next(iter(owners)) if len(owners) == 1 else None
    if owner and len(bodies) >= _MANY:
        return (owner,)
    together = owner and found[0] in bodies and all(reading.entities[key].type in BODIES for key in bodies)
    return tuple(found[:1] if together else found)


def _date(text: str, clause: Clause) -> str | None:
    """The date that a clause states, or a date that stands alone before it (2021年7月，县里启动了…); no period."""
    start = clause.start
    lead = re.search(r"(?:^|[，；。])([^，；。]{3,14})，$", text[:start])
    for when in dates_in(text[clause.start : clause.end]) or (dates_in(lead[1]) if lead else ()):
        if when.iso and not when.period:
            return when.iso
    return None
