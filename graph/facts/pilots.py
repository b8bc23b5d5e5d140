"""Pilots: units that a report names as pilots or demonstration units of the reform.

In: a Reading. Out: Pilot facts. Order: a unit called a pilot in its own clause (作为首批试点地区, 试点企业某公司);
units that a count introduces (对六家试点企业某公司、…); a report or article on pilots, whose sections or sentences
each present one; level from the programme's words or from who runs it; batch and date where they stand with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from graph.facts.levels import programme_level
from graph.facts.listing import bracketed, listed_names
from graph.facts.pilot_words import PILOT_WORD, clause_of, in_batches, in_question, sites
from graph.facts.presented import BATCH, NOT_OURS, UNITS, pilot_date, presented
from graph.facts.reading import Reading
from graph.facts.subjects import FIRMS
from graph.model import EntityType, Level, Pilot, Sentence, SentenceKind

_OTHERS = re.compile(
    r"(?:书屋|工作室|教育培训|职工教育|职工创新|党工共建|志愿服务|文明)[^，。；]{0,6}示范(?!企业)"
)  # 职工书屋示范点
_AS = re.compile(
    r"(?:作为|被(?:确定|列|评|选)为|成为|成了|列为|列入|入列|入选|进入(?=[^，。；]{2,12}$)|挤进|进了|获批|是|系|定为|定位为?|确定为|被授予|获评|跻身|获批|成功创建|创成|升格为|晋级为|晋升为|命名为|评为|认定为|"
    r"承担(?:了|着)?|纳入|(?:同时|同为|均为|都为)为?|等?[一二三四五六七八九十\d]+[家个户](?:企业|单位|地区|学校|乡镇)为|"
    r"(?<=[\u4e00-\u9fff])为(?=(?:首批|第[一二三四五六七八九十]批|(?:国家|自治区|[省市县区])级|全[国省市县])[^，。；]{0,10}$))"
)
_COUNTED = re.compile(r"(?:[一二三四五六七八九十\d]+[家个]|各|全部)?(?:全面|项目)?试点(?:企业|单位|地区)")
_CONSISTS = re.compile(r"(?:名单)?(?:中)?(?:包括|涵盖|分别[是为]：?|[为是]：|有|：|如下：)(?:了)?(?=[^，。；\d]{2,14})")
_AMONG = re.compile(r"(?:单位|企业)?(?:当)?中，")  # 10家省级试点中，某公司、某县…; 专项试点中，某公司主攻…，某镇主攻…
_INCLUDED = re.compile(
    r"包括([^。；]{4,60})在内的[两三四五六七八九十\d]+[家个户所](?:企业|单位|学校|院校|乡镇|地区)[^，。；]{0,10}$"
)
_COUNTED_ONES = re.compile(r"[两三四五六七八九十\d]+[家个户所](?:企业|单位|学校|院校|乡镇|地区)(?:被|获|入选|跻身)")
_HELD = re.compile(r"（[^（）]{0,8}$")
_PLAIN_LINK = re.compile(r"[^，。；抓推先启开探争申打做搞选]{0,16}")  # no verb between: not 是推进改革试点
_LISTED_AFTER = re.compile(r"”?(?:的)?(?:授牌|授匾|颁牌|揭牌|名单|公布|通报|决定)[^，。]{0,6}，")
_MADE_KNOWN = re.compile(r"(?<!被)(?:公布|发布|揭晓|命名|认定|确定|圈定|选定|遴选)(?!为)")
_MADE_KNOWN_SO = re.compile(
    r"(?:确定|选定|遴选|选取|命名|认定)[^。；]{2,80}为[^，。；]{0,14}试点[^，。；]{0,4}，$|被(?:列|确定|评|选|定)为?[^，。；]{2,40}(?:试点|示范)[^，。；]{0,4}，$"
)
_THEY_TAKE = re.compile(  # 某公司、某厂等15家单位开展区级试点
    r"等?[两三四五六七八九十\d]+[家个户所](?:企业|单位|学校|院校|乡镇|地区|县区)?(?:[和及、]\d+[家个](?:企业|单位))?(?:率先|跟进|先行|先后|分别|同步|已)?(?:(?:认领|承担|开展|实施|领取)了?[^，。；]{0,10}|(?<=先行)|(?<=率先))$"
)
_SOME_OF_THEM = re.compile(
    r"[”]?(?:试点)?(?:的?(?:称号|牌匾|名单|企业|单位))?[^，。；]{0,4}，其中(?:就)?(?:包括|有|(?=[\u4e00-\u9fff]{6}))(?!\d|[^，。；]{0,12}\d)"
)
_SO_MANY = re.compile(r"\d+[家个][^，。；]{0,6}(?:确定|出炉|公布|产生|揭晓|获批|亮相)，")  # 试点单位20家同时确定，…
_IN_A_BATCH = re.compile(
    r"(?:单位|企业|地区)?\d+[家个户]，[^，。；]{4,120}(?:入列|入选|列入|跻身|位列)(?:首批|第[一二三四五六七八九十]批)"
)
_IN_THE_LIST = re.compile(r"在(?:[^，。；在]{0,12})$")  # 某公司在首批示范企业之列
_SO_MANY_OTHERS = re.compile(r"[^，。；]{0,8}\d+(?:余|多)?[家个户]")
_HELD_AT = re.compile(
    r"(?:率先|先行|先后|分别|同步|先期)?(?:开展|启动|实施|推进)(?:了)?(?:产业工人队伍建设改革|产改|改革)$"
)
_SEATED = re.compile(r"(?:位于|设在|地处|坐落于?|落户于?|扎根于?|来自|在)$")  # 总部设在某市的某集团是试点
_THEIRS = re.compile(r"(?:等)?(?:均|都|也)?(?:在其列|名列其中|榜上有名|位列其中)")
_GIVES_TO = re.compile(  # 向某公司、某厂等15家单位授予…示范单位牌匾
    r"(?:^|[^\u4e00-\u9fff]|还|并|现场|分别|会上|会议)(?:向|给|为)([^，。；]{4,120}?)(?:等?\d+[家个户](?:企业|单位|地区|集体)?)?"
    r"(?:授予|授|颁发|颁授|颁)了?[^，。；、]{0,16}$"
)
_ON_IT = re.compile(
    r"[上登]台|接牌|领牌|领奖|授牌|在[^，。；]{0,12}之列|榜上有名|上榜|在其列|名列其中|在列|入列|入选|入围|获授|受牌|成为首批"
)
_IT = re.compile(r"(?:把|将)(?:它|其|该[校企]|咱们|我们|我[厂矿校院]|这里|该?园区)|(?:把|将)(?:公司|集团|学校|学院)$")
_BOTH = re.compile(r"双双|均|都|一同|同时|一起|一并")
_ANOTHER = re.compile(r"(?:试点|示范)[\u4e00-\u9fff]{0,2}、")
_PRESS = re.compile(r"》?(?:记者|通讯员)")
_LISTS_THEM = 4  # pilots that a report calls so: what else it presents is none


def pilots(reading: Reading) -> tuple[Pilot, ...]:
    """The pilots that a report names, each once a level."""
    found: dict[tuple[str, Level | None], Pilot] = {}
    called = tuple(_called(reading))
    lists_them = len({pilot.unit for pilot in called}) >= _LISTS_THEM
    for pilot in (*called, *(() if lists_them else presented(reading))):
        key = (pilot.unit, pilot.level)
        known = found.get(key)
        if known is None and any(k[0] == pilot.unit and pilot.rule.startswith("pilot-section") for k in found):
            continue
        if known is None:
            found[key] = pilot
        else:
            found[key] = replace(known, batch=known.batch or pilot.batch, date=known.date or pilot.date)
    return tuple(found.values())


def _called(reading: Reading) -> Iterator[Pilot]:
    for sentence in reading.document.sentences:
        if sentence.kind is SentenceKind.BYLINE:
            continue
        for match in PILOT_WORD.finditer(sentence.text):
            clause_start, clause_end = clause_of(sentence.text, match.start())
            clause = sentence.text[clause_start:clause_end]
            if NOT_OURS.search(clause) or _OTHERS.search(sentence.text, clause_start, match.end()):
                continue
            yield from _in_clause(reading, sentence, match, clause_start, clause_end)
        yield from in_batches(reading, sentence)


def _in_clause(reading: Reading, sentence: Sentence, match: re.Match[str], start: int, end: int) -> Iterator[Pilot]:
    text = sentence.text
    outer = [n for n in reading.outer_names(sentence.index) if n.type in UNITS]
    before = [n for n in outer if start <= n.start and n.end <= match.start()]
    before = [n for n in before if not _PRESS.match(text, n.end)]
    behind = [n for n in outer if n.start >= match.end()]
    another = list(_ANOTHER.finditer(text, start, match.start()))  # 国家级…试点、|省级产改试点
    level = programme_level(reading, sentence, another[-1].end() if another else start, match.start())
    batch = BATCH.search(text, start, end)
    evidence = sentence.spans(start, end)

    def pilot(unit: str, rule: str, confidence: str, when: str | None = None) -> Pilot:
        owner = reading.entities[unit].organ_of
        if (
            owner
            and reading.entities[unit].type is EntityType.UNION
            and match.group().endswith(("企业", "学校", "院校"))
        ):
            unit = owner  # 某公司工会主席：作为省级试点企业，…
        return Pilot(evidence, rule, Decimal(confidence), unit, level, batch.group() if batch else None, when)

    colon = re.match(
        r"(?:之一)?的|[^，。；：]{0,12}：", text[match.end() :]
    )  # 示范点的某公司、某公司; 试点企业领到了清单：…
    at = match.end() + (colon.end() if colon else 0)
    if behind and behind[0].start in (match.end(), at):  # 试点企业某公司、某公司
        for name in listed_names(text, [n for n in behind if n.start >= behind[0].start]):
            aside = re.match(r"（([^（）]*)）", text[name.end :])
            if not (aside and PILOT_WORD.search(aside.group(1))):  # the brackets say themselves whose pilot it is
                yield pilot(
                    name.key, "pilot-apposed", "0.9", aside and pilot_date(aside.group(1), 0, len(aside.group(1)))
                )
        return
    listed = _LISTED_AFTER.match(text[match.end() :])
    if not listed and _COUNTED_ONES.search(text, start, match.start()):  # 5家企业被命名为示范企业，某公司榜上有名
        listed = re.match(r"”?，(?:分别[是为]|即)?", text[match.end() :])
    if not listed and _MADE_KNOWN.search(text, start, match.start()):  # 公布第二批试点单位，某县榜上有名
        listed = re.match(r"(?:名单)?，", text[match.end() :])
    listed = listed or _SO_MANY.match(text[match.end() :])
    in_batch = _IN_A_BATCH.match(text, match.end())  # 确定省级试点153家，某市和某公司等12家入列首批
    if in_batch:
        listed, batch = re.match(r"[^，]+，", text[match.end() :]), BATCH.search(text, in_batch.end() - 4)
    if listed:  # 为首批10家示范企业授牌，某公司、某厂等榜上有名
        at = match.end() + listed.end()
        names = [n for n in outer if n.start >= at]
        if names and names[0].start == at and (_ON_IT.search(text[at:]) or listed.group().endswith(("是", "为", "即"))):
            for name in listed_names(text, names, kinds=True):
                yield pilot(name.key, "pilot-listed", "0.85")
            return
    given = _GIVES_TO.search(text, max(0, start - 1), match.start())
    if given and re.match(r"”?(?:称号)?(?:的)?(?:牌匾|奖牌|牌子|匾额|铜牌|证书|称号|牌)", text[match.end() :]):
        for name in listed_names(text, [n for n in before if n.start >= given.start(1)]):
            yield pilot(name.key, "pilot-listed", "0.85")
        return
    some = _SOME_OF_THEM.match(text, match.end())
    if some:  # 授予8家单位“产改示范单位”牌匾，其中包括某公司、某厂
        for name in listed_names(text, [n for n in outer if n.start >= some.end()]):
            yield pilot(name.key, "pilot-listed", "0.85")
        return
    theirs = _THEIRS.search(text, match.end())
    if theirs and not listed:  # 省级试点扩至112家，…，某公司、某市均在其列
        at = max(text.rfind(mark, 0, theirs.start()) for mark in "，。；") + 1
        names = listed_names(text, [n for n in outer if n.start >= at])
        if names and names[0].start == at and names[-1].end == theirs.start():
            yield from (pilot(name.key, "pilot-listed", "0.8") for name in names)
            return
    in_list = _IN_THE_LIST.search(text, start, match.start()) if text.startswith("之列", match.end()) else None
    takes = _THEY_TAKE.search(text, start, match.start())
    told = in_list or takes
    closed = [n for n in before if told and n.end <= told.start()]
    whole = bool(closed) and len(listed_names(text, closed)) == len(closed)
    if told and whole and closed[0].start == start and closed[-1].end == told.start():
        yield from (pilot(name.key, "pilot-listed", "0.8") for name in closed)
        return
    among = _AMONG.match(text, match.end())
    if among and any(n.start == among.end() for n in outer):
        for name in outer:
            if name.start == among.end() or (name.start > among.end() and text[name.start - 1] in "，、；"):
                yield pilot(name.key, "pilot-among", "0.8")
        return
    included = _INCLUDED.search(text, 0, match.start())
    if included:  # 包括某公司、某公司在内的19家企业正在开展市级试点
        for name in outer:
            if included.start(1) <= name.start and name.end <= included.end(1):
                yield pilot(name.key, "pilot-included", "0.8")
        return
    held = _HELD.search(text[: match.start()])
    if held and text.startswith("）", match.end()):  # 某公司（市级试点）
        owner = next((n for n in outer if n.end == held.start()), None)
        if owner:
            yield pilot(owner.key, "pilot-bracket", "0.9")
        return
    of_them = _CONSISTS.match(text, match.end())
    if of_them:  # 第二批省级试点包括某市、某县以及某公司等5家企业
        for name in listed_names(text, [n for n in outer if n.start >= of_them.end()] or []):
            yield pilot(name.key, "pilot-listed", "0.85", pilot_date(text, start, end))
        return
    if match.group() == "先行先试":  # 选定某园区、某公司等15个单位先行先试
        if not in_question(text, start, match.end()):
            yield from (pilot(n.key, "pilot-held-at", "0.7") for n in sites(text, before, match.start()))
        return
    first = re.search(r"(?:率先|先行|先期)$", text[start : match.start()])
    if match.group() == "试点" and first and not in_question(text, start, match.end()):
        chosen = sites(text, before, start + first.start())  # 选择某县、某公司等9个单位先行试点
        yield from (pilot(n.key, "pilot-held-at", "0.7") for n in chosen)
        if chosen:
            return
    site = _HELD_AT.search(text, start, match.start())
    if match.group() == "试点" and site and not in_question(text, start, match.end()):
        yield from (pilot(n.key, "pilot-held-at", "0.7") for n in sites(text, before, site.start()))
        return  # 在某公司率先开展产改试点, 选取某公司、某厂等6家企业开展产改试点
    linked = _AS.search(text, start, match.start())
    between = re.sub(r"(?:整[市省县区]|整体|综合)推进", "", text[linked.end() : match.start()]) if linked else ""
    if linked and match.group() == "试点" and not _PLAIN_LINK.fullmatch(between):
        return  # 重点是抓好试点
    if not linked or in_question(text, start, match.end()):
        return
    when = pilot_date(text, start, end) or pilot_date(text, max(0, start - 12), start)
    chose = r"[将把]|确定(?:了)?|选定|遴选|选取|选择|命名|认定" if linked.group().startswith(("等", "为")) else "[将把]"
    object_ = re.search(rf"(?:{chose})(?=[^，。]{{2,120}}$)", text[start : linked.start()])
    listed_again = bool(before) and before[0].start == start and before[-1].end == linked.start()
    if linked.group() == "为" and not object_ and not (listed_again and _MADE_KNOWN_SO.search(text, 0, start)):
        return  # 确定某区为市级全面试点地区，某公司、某厂为市级专项试点单位
    if object_:  # 市总工会将某区列为试点: who decides is no pilot
        before = [n for n in before if n.start >= start + object_.end()]
    passive = re.search(r"被|由|经(?!济|开|营)", text[start : linked.start()])
    before = [n for n in before if not passive or n.end <= start + passive.start()]  # 被省总工会确定为: who decides
    if _IT.search(text, start, linked.start()):  # 县里把它定为产改示范校
        units = [n for n in outer if n.type in FIRMS or text.endswith(("它", "其"), 0, linked.start())]
        units = [n for n in units if n.end <= start or (start <= n.start and n.end < linked.start())]
        it = units[:1] if len(units) > 1 or (units and units[0].end <= start) else []
        yield from (pilot(key, "pilot-elided", "0.75", when) for key in ([n.key for n in it] or _it(reading, sentence)))
        return
    seats = [n for n in before if _SEATED.search(text[: n.start]) and text.startswith("的", n.end)]
    before = [n for n in before if n not in seats] or before
    if before and before[0].start < linked.start():
        for name in listed_names(text, before):
            yield pilot(name.key, "pilot-as", "0.9", when)
    elif bracketed(text, match.start()):
        owner = next((n for n in reversed(outer) if n.end == text.rfind("（", 0, match.start())), None)
        if owner:
            yield pilot(owner.key, "pilot-bracket", "0.9", when)
    elif linked.group().startswith("作为"):  # 作为首批试点单位，某公司…
        opens = next((n.key for n in outer if n.start == end), "")  # 作为试点，某镇的这份合同…
        following = opens or next(iter(reading.actors(sentence.index, min(end, len(text) - 1))), "")
        if following:
            yield pilot(following, "pilot-as", "0.85", when)
    elif not object_ and not _SO_MANY_OTHERS.match(text, start):
        # 2018年5月被列为省级试点城市以来，…: the subject is left out; not 31家企业入选
        acting = reading.actors(sentence.index, start)
        for key in acting if _BOTH.match(text, start) else acting[:1]:
            if reading.entities[key].type in UNITS:
                yield pilot(key, "pilot-elided", "0.75", when)


def _it(reading: Reading, sentence: Sentence) -> list[str]:
    """Whom 把它 means: the firm or house that acted in the sentence before, else the one named last."""
    before = [i for i in reading.document.sections[sentence.section].sentences if i < sentence.index]
    acted = reading.actors(before[-1], len(reading.document.sentences[before[-1]].text) - 1) if before else ()
    if acted and reading.entities[acted[0]].type in FIRMS:
        return [acted[0]]
    named = [n.key for i in before for n in reading.outer_names(i) if n.type in FIRMS]
    return named[-1:]
