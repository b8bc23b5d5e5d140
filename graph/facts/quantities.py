"""Quantities in a sentence: modifier, number, fuzz, magnitude, unit (近1.8万余人, 二十多家, 26.8余万元, 1500元—4000元).

In: a sentence's text and the stretches where no number counts (dates, names). Out: `Quantity`s in the text's order.
Order: (1) percentages, tenths, fractions and doublings in words (百分之八十, 七成, 三分之一, 翻了一番); (2) a number
with a unit of `units.tsv` behind it, unless it is an ordinal, part of a code or an idiom; (3) two of them joined as a
range or as a change (从40人增至950人); (4) the words around it bound it (近 under, 余 over, 不低于 at-least).
Whether a quantity is a figure of the report is for `figures` to say.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from graph.facts.numerals import ARABIC, parse_number
from graph.facts.units import standard_not_units, standard_units
from graph.model import Bound

LARGEST = 10**16  # beyond the sums of any budget: a string of digits is no number


@dataclass(frozen=True, slots=True)
class Quantity:
    """`text[start:end]` with modifiers and unit. Plain units: 1.8万人 is 18000 人. A range has `low` and `high`.

    `kind` is the unit's in `units.tsv`; `digits` is what stands for the number, `origin` the old value of a change.
    """

    start: int
    end: int
    unit: str
    kind: str
    digits: str
    bound: Bound = Bound.EXACT
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    origin: Decimal | None = None

    @property
    def chinese(self) -> bool:
        """Whether the number is written in Chinese numerals throughout."""
        return not any(c.isdigit() for c in self.digits)


_FUZZ = "余多几来"
_CN = "零〇一二两三四五六七八九十百千万亿"
_MAG = r"(?:万亿|[十百千]?[万亿]|千(?![瓦米克卡])|百(?!分))"
_NUMBER = re.compile(
    rf"(?P<digits>(?<![\d.A-Za-z+]){ARABIC}(?![\d+])|[几数]?[{_CN}]+(?:点[零〇一二三四五六七八九]+)?)"
    rf"(?P<f1>[{_FUZZ}](?=[十百千万亿]|个|[^\W\d]))?(?P<mag>{_MAG}(?:\d+{_MAG})?)?(?P<f2>[{_FUZZ}](?!年来))?"
)
_WORDS = re.compile(
    rf"百分之(?P<percent>[{_CN}]+(?:点[零〇一二三四五六七八九]+)?|{ARABIC})"
    rf"|(?P<lower>[一二三四五六七八九十]+)分之(?P<upper>[一二三四五六七八九十]+)"
    rf"|(?P<tenth>[一二两三四五六七八九]|(?<![\d.])\d)成(?P<half>[一二三四五六七八九半])?"
    rf"(?!立|功|果|员(?!工)|长|为|本|交|绩|效|熟|品|套|型|分|才|年|人(?!员|数)|对|批|组|份|都|就|像|片|天|形|全|因|份)"
    rf"|(?<=[占约近超达为及])(?P<above>\d)/(?P<below>\d{{1,2}})(?![\d/])"
    rf"|翻了?(?P<doubled>[一二两三四五\d]?)番"
    rf"|(?P<half_of>(?<!各[出掏担占报补])(?<!各承担)(?:一半|半数)(?!在|时间|[^，。；]{{0,6}}[，、]?一半))"
)
_LEFT = re.compile(
    r"(?P<atleast>不得?低于|不得?少于|不下于|至少|最少|起码)|(?P<atmost>不得?超过|不得?多于|不得?高于|最多|至多)"
    r"|(?P<under>不足|不到|不满|将近|接近|低于|少于|逼近|(?<![附最临新邻靠亲])近)|(?P<over>超过|突破|(?<![打突])破|高于|多于|大于|超出|超|逾|(?<![线网路会])上)"
    r"|(?P<approx>大约|大概|(?<![节签合制预集相公条契违])约为?)|(?P<exact>达到|高达|多达|可达|(?<![传表发下抵送转])达|(?<=[数额率比量均值价度期长龄表资入])为)"
)
_LEFT_END = re.compile(rf"(?:(?:{re.sub(r'[?]P<[a-z]+>', '?:', _LEFT.pattern)})了?)+$")
_RIGHT = re.compile(
    r"(?P<over>以上|出头|有余|之多|还多|多(?=[，。；、]))|(?P<under>以下)|(?P<atmost>以内|之内)"
    r"|(?P<approx>左右|上下)|(?P<exact>不等)"
)
_DASH = re.compile(r"(?:—+|-|－|–|～|~|至|到)")
_CHANGE = re.compile(
    r"^的?[^，。；：、]{0,4}?，?(?:逐步|稳步|大幅|快速|一举|稳定)?"
    r"(?:上升|提高|提升|增长|增加|扩大|扩充|扩展|发展|上涨|上调|下降|减少|降低|缩短|缩减|压缩|压减|跃升|攀升"
    r"|壮大|拓展|调整|[跃增升降涨扩])?"
    r"了?(?:到|至|为)(?:了)?(?:目前|现在|如今|今年|去年|前年|上年|当前|(?:19|20)\d{2}年)?(?:[初末底])?的?(?:近|约|超过?|逾|不足|不到)?$"
)
_MISREAD = re.compile(  # 8OO元, 5l名: letters that OCR read for digits
    r"(?<=\d)[OoＯ]+(?=[\d\u4e00-\u9fff%])|(?<=\d)[lI](?=[\u4e00-\u9fff])|(?<![A-Za-z])[lI](?=[.．]\d)"
)
_IDIOM = re.compile(
    r"[一二三四五六七八九十]+届[一二三四五六七八九十]+次|三番五次|[三四五六七八九]位一体|三次产业|[二三]次(?:创业|分配|供水|利用|报销|救助|补助|医疗|开发)|[两三]个(?:确立|维护|务必)|千家万户|[百千万]?[十百千]?亿元?级"
    r"|(?:19|20)\d{2}[届级](?=[\u4e00-\u9fff、])|千千万万|成千上万|[师夫徒]二人|[一二三]类(?=赛|竞赛|大赛)|[二三]期(?=建设|工程|项目)|分[列居获]?[一二三、]+位|[一二两三四五六七八九十\d]+个多月|[采掘机运通修电工建][一二三四五六七八九十]队|分[两三四]批|[两三四](?=级(?:职代会|工会|联动|法院|书记))"
)
_GRADED_PAY = re.compile(
    r"(?:奖金|津贴|补贴|补助|奖励|标准|助学金|慰问金|档差|月薪)(?:从|由)(?:每[月年人次户天])?$"
)  # 奖金从2000元到1万元
_PAID = re.compile(r"(?:报销|报得|报了|领到|领得|补贴|补助|补了|奖励|奖金|赔付|花费?|挣|拿)[^，。；]{0,10}[，的]?$")
_NEIGHBOURS = re.compile(r"[一二两三四五六七八][二三四五六七八九]")
_PERSONS = (
    r"(?:名?职工|产业工人|工人|劳动者|农民工|员工|党员|团员|会员|群众|学员|学生|人才|从业者|人口|居民|村民|市民|网民)"
)
_PERSONS_AFTER = re.compile(rf"[多余]?(?:名|户)?(?:\w{{0,6}}?){_PERSONS}")
_PERSONS_BEFORE = re.compile(
    rf"(?:人员|人数|用户|{_PERSONS})(?:总数|总量|数)?(?:已|共|约|近|超过?|突?破|达到?|为|逾)*$"
)
_LONGEST_UNIT = 5


def quantities(
    text: str, skip: Sequence[tuple[int, int]] = (), units: Mapping[str, str] | None = None
) -> tuple[Quantity, ...]:
    """The quantities of a sentence that lie outside the stretches of `skip`, ranges and changes joined."""
    units = standard_units() if units is None else units
    text = _MISREAD.sub(lambda m: ("0" if m.group()[0] in "OoＯ" else "1") * len(m.group()), text)
    blocked = [*skip, *(m.span() for m in _IDIOM.finditer(text))]
    found = [q for m in _WORDS.finditer(text) if (q := _in_words(text, m)) and not _overlaps(q, blocked)]
    blocked += [(q.start, q.end) for q in found]
    loose: list[Quantity] = []  # a number without unit, good only as the start of a range or change
    for match in _NUMBER.finditer(text):
        quantity = _plain(text, match, units)
        if quantity is not None and not _overlaps(quantity, blocked):
            (found if quantity.unit else loose).append(quantity)
    if loose:
        found += [q for q in loose if any(_joins(text, q, r) for r in found if r.start >= q.end)]
    return tuple(q for q in _joined(text, sorted(found, key=lambda q: q.start)) if q.unit)


def _overlaps(quantity: Quantity, stretches: Sequence[tuple[int, int]]) -> bool:
    return any(start < quantity.end and quantity.start < end for start, end in stretches)


def _tidy(value: Decimal) -> Decimal:
    """18000.0 as 18000; a Decimal that prints without exponent."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def _in_words(text: str, match: re.Match[str]) -> Quantity | None:
    unit = "%"
    if match["percent"]:
        try:
            value = parse_number(match["percent"])
        except ValueError:
            return None
        if text.startswith("点", match.end()):
            return None
    elif match["lower"]:
        lower, upper = parse_number(match["lower"]), parse_number(match["upper"])
        value = (upper / lower * 100).quantize(Decimal("0.01"))
    elif match["above"]:
        if match["below"].strip("0") == "":
            return None
        value = (Decimal(match["above"]) / Decimal(match["below"]) * 100).quantize(Decimal("0.01"))
    elif match["half_of"]:
        value = Decimal(50)
    elif match["tenth"]:
        half = (match["half"] or "零").replace("半", "五")
        value = parse_number(match["tenth"]) * 10 + parse_number(half)
    else:
        value, unit = Decimal(2) ** int(parse_number(match["doubled"] or "一")), "倍"
    start, end = match.span()
    if value > LARGEST:
        return None
    return _bounded(text, start, end, Quantity(start, end, unit, "share", match[0], value=_tidy(value)))


def _plain(text: str, match: re.Match[str], units: Mapping[str, str]) -> Quantity | None:
    """The quantity whose number is `match`; with an empty unit where none follows; None where it is no number."""
    digits, start, end = match["digits"], match.start(), match.end()
    before = text[max(0, start - 1) : start]
    if before in ("第", "周", "初", "其") or (digits[0].isdigit() and before.isascii() and before.isalnum()):
        return None
    if before == "、" and re.search(r"第[一二三四五六七八九十]+(?:、[一二三四五六七八九十]+)*、$", text[:start]):
        return None
    if _NEIGHBOURS.fullmatch(digits):
        return _between(text, match, units)
    number = digits
    vague = digits[0] in "几数"
    if vague:
        number = digits[1:]
    try:
        value = parse_number(number + (match["mag"] or ""))
    except ValueError:
        return None
    if value > LARGEST:
        return None
    fuzz = match["f1"] or match["f2"] or ("几" if digits[0] == "几" else "多" if vague else "")
    if not match["mag"] and match["f1"] and not match["f2"] and not _unit(text, end, units)[0]:
        return None
    unit, after = _unit(text, end, units)
    if not unit and match["f2"]:
        end -= 1
        unit, after = _unit(text, end, units)
        fuzz = match["f1"] or ""
    if not unit and (match["mag"] or "")[-1:] in ("万", "亿") and _people(text, start, after):
        unit = "人"  # 219万职工, 务工人员达2500万
    ends = end == len(text) or text[end] in "，。；、）"
    if not unit and ends and (match["mag"] or "").endswith("万") and _PAID.search(text, max(0, start - 24), start):
        unit = "元"  # 报得最多的一位，2.8万
    kind = units.get(unit, "")
    if (kind == "points" or unit == "度") and not digits[0].isascii():
        return None  # 十分重要, 百分百, 两度搁置: points and degrees are written in figures
    quantity = Quantity(start, after, unit, kind, digits + (match["mag"] or ""), value=_tidy(value))
    return _bounded(text, start, after, quantity, fuzz)


def _people(text: str, start: int, end: int) -> bool:
    """Whether a number without unit counts people, by the noun behind it or before it."""
    if end == len(text) or text[end] in "，。；、）":
        return _PERSONS_BEFORE.search(text, max(0, start - 12), start) is not None
    return _PERSONS_AFTER.match(text, end) is not None


def _between(text: str, match: re.Match[str], units: Mapping[str, str]) -> Quantity | None:
    """三四家, 两三万人: somewhere between two neighbouring digits."""
    low, high = (parse_number(c + (match["mag"] or "")) for c in match["digits"])
    unit, end = _unit(text, match.end(), units)
    if not unit or low >= high or match["f1"] or match["f2"]:
        return None
    kind = units[unit]
    return Quantity(match.start(), end, unit, kind, match["digits"], Bound.APPROX, low=_tidy(low), high=_tidy(high))


def _unit(text: str, position: int, units: Mapping[str, str]) -> tuple[str, int]:
    """The longest unit at `position` and where it ends; "" where there is none."""
    for length in range(min(_LONGEST_UNIT, len(text) - position), 0, -1):
        unit = text[position : position + length]
        if unit in units:
            if text[position : position + length + 1] in standard_not_units():
                continue
            return unit, position + length
    return "", position


_FUZZ_BOUND = {"余": Bound.OVER, "多": Bound.OVER, "几": Bound.APPROX, "来": Bound.APPROX}
_BOUNDS = {"atleast": Bound.AT_LEAST, "atmost": Bound.AT_MOST, "under": Bound.UNDER, "over": Bound.OVER,
           "approx": Bound.APPROX, "exact": Bound.EXACT}  # fmt: skip


def _bounded(text: str, start: int, end: int, quantity: Quantity, fuzz: str = "") -> Quantity:
    """`quantity` widened by the modifiers before and behind it, and bounded by them."""
    said = {_FUZZ_BOUND[fuzz]} if fuzz else set()
    left = _LEFT_END.search(text, max(0, start - 8), start)
    if left is not None and left[0] == "上" and (text[start] not in "百千万亿十" or text[start - 2 : start] == "以上"):
        left = None
    if left is not None:
        said |= {_BOUNDS[m.lastgroup] for m in _LEFT.finditer(left[0]) if m.lastgroup}
        start = left.start()
    if quantity.kind == "time" and text.startswith("多", end):
        said.add(Bound.OVER)
        end += 1
    right = _RIGHT.match(text, end) if quantity.unit else None
    if right is not None and right.lastgroup:
        said.add(_BOUNDS[right.lastgroup])
        end = right.end()
    said.discard(Bound.EXACT)
    if Bound.UNDER in said and Bound.OVER in said:  # 近1万余人
        bound = Bound.APPROX
    else:
        order = (Bound.AT_LEAST, Bound.AT_MOST, Bound.OVER, Bound.UNDER, Bound.APPROX)
        bound = next((b for b in order if b in said), Bound.EXACT)
    return replace(quantity, start=start, end=end, bound=bound)


def _joins(text: str, first: Quantity, second: Quantity) -> bool:
    """Whether two quantities are the ends of a range or of a change."""
    between = text[first.end : second.start]
    if first.unit not in ("", second.unit) and (first.kind, second.kind) != ("share", "share"):
        return False
    if _DASH.fullmatch(between):
        return True
    return len(between) < 24 and _CHANGE.match(between) is not None and _from(text, first)


def _from(text: str, quantity: Quantity) -> bool:
    """Whether 从 or 由 stands before a quantity in its clause (学员从三年前的40人 …)."""
    clause = re.split(r"[，。；：]", text[max(0, quantity.start - 20) : quantity.start])[-1]
    return "从" in clause or "由" in clause


def _joined(text: str, found: list[Quantity]) -> list[Quantity]:
    out: list[Quantity] = []
    for quantity in found:
        first = out[-1] if out else None
        if first is None or first.low is not None or not _joins(text, first, quantity):
            out.append(quantity)
            continue
        dashed = _DASH.fullmatch(text[first.end : quantity.start]) is not None
        start = max(text.rfind("从", 0, first.start), text.rfind("由", 0, first.start))
        graded = _GRADED_PAY.search(text, max(0, first.start - 10), first.start)
        if dashed and (graded or not _from(text, first)) and first.value != quantity.value:
            ends = sorted(v for v in (first.value, quantity.value) if v is not None)
            if not first.unit and ends[0] * 100 < ends[1]:  # 3-5万人: the magnitude is said once
                scale = next((m for m in (10**8, 10**4) if ends[1] % m == 0), 1)
                ends = sorted((ends[0] * scale, ends[1]))
            out[-1] = replace(quantity, start=first.start, value=None, low=ends[0], high=ends[1])
        elif start < 0:
            out.append(quantity)  # 3—3个: neither a range nor a change
        else:
            out = [q for q in out[:-1] if q.start < start]  # 从四年前的70人…: the years are part of it
            out.append(replace(quantity, start=start, origin=first.value))
    return out
