"""Whether a clause tells what is done, what is planned, or neither.

In: a sentence's text and, for a whole report, its sentences in reading order. Out: `Clause`s that cover the sentence,
each with a `Modality`. Order of the rules, for each clause:
1. who speaks: what leaders and central documents ask for, law (应当, 不得), aims (为了…), definitions (…是改革的重点)
   and conditions (如果…) are GENERAL, whatever else stands there;
2. marks of what is put off (尚未, 暂缓) or to come (拟, 力争, 下一步, 将 before a verb) make it PLANNED, and so do the
   clauses behind it up to the end of the sentence, or of the paragraph after a herald (下一步, 今后), until a mark of
   the past (已, 截至目前, 近年来) returns to what is done;
3. everything else is DONE: a report tells what was done, mostly without any mark of it.

将 is no future where it marks an object (将产改纳入规划), 要 none inside words (主要, 要求).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from graph.facts.measures import load_verbs
from graph.model import Document, Sentence, SentenceKind


class Modality(StrEnum):
    """What a clause says of a deed: it is done or under way, it is to come or put off, or nothing about it."""

    DONE = "done"
    PLANNED = "planned"
    GENERAL = "general"


@dataclass(frozen=True, slots=True)
class Clause:
    """`sentence.text[start:end]`, without the mark that ends it. `by` is the year or date that a plan is meant for."""

    start: int
    end: int
    modality: Modality = Modality.DONE
    by: str | None = None


_END = re.compile(r"[，；：。！？ 　]")
_WORD = re.compile(r"\w")
_OPEN, _CLOSE = "“《（‘【", "”》）’】"
_LONG_QUOTE = 30  # a longer quotation is speech, and its clauses are clauses of their own

_NOT_FUTURE = r"(?![近士军来领帅才官校卒尉门])"
_FUTURE_LEAD = (  # what stands between 将 and the verb of what is to come
    r"继续|持续|进一步|不断|更加|更|切实|充分|全力|全面|大力|努力|积极|重点|坚定|始终|认真|深入|紧扣|紧紧|锚定|立足|按照|结合|对照"
    r"|在|以|于|会|把|对|从|向|为|与|同|再|陆续|逐步|加快|围绕|面向|针对|是|有|达|牢记|牢牢|抓住|着力|致力|研究|主动|分|每|于"
)
_OBJECT = re.compile(
    r"将.{2,}?(?:纳入|列入|写入|融入|作为|列为|视为|上升为|吸纳|吸收|贯穿|摆在|放在|置于|落到|落实到|延伸|覆盖到|结合起来|相结合|紧密结合|用于|引向|推向|当作"
    r"|(?:建设|打造|培养|培育|改造|转化|转变|变|升级|确定|定|建|传授|送|交|发放|转|改)(?:成为|成|为|给|到|至|进|入))"
)
_SURELY_FUTURE = re.compile(r"将(?:继续|进一步|持续|会|于|把|再|陆续|逐步|全力|努力|切实|更加|不断)|即将|[我们]将")
_PLAN = re.compile(
    r"(?<![模虚比草])拟(?![定稿合人态订声])"
    r"|(?:(?<![养训动项升育展进级才年作一度个程行施攻提划）”])计划(?![”》])|打算|准备|预计|有望|争取|力争|力求|确保到|谋划在)(?=.{0,6}(?:在|于|到|用|年|月|再|开展|组织|举办|建|设|成立|推出|出台"
    r"|实施|投入|新增|培养|培育|完成|实现|达到|打造|评选|启动|对|把|为|每))"
    r"|\d{1,2}月底?前(?=[\u4e00-\u9fff])|年底前|按照打算|按计划"
    r"|正在?(?:筹划|谋划|酝酿|筹建)|正在?申请(?=[建设创成])|^[一二三四五六七八]要(?![求点素闻务案件])"
    r"|一度打算|曾打算|原想|选址|报批|筹建中|正在筹备|暂缓|推迟|延期|延后|搁置|(?:尚未|还未|暂未|仍未|还没有|尚待|有待)(?:能|全面|正式|完全)?(?=开|建|启|实|出|组|设|覆|完|落|举|推|成|制|纳|形|健|加|进|提|破)"
    r"|(?:代表|委员|专家|职工|们)(?:建议|呼吁|希望)$|(?<![小化见好出的条项份、与和案性惩])(?:希望|建议|呼吁|期待|盼望|盼着|提议)(?=[，：]|.{0,6}(?:加|进|推|建|尽|要|应|对|在|完|开|大|将|把|由|各|能|为|继续|有))"
    r"|(?:部门|单位|各?县区|区县|县市|(?<!员)工会|各地|企业|院校|党委|政府|小组|办公室)要(?=[\u4e00-\u9fff])(?![求点素闻务案件么]|数|么|从$)"
    r"|(?<![主重需必首纪摘概紧提简只想扼不机])要(?![求点素闻务案件害领塞么是道约略员因])"
    r"(?=(?:继续|持续|进一步|不断|更加|切实|充分|全力|全面|大力|努力|积极|重点|坚持|认真|深入|深化|聚焦|围绕|紧扣|锚定|立足|按照|通过"
    r"|以|把|从|对|在|加快|加大|加强|强化|推进|推动|开展|组织|建立|建设|打造|完善|健全|优化|提供|落实|探索|创新|构建|提高|提升|发挥|抓))"
)
_HERALD = re.compile(
    r"^(?:在|面向|站在|展望)?(?:下一步|下一阶段|下阶段|下步|今后|接下来|未来|往后|明年|来年|下半年|新的一年|新征程上|“?十五五”?)"
    r"(?!.{0,8}(?:作出|作了|做了|提出了|进行了|部署了|再动员))"
)
_UNTIL = re.compile(r"(?:力争)?到(20\d\d)年(?:底|末)?(?!.{0,12}(?:已|达到了|实现了))")
_BY = re.compile(r"(?:到|于|在|至)?(20\d\d)年(?:(\d{1,2})月)?")
_PAST = re.compile(
    r"^(?:截至|目前|近年来|去年|今年以来|自20\d\d年以来|一年来|[两三四五六七八九十多]+年来|此前|同时，?已)|(?<!业)已(?:经)?(?!有的)|先后|(?:建成|完成|开展|举办|发放|成立|出台|获得|达到)了"
)

_LEADER = re.compile(
    r"(?:总书记|国家主席|党中央|国务院|中央领导|中央深改[委组]|^《[^》]{2,40}》)[^。]{0,16}?"
    r"(?:强调|指出|要求|提出|明确|号召|寄语|希望|作出重要指示|亲自)"
)
_MEETING = re.compile(  # 会议强调，要…; 某某某要求，今年要办好五件事
    r"^(?!.{0,24}(?:落实|按照|根据|对照|围绕)).{0,24}(?:强调|要求|指出|提出)[，：]“?(?:要|必须|各|今年要|明年|全[省市县区]要|下一步|务必|切实|坚持)(?!求)"
)
_DOCUMENT = re.compile(r"^《[^》]{2,40}》(?:围绕|从|就|分|共|包括|提出|强调|明确|指出|要求|规定)")
_ORDINAL = re.compile(r"^[一二三四五六七八九十]是")
_CENTRAL = re.compile(
    r"(?:中共中央|国务院)[、 ]?(?:国务院)?(?:近日)?(?:印发|出台|发布|制定)"
    r"|党的(?:十八|十九|二十)大报告|^我国|^国家(?!级)"
)
_LAW = re.compile(
    r"应当|不得(?!不)|禁止|^第[一二三四五六七八九十百零]+条"
    r"|(?:依照|适用)本(?:条例|办法|规定)|本(?:条例|办法)所称|可以依法"
)
_AIM = re.compile(
    r"^(?:为了?|以便|旨在)(?:进一步|更好地?|切实|全面|深入|大力|加快|有效|不断|认真|充分|持续|积极|贯彻|落实|推进|推动|加强|提高|提升|做好|深化|促进"
    r"|激发|营造|弘扬|适应|解决|鼓励|引导|保障|实现|培养|打造|构建|健全|完善|规范|维护|强化|确保)(?!.{6,40}(?:开展|举办|组织|建立|设立|出台|成立|搭建|发放|推出|启动))|旨在|目的是|目标是|意在"
)
_DEFINES = re.compile(
    r"^(?:.{0,40}[^不只还也都更就正要])?是.{0,50}(?:重点|难点|焦点|关键|举措|抓手|要求|支撑|基础|保障|前提|根本|途径|平台|渠道|体现|缩影|保证|动力|力量|资源|源泉|重要内容|首要目标|应有之义|责任|使命)$"
)
_OUTCOME = re.compile(
    r"为.{2,40}(?:提供|奠定|注入|打下|汇聚|增添|贡献|凝聚)了?.{0,10}(?:有力|坚强|强大|重要|坚实|宝贵|很好|良好|不竭|强劲|广阔|新).{0,10}(?:支撑|保障|舞台|基础|动力|保证|力量|氛围|条件|经验|借鉴|动能)"
)
_NOT_DONE = re.compile(
    r"(?:从|一直|均|也|都|并|仍|长期|[^\u4e00-\u9fff]|^)未(?:能|曾|与|给|为|按|依法|及时|缴|建|开|签|设|参|落实|组|成立|办|实施|推)|没有(?:开展|建立|设立|成立|参加|缴纳|签订|组建|落实)"
    r"|从未|停办|取消了|停留?在(?:图纸|纸面)|图纸上|(?:是|只有)一张图纸|还在等|还在谈|报请列入|申报列入|的说法|流传|报过|报上去|名额作罢|未予采纳|尚不成熟|没有(?:答应|同意|采纳)|不予|没有[^，。；]{0,4}(?:计划|方案|制度)$|代表(?:提出|建议)把|拖欠|原定|原计划|(?:偏低|偏少|滞后|不足|不高)$|未获通过|未通过|退回|否认|否决|"
    r"(?<!不)(?:需要|必须|亟需|亟须|亟待|应该|理应)"
)
_QUESTION = re.compile(r"^问：|[呢吗]？”?$")
_SEES = re.compile(
    r"(?:清醒|清楚)地?(?:看到|认识到)|^(?:会前|会后|期间|其间|会议期间|\d{1,2}月\d{1,2}日[^，。]{0,3}，)?，?(?:与会|参会|参训|全体)(?:人员|代表|同志|者)[^。]{0,40}(?:察看|观摩|参观|查看|看现场)"
)
_PROBLEM = re.compile(r"(?:仍|还|依然)存在|存在[^，。；]{0,24}(?:不|偏|难|弱)|说不清|不兑现|不(?:够|平衡|均衡|充分)$")
_PROBLEMS = re.compile(r"(?:存在|突出|主要)?的?(?:问题|短板|不足|困难|差距)(?:和[^，。]{0,6})?$")  # headings
_PROSPECTS = re.compile(
    r"(?:下一?步|今后|下阶段|下一阶段|明年|[一二三四]季度|来年)[^，。]{0,6}(?:打算|安排|要求|计划|思路|工作|重点)"
    r"|(?:年|全年|今后|下一?步)(?:的)?(?:重点|主要|目标)(?:工作|任务)(?:安排)?$|工作(?:打算|计划|思路|安排|部署)$"
)
_CONDITION = re.compile(r"^(?:如果|若|倘若|假如|一旦|只有|只要|无论|不论|即使|除非)")
_TOPIC = re.compile(
    r"^(?:针对|就|围绕).{0,60}(?:问题|难题|短板|痛点|瓶颈|难点|诉求|需求)(?:等)?$"
    r"|^(?:对|向).{0,30}(?:提出了?|表示).{0,10}(?:要求|希望)$"
)
_FIRST_PERSON = re.compile(r"(?:^|[“，])(?:我|作为.{0,12}，我)(?:将|要|会|希望|也要|们要|们一定)")
_SPEECH = re.compile(r"^“?(?:要|必须|应|努力|加快|大力|坚持|不断|切实|让)(?!素)")
_ARTICLE = re.compile(r"^第[一二三四五六七八九十百零〇\d]+条[ 　：]?")
_YEAR = re.compile(r"20\d\d(?=年)")
_LAW_ARTICLES = 3


def clauses_of(text: str) -> tuple[tuple[int, int], ...]:
    """Where the clauses of a sentence stand. A mark inside a quoted name, a title or brackets ends none."""
    found, start, depth, opened = [], 0, 0, 0
    for match in re.finditer(rf"[{_OPEN}{_CLOSE}]|{_END.pattern}", text):
        char = match[0]
        if char in _OPEN:
            depth, opened = depth + 1, match.start()
            if char == "“":
                close = text.find("”", match.start())
                if close < 0 or close - match.start() > _LONG_QUOTE:
                    depth -= 1
        elif char in _CLOSE:
            depth = max(0, depth - 1)
        elif depth == 0 or match.start() - opened > _LONG_QUOTE:
            if _WORD.search(text, start, match.start()):
                found.append((start, match.start()))
            start = match.end()
    if _WORD.search(text, start):
        found.append((start, len(text)))
    return tuple(found)


def read_clauses(text: str, planned: bool = False) -> tuple[Clause, ...]:
    """The clauses of one sentence. `planned`: an earlier sentence of the paragraph announced what is to come."""
    general = bool(
        _asks(text) or _SEES.search(text) or _CENTRAL.search(text) or _LAW.search(text) or _FIRST_PERSON.search(text)
    )
    if general:
        return tuple(Clause(start, end, Modality.GENERAL) for start, end in clauses_of(text))
    made: list[Clause] = []
    by: str | None = None
    for start, end in clauses_of(text):
        clause = text[start:end]
        if _DEFINES.search(clause):
            made = [Clause(c.start, c.end, Modality.GENERAL) for c in made]
            made.append(Clause(start, end, Modality.GENERAL))
            continue
        if any(rule.search(clause) for rule in (_AIM, _CONDITION, _TOPIC, _OUTCOME, _NOT_DONE, _PROBLEM)):
            made.append(Clause(start, end, Modality.GENERAL))
            continue
        if _PAST.search(clause) and not _surely_planned(clause):
            planned, by = False, None
        elif _plans(clause):
            planned = True
            until = _UNTIL.search(clause) or _BY.search(clause)
            by = _date(until) if until else by
        if planned and by is None and (until := _UNTIL.search(clause)):
            by = until[1]
        if text[:1] == "“" and _SPEECH.match(clause) and not planned:
            made.append(Clause(start, end, Modality.GENERAL))
        else:
            made.append(Clause(start, end, Modality.PLANNED if planned else Modality.DONE, by if planned else None))
    return tuple(made)


def read_modality(document: Document) -> Iterator[tuple[Clause, ...]]:
    """The clauses of every sentence of a report, in the sentences' order.

    A herald at the head of a sentence (下一步，…) holds to the end of its paragraph; what a leader or a document asks
    goes on to the end of the quotation, and over the points that follow (一是…。二是…。). In a statute nothing is done.
    """
    statute = sum(bool(_ARTICLE.match(s.text)) for s in document.sentences) >= _LAW_ARTICLES
    years = {year for s in _headings(document) for year in _YEAR.findall(s.text)}
    planned, asked, quoted, previous = False, False, False, 0
    for sentence in document.sentences:
        if statute:
            yield tuple(Clause(a, b, Modality.GENERAL) for a, b in clauses_of(sentence.text))
            continue
        start = sentence.offsets[0] if sentence.offsets else previous
        if "\n" in document.text[previous:start] or start < previous:
            planned = asked = quoted = False
        heading = document.sections[sentence.section].heading
        under = sentence.kind is not SentenceKind.HEADING
        if _QUESTION.search(sentence.text) or (under and _PROBLEMS.search(heading)):
            previous = sentence.offsets[-1] + 1 if sentence.offsets else start
            yield tuple(Clause(a, b, Modality.GENERAL) for a, b in clauses_of(sentence.text))
            continue
        planned = planned or (under and _PROSPECTS.search(heading) is not None and not _over(heading, years))
        asked = _asks(sentence.text) or quoted or (asked and bool(_ORDINAL.match(sentence.text)))
        opens = sentence.text.rfind("“") > sentence.text.rfind("”")
        quoted = asked and (opens or (quoted and "”" not in sentence.text))
        made = read_clauses(sentence.text, planned)
        if asked:
            made = tuple(Clause(c.start, c.end, Modality.GENERAL) for c in made)
        heralded = planned or bool(_HERALD.search(sentence.text))
        planned = heralded and bool(made) and made[-1].modality is Modality.PLANNED
        previous = sentence.offsets[-1] + 1 if sentence.offsets else start
        yield made


def _headings(document: Document) -> Iterator[Sentence]:
    return (s for s in document.sentences if s.kind is SentenceKind.HEADING)


def _over(heading: str, years: set[str]) -> bool:
    """Whether a heading's year is over: 一、2023年主要工作, in a report that has 2024年工作打算 too."""
    own = _YEAR.search(heading)
    return own is not None and not re.search(r"打算|计划|安排", heading) and own.group() < max(years)


def _asks(text: str) -> bool:
    """Whether a sentence gives what a leader, a meeting or a document asks for."""
    return bool(_LEADER.search(text) or _MEETING.search(text) or _DOCUMENT.search(text))


def _plans(clause: str) -> bool:
    """Whether a clause itself speaks of what is to come or put off."""
    if _HERALD.search(clause) or _PLAN.search(clause) or _UNTIL.search(clause):
        return True
    return bool(_future().search(clause)) and (bool(_SURELY_FUTURE.search(clause)) or not _OBJECT.search(clause))


@cache
def _future() -> re.Pattern[str]:
    """将 before an adverb or a verb of doing, read once: 将 before a noun marks an object."""
    verbs = "|".join(sorted(load_verbs(), key=lambda v: (-len(v), v)))
    return re.compile(
        rf"(?<![即名干小大老健猛一])将{_NOT_FUTURE}(?={_FUTURE_LEAD}|{verbs})|即将|还将(?=遴选|评选|新|再|培[养育训]|举办|投|建|开|组织|推|为|向|对|在)"
    )


def _surely_planned(clause: str) -> bool:
    """Whether a clause speaks of what is to come although a mark of the past stands in it (目前…尚未, 已…拟于)."""
    return bool(_SURELY_FUTURE.search(clause) or _PLAN.search(clause))


def _date(match: re.Match[str]) -> str:
    """YYYY or YYYY-MM of a plan's date."""
    month = match[2] if match.re.groups > 1 else None
    return f"{match[1]}-{int(month):02d}" if month else match[1]
