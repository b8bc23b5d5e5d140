"""Where firms and houses are: the place that a report or a name shows.

In: a report's mentions with its places resolved, and the focus of the sentence. Out: the key of a local government, or
None. Order: the place before 的 (某区的某某公司); where it is said to lie (坐落于某镇); the zone or place that its name
begins with; the lower place that the paragraph opens with; a county whose short name it begins with; the section's
region. 某省某某公司 in a county's report is one in the county.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.mentions.divisions import Divisions
from graph.model import AdminLevel, Document, EntityType, Mention, SentenceKind
from graph.resolve.codes import Codes, codes_of
from graph.resolve.heads import Focus
from graph.resolve.places import Table, zone_form, zone_key

_LIES = r"(?:(?:坐落于|坐落在|位于|地处|落户|扎根|总部设在)(?:了|于|在)?|厂(?:子|区|房|址)?(?:就|都)?(?:设|建)?在)"
_SET_UP = re.compile(r"(?:（[^（）]{1,24}）)?(?:就)?(?:在|设在|办在|建在|落在)")
_THERE = re.compile(r"[，。；]|挂牌|揭牌|落成|投产|启用|成立|开业|开班")
_SEAT = re.compile(rf"(?:（[^（）]{{1,24}}）)?(?:[^，。；]{{0,14}}，)?[^，。；]{{0,6}}?{_LIES}")
_OURS = re.compile(
    rf"^(?:坐标|地址|所在地|单位地址)：|(?:^|[，。；])(?:(?:公司|集团|企业|学校|学院)(?:[^，。；]{{2,12}}，)?{_LIES}|厂(?:子|区|址)(?:就)?(?:设|建)?在)"
)  # 集团扎根某市, 厂子在某镇: that of the firm named last
_COLLEGE = re.compile(r"(?:学院|大学)$")  # they teach for counties far around
_OF = re.compile(
    r"(?:境内|辖区内|辖区|区内)?的(?:(?:一家)?(?:民营|国有|骨干|龙头|上市|老牌|重点)?(?:企业|民企|国企))?|(?:民企|国企|央企|企业)"
)
_SCENE = re.compile(
    r"(?:[^，。；]{0,14}[\d一二三四五六七八九十点半分日晨午晚夜末季初]，)?(?:在)?$"
)  # 早上七点四十，某市某镇，某公司…
_OPENING = 4  # characters into a paragraph where the place that leads it begins at the latest


@dataclass(frozen=True, slots=True)
class Seats:
    """Finds the seats of a report's firms and houses; make it when the places are in the table."""

    document: Document
    mentions: tuple[Mention, ...]
    table: Table
    codes: Codes
    foci: tuple[Focus, ...]
    before: Mapping[tuple[int, int], str] = field(init=False)
    leads: Mapping[int, str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "before", self._before_of())
        object.__setattr__(self, "leads", self._leads())

    def seat_of(self, mention: Mention, focus: Focus) -> str | None:
        """The key of the place that a firm or house lies in; None where the report does not tell."""
        divisions = self.table.divisions
        code = self.codes.choose(codes_of(mention), focus.region)
        located = self.before.get((mention.sentence, mention.start - 1)) or self._seated(mention)
        if located:
            return located
        if mention.hint.startswith("zone:"):
            zones = [
                k
                for k, e in self.table.entities.items()
                if e.admin_level is AdminLevel.ZONE and mention.surface.startswith((zone_form(e.name), e.name))
            ]
            return zones[0] if zones else (self.table.division(code) if code else None)
        lead = self.leads.get(self.document.sentences[mention.sentence].paragraph, "")
        if code:
            inside = any(d.code == code for d in divisions.chain(focus.region))
            # 某省职业技术学院 in a county's report lies somewhere in the province, 某省某某有限公司 in the county
            inside = inside and not _COLLEGE.search(mention.surface)
            if inside and focus.zone and mention.type is EntityType.ENTERPRISE:
                return zone_key(focus, self.table) or self.table.division(
                    focus.region
                )  # 某省某某公司 in a zone's report
            return self.table.division(focus.region if inside else code)
        if focus.zone and mention.type is EntityType.ENTERPRISE and mention.rule != "press":
            return zone_key(focus, self.table) or self.table.division(focus.region)  # in the report of a zone
        elsewhere = _COLLEGE.search(mention.surface) and self._level(focus) is not AdminLevel.PREFECTURE
        elsewhere = elsewhere or (self._level(focus) is AdminLevel.PROVINCE and mention.surface.endswith("联盟"))
        if focus.region and mention.rule != "press" and not elsewhere:
            return self.table.division(_by_prefix(mention.surface, focus.region, divisions) or lead or focus.region)
        return None

    def _level(self, focus: Focus) -> AdminLevel | None:
        division = self.table.divisions.by_code.get(focus.region)
        return division.level if division is not None else None

    def stated(self) -> dict[str, str]:
        """The seats that a sentence states of a firm or house wherever it names it: 走进位于某市的某某公司, 某镇的某某
        电机. The first of them counts: key → place."""
        found: dict[str, str] = {}
        for mention in self.mentions:
            own = mention.type in (EntityType.ENTERPRISE, EntityType.INSTITUTION) and ">" not in mention.hint
            if own and mention in self.table.keys:
                place = self.before.get((mention.sentence, mention.start - 1)) or self._seated(mention)
                if place:
                    found.setdefault(self.table.keys[mention], place)
        return found

    def told(self) -> dict[str, str]:
        """The seats that a report tells of firms called 公司 or 学校 only: key → place."""
        found: dict[str, str] = {}
        for sentence in self.document.sentences:
            match = _OURS.search(sentence.text)
            if match is None:
                continue
            here = [m for m in self.mentions if m.sentence == sentence.index and m.start == match.end()]
            places = sorted((m for m in here if m in self.table.keys), key=lambda m: -m.end)
            firms = [
                self.table.keys[m]
                for m in self.mentions
                if m.type in (EntityType.ENTERPRISE, EntityType.INSTITUTION)
                and m in self.table.keys
                and (m.sentence, m.start) < (sentence.index, match.end())
            ]
            if places and places[0].type is EntityType.LOCAL_GOVERNMENT and firms:
                found.setdefault(firms[-1], self.table.keys[places[0]])
        return found

    def _before_of(self) -> dict[tuple[int, int], str]:
        """Where a place stands right before a firm: sentence and offset → the place. 某县|某省某某公司, 江川市云岭区的
        某某公司, 早上七点，某市某镇，某某公司…."""
        found: dict[tuple[int, int], str] = {}
        for mention in self.mentions:
            if mention.type is not EntityType.LOCAL_GOVERNMENT or mention not in self.table.keys:
                continue
            text, key = self.document.sentences[mention.sentence].text, self.table.keys[mention]
            of = _OF.match(text, mention.end)
            scene = text.startswith("，", mention.end) and _SCENE.match(text[: mention.start])
            for end in (mention.end, of.end() if of else 0, mention.end + 1 if scene else 0):
                if end:
                    found[mention.sentence, end - 1] = key
        return found

    def _leads(self) -> dict[int, str]:
        """The county or town that a paragraph of a region's report opens with: paragraph → division code."""
        found: dict[int, str] = {}
        for mention in self.mentions:
            sentence = self.document.sentences[mention.sentence]
            first = sentence.index == 0 or self.document.sentences[sentence.index - 1].paragraph != sentence.paragraph
            if not first or sentence.kind is not SentenceKind.BODY or mention.start > _OPENING:
                continue
            focus = self.foci[mention.sentence]
            code = self.codes.choose(codes_of(mention), focus.region)
            division = self.table.divisions.by_code.get(code)
            lower = division is not None and division.level in (AdminLevel.COUNTY, AdminLevel.TOWNSHIP)
            lower = lower and bool(focus.region) and code != focus.region
            if mention.hint.startswith("code:") and lower and self.table.divisions.under(code, focus.region):
                found.setdefault(sentence.paragraph, code)
        return found

    def _seated(self, mention: Mention) -> str | None:
        """The zone or place that a name begins with, or the place that it is said to lie in (某某公司坐落于某镇)."""
        text = self.document.sentences[mention.sentence].text
        lies = _SEAT.match(text, mention.end)
        # the lower of 云州市 and 云州市青川区 comes first: it is the longer
        for other in sorted(self.mentions, key=lambda m: m.start - m.end):
            if (
                other.sentence != mention.sentence
                or other.type is not EntityType.LOCAL_GOVERNMENT
                or other not in self.table.keys
            ):
                continue
            set_up = _SET_UP.match(text, mention.end)
            there = set_up and other.start == set_up.end() and _THERE.match(text, other.end)
            aside = text.startswith("（", mention.end) and other.start == mention.end + 1
            aside = aside and text.startswith("）", other.end)  # 某某公司（某县）
            if there or aside or (lies and other.start == lies.end()):
                return self.table.keys[other]
            leads = other.start == mention.start and other.end < mention.end
            if leads and self.table.entities[self.table.keys[other]].admin_level is AdminLevel.ZONE:
                return self.table.keys[other]
        return None


def _by_prefix(name: str, region: str, divisions: Divisions) -> str:
    """The county in `region`'s province whose short name a firm's name begins with; "" for none or several."""
    top = divisions.chain(region)[-1].code
    found = {
        d.code for n in (name[:2], name[:3]) for d in divisions.by_short.get(n, ()) if divisions.under(d.code, top)
    }
    return next(iter(found)) if len(found) == 1 else ""
