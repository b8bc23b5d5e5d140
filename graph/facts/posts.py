"""Posts: who holds or held what at which organisation.

In: a Reading. Out: Post facts, one an organisation with the titles that somebody has there. Order: the words between
an organisation and a name (某公司高级技师、首席技师某某), with the clauses of titles before them; titles right before a
name without one, at the organisation that the section is about; lists of roles behind a name, a pronoun or 当选;
某某…成长为….
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from graph.facts.carried import BODIES
from graph.facts.reading import Named, Reading
from graph.facts.roles import ORGANISATIONS, Role, roles, title_words
from graph.facts.rolls import roll_posts
from graph.facts.spoken_of import earlier_person
from graph.mentions.lexicon import Lexicon
from graph.model import EntityType, Post, Sentence

_GROWN = re.compile(
    r"(?:当选为?|成长为|晋升为|成为|担任|出任|聘为|任|(?:一直|一路)做到|升任)(?:公司|该公司|了|一名)?([\u4e00-\u9fff、和]{2,30})"
)
_IS = re.compile(
    r"(?:（[^（）]{1,12}）)?(?:，|是|系|为|现任|担任|：(?!针对|围绕|为|我|在|近|通过|聚焦|坚持|把|作为|立足)|（(?=[^（）]{4,24}）))(?:[男女](?:同志)?，|(?:今年)?(?:\d{2}|[二三四五六]十[一二三四五六七八九]?)岁，|[\u4e00-\u9fff]{1,3}族，|中共党员，|党员，|[\u4e00-\u9fff]{1,6}人，)*(?:现?是|现任|时任)?|(?:原|曾|现|如今|现在|眼下)?(?:是|任|为)|兼任|担任|出任"
)
_HE_IS = re.compile(
    r"(?:[他她](?:本人)?|这[名位][^，。；：]{1,12}?(?:[工员]|姑娘|小伙|师傅|汉子|青年|党员))[^，。；：“”]{0,8}?"
    r"(?:是|当选为?|担任|兼任|兼着|出任|受聘(?:担任|为)?|任)(?:了|一名|一位)?(?!因|不|说)"
)
_NO_POST = re.compile(
    r"记者|通讯员|获得者$|^中共党员$|[了来]\d|"
    r"(?:徒弟|[冠亚季]军|头名|得主|姑娘|小伙子?|汉子|大姐|大哥|老汉|选手|劳动模范|劳模|标兵|能手|工匠)$"
)
_NOW_IS = re.compile(r"(?<=，)(?:眼下|如今|现在|现|目前|同时|也|还|又|更)+是(?:一名|一位)?")
_ELECTED = re.compile(
    r"当选(?:为|了)?|受聘(?:担任|为)?(?!于)|(?:被)?(?<!可)(?<!可以)(?:破格)?(?:选为|推选为|聘为|选举为|推为|提拔为)|(?<![人名位])(?:聘|选|当)上了?|提成了?|兼着"
)
_CLAUSE = re.compile(  # 请来, 输给了师傅, 我父亲是…钻工, 聘请退休技师
    r"[是了我]|[来给]$|^(?:请|拉|输给|夺|聘请|特邀|邀请|推荐|表彰|奖励|慰问|走访|采访)|有限公司$"
)
_OF_IT = re.compile(r"^(?:该公司|该厂|该校|该院|该企业|本公司|我公司|我校|我厂|我院|我矿|我们的)")  # 该公司董事长某某某
_TRADE = re.compile(r"(?:[工手匠]|司机|快递员|外卖员|配送员|送餐员|驾驶员)$")
_GIG = re.compile(r"[女男]?(?:外卖|快递|网约车|货车|卡车|出租车)?(?:骑手|司机|小哥|快递员|外卖员|配送员|送餐员)")
_SHORT = 5  # characters of a title that is a trade and nothing else
_LINK = re.compile(r"[、和兼]")


def posts(reading: Reading, lexicon: Lexicon) -> tuple[Post, ...]:
    """The posts that a report names."""
    titles = sorted(lexicon.titles, key=lambda t: (-len(t), t))
    one = title_words(titles)
    whole = re.compile(rf"[\u4e00-\u9fff\d“”]{{0,14}}?{one}")
    chain = re.compile(rf"((?:[\u4e00-\u9fff]{{0,6}}?{one}[、和兼]?)+)(?:——|的| )?$")
    found: dict[tuple[str, str, str], Post] = {}
    for post in roll_posts(reading):
        _keep(found, post)
    for sentence in reading.document.sentences:
        for person in reading.named[sentence.index]:
            if person.type is not EntityType.PERSON:
                continue
            told = (
                *_before(reading, sentence, person, chain, whole),
                *_is(reading, sentence, person, whole),
                *_behind(reading, sentence, person, titles),
            )
            for post in (part for said in told for part in _parts(said, whole)):
                if _NO_POST.search(post.title) or _no_office(reading, post):
                    continue
                _keep(found, post)
        for post in _told(reading, sentence, whole):
            _keep(found, post)
    return tuple(found.values())


def _parts(post: Post, whole: re.Pattern[str]) -> list[Post]:
    """A post each for titles that 、 joins: 党委书记、董事长 holds two; 党组书记、副主席 is one office."""
    titles = post.title.split("、")
    if len(titles) > 1 and whole.fullmatch(titles[0]) and re.search(r"担任|当选|第一[位个名]", post.title):
        return [replace(post, title=titles[0])]  # 当选党代会代表，电工某某担任…: the next one's
    several = len(titles) > 1 and not titles[0].startswith("党组") and all(whole.fullmatch(title) for title in titles)
    return [replace(post, title=title) for title in titles] if several else [post]


def _no_office(reading: Reading, post: Post) -> bool:
    """Whether a would-be title is a clause, or a trade that no government, union or bureau employs: 某县司机某某某."""
    if _CLAUSE.search(post.title):
        return True
    kind = reading.entities[post.organisation].type
    if post.rule == "post-section":
        return kind in (EntityType.LOCAL_GOVERNMENT, *BODIES) and _GIG.fullmatch(post.title) is not None
    return kind is EntityType.LOCAL_GOVERNMENT and len(post.title) <= _SHORT and _TRADE.search(post.title) is not None


def _keep(found: dict[tuple[str, str, str], Post], post: Post) -> None:
    """Adds a post unless one of the same person at the same place says as much."""
    said = any(p == post.person and o == post.organisation and post.title in t for p, o, t in found)
    if not said:
        found[post.person, post.organisation, post.title] = post


def _before(
    reading: Reading, sentence: Sentence, person: Named, chain: re.Pattern[str], whole: re.Pattern[str]
) -> list[Post]:
    text = re.sub(r"（[^（）]*）", lambda m: "）" * len(m.group()), sentence.text)  # brackets end no list of titles
    others = [n.end for n in reading.named[sentence.index] if n.type is EntityType.PERSON and n.end <= person.start]
    floor = max([0, *others, *(m.end() for m in re.finditer(r"[，。；：！？”]", text[: person.start]))])
    text = sentence.text
    match = chain.search(text, floor, person.start)
    behind = re.match(r"(老师|教授|师傅)", text[person.end :])
    organisations = [
        n
        for n in reading.named[sentence.index]
        if n.type in ORGANISATIONS and floor <= n.start and n.end <= person.start and not _in_brackets(text, n)
    ]
    if not match and not behind:
        return []
    led_up = _led_up(reading, sentence, person, floor, whole)
    honoured = any(n.type is EntityType.HONOUR and n.end == person.start for n in reading.named[sentence.index])
    if honoured and match and not organisations:
        return []  # 某地大工匠某某某 bears an honour, no post
    title_at = match.start(1) if match else person.start
    title = (match.group(1) if match else behind.group(1) if behind else "").strip()
    if title.startswith("调小组") and text[:title_at].endswith("协"):
        title_at, title = title_at - 1, f"协{title}"  # the chain began inside 协调小组
    owners = [n for n in organisations if n.start <= title_at or n.end >= title_at]
    if title.startswith("司") and text[:title_at].endswith("公"):  # 该公司人力资源部部长: the chain began inside 公司
        title_at, title = title_at + 1, title[1:]
        own = True
    else:
        own = title.startswith(("公司", "集团", "学校", "学院"))
    evidence = sentence.spans(organisations[0].start if organisations else title_at, person.end)
    made = []
    if not owners:
        key = next(iter(reading.actors(sentence.index, person.start)), "")
        of_it = _OF_IT.match(title)
        if of_it:
            key, title = _last_house(reading, sentence, of_it.group()[-1] in "校院") or key, title[of_it.end() :]
            own = True
        government = bool(key) and reading.entities[key].type is EntityType.LOCAL_GOVERNMENT
        if government and own:  # 公司总经理某某某 in a county's report does not work for the county
            key = _last_house(reading, sentence, title.startswith(("学校", "学院")))
        own_post = Post(evidence, "post-section", Decimal("0.75"), person.key, key, title)
        return [*([own_post] if key and title else []), *led_up]
    last = max(owners, key=lambda n: (n.end, -n.start))
    head = re.sub(r"（[^（）]*）", "", text[last.end : person.start]).strip("的，、")
    head = head if last.end > title_at else head.rsplit("的", 1)[-1]
    if head and (last.end > title_at or re.fullmatch(r"[\u4e00-\u9fff]{2,14}", head)):
        title = head  # the chain began inside a word: 某局职|业能力建设科科长
    widest = max((n for n in owners if n.end == last.end), key=lambda n: n.end - n.start)
    written = re.split(r"[由是为]", title)[-1].strip("、和 ")
    made.append(Post(evidence, "post-named", Decimal("0.95"), person.key, widest.key, written))
    first = min(owners, key=lambda n: n.start)
    if first.key != widest.key and first.end < widest.start:
        between = text[first.end : widest.start].strip("、和的")
        if between and len(between) <= 14 and whole.fullmatch(_LINK.split(between)[-1]):
            made.append(Post(evidence, "post-double", Decimal("0.85"), person.key, first.key, between))
    return [*made, *led_up]


def _last_house(reading: Reading, sentence: Sentence, school: bool) -> str:
    """The firm or school that the section named last before a sentence, "" where none."""
    kind = EntityType.INSTITUTION if school else EntityType.ENTERPRISE
    earlier = [s for s in reading.document.sentences[: sentence.index] if s.section == sentence.section]
    return next((n.key for s in reversed(earlier) for n in reversed(reading.named[s.index]) if n.type is kind), "")


def _in_brackets(text: str, name: Named) -> bool:
    return text.rfind("（", 0, name.start) > text.rfind("）", 0, name.start)


def _led_up(reading: Reading, sentence: Sentence, person: Named, floor: int, whole: re.Pattern[str]) -> list[Post]:
    """Posts in the clauses of titles before the one with the name: 市委常委、宣传部部长，市产改协调小组组长某某某."""
    text, made = sentence.text, []
    while floor > 1 and text[floor - 1] == "，":
        start = max(text.rfind(mark, 0, floor - 1) for mark in "，。；：！？”") + 1
        default = next(iter(reading.actors(sentence.index, start)), "")
        found = roles(reading, sentence, start, default, whole)
        if not found or found[0].start > start + 1 or found[-1].end < floor - 1:
            break
        made += [_post(sentence, person.key, role, "post-led-up", "0.8") for role in found if role.end < floor]
        floor = start
    return made


def _post(sentence: Sentence, person: str, role: Role, rule: str, confidence: str) -> Post:
    evidence = sentence.spans(role.start, role.end)
    return Post(evidence, rule, Decimal(confidence), person, role.organisation, role.title)


def _is(reading: Reading, sentence: Sentence, person: Named, whole: re.Pattern[str]) -> list[Post]:
    """Posts behind the name: 某某某，某某公司车间班长。 某某某是某某公司高级技师，也是公司工会副主席。"""
    text = sentence.text
    link = _IS.match(text, person.end)
    if not link or not link.group():
        return []
    default = next(iter(reading.actors(sentence.index, person.start)), "")
    made: list[Post] = []
    found = roles(reading, sentence, link.end(), default, whole)
    mark = re.search(r"[，。；）]", text[found[-1].end :]) if found else None
    stop = found[-1].end + mark.start() if found and mark else len(text)
    if found and any(
        n.type is EntityType.PERSON and found[-1].end <= n.start < stop for n in reading.named[sentence.index]
    ):
        return []  # 某某某，市总工会主席某某: the posts of the next one
    for role in found:
        evidence = sentence.spans(person.start, role.end)
        made.append(Post(evidence, "post-is", Decimal("0.85"), person.key, role.organisation, role.title))
    return made


def _told(reading: Reading, sentence: Sentence, whole: re.Pattern[str]) -> list[Post]:
    """Posts of the person told of: 他还是某市总工会兼职副主席; 又当选某省人大代表."""
    text, made = sentence.text, []
    people = [n for n in reading.named[sentence.index] if n.type is EntityType.PERSON]
    for match in (*_HE_IS.finditer(text), *_NOW_IS.finditer(text), *_ELECTED.finditer(text)):
        clause = max(text.rfind(mark, 0, match.start()) for mark in "。；") + 1
        before = [p for p in people if clause <= p.start and p.end <= match.start()]
        person = before[-1].key if before else earlier_person(reading, sentence, pronoun=match.re is _HE_IS)
        default = next(iter(reading.actors(sentence.index, match.start())), "")
        if person and not re.search(r"[对给向将未]$", text[: match.start()]):
            found = roles(reading, sentence, match.end(), default, whole)
            made += [_post(sentence, person, role, "post-told", "0.75") for role in found]
    return made


def _behind(reading: Reading, sentence: Sentence, person: Named, titles: list[str]) -> list[Post]:
    """Posts that a person came to hold: 某某…后来成长为班组长、车间主任和厂长."""
    made = []
    for match in _GROWN.finditer(sentence.text, person.end):
        if any(
            n.type is EntityType.PERSON and person.end < n.start < match.start() for n in reading.named[sentence.index]
        ):
            break
        key = next(iter(reading.actors(sentence.index, person.start)), "")
        for part in _LINK.split(match.group(1)):
            title = next((t for t in titles if part.endswith(t)), "")
            at = match.start(1) + match.group(1).index(part)
            body = next(
                (n for n in reading.outer_names(sentence.index) if n.start == at and n.end < at + len(part)),
                None,
            )
            if body and title:  # 焊工某某某兼任县总工会副主席
                evidence = sentence.spans(match.start(), match.end())
                rest = part[body.end - at :]
                made.append(Post(evidence, "post-grown", Decimal("0.75"), person.key, body.key, rest))
                continue
            if key and title and len(part) <= 16:
                evidence = sentence.spans(match.start(), match.end())
                made.append(Post(evidence, "post-grown", Decimal("0.75"), person.key, key, part))
    return made
