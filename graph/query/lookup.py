"""A thing by its name, as people write names: forgiving, and never guessing between two things.

In: a graph and a name. Out: `find` gives all things that the name may mean, `resolve` the one. Order of the rules, the
first that finds anything wins: an IRI; the canonical name; another name (县总工会); the same with marks, case and width
set aside (“蜀道杯” = 蜀道杯); a place without its suffix (青川 = 青川县); part of a name. The last never resolves to a
thing unless it is the only one.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Callable, Collection
from dataclasses import dataclass

from graph.errors import AmbiguousThingError, UnknownThingError
from graph.namespaces import BASE
from graph.query.questions import internal
from graph.query.store import Graph
from graph.query.table import Iri

PEOPLES = (
    "壮族|回族|维吾尔族?|蒙古族|藏族|苗族|布依族|侗族|彝族|哈尼族|傣族|景颇族|傈僳族|白族|土家族|朝鲜族|羌族|柯尔克孜|哈萨克族?|"
    "瑶族|土族|满族|畲族|黎族|水族|仡佬族|拉祜族|佤族|纳西族|布朗族|独龙族|怒族|普米族|裕固族|东乡族|保安族|撒拉族|达斡尔族|"
    "鄂温克族|锡伯|塔吉克|仫佬族|毛南族|各族"
)
PLACE_SUFFIX = re.compile(
    rf"(?:(?:{PEOPLES})*自治[区州县旗]|特别行政区|经济技术开发区|高新技术产业开发区|开发区|地区|省|市|县|区|旗|盟|州)$"
)
MARKS = re.compile(r"[\s\"'“”‘’「」『』《》〈〉()（）·•\-—]")
SHOWN = 6


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A thing and the name by which it was found. `kind` is the local name of its class."""

    label: str
    kind: str
    iri: Iri
    name: str


def find(graph: Graph, name: str, kinds: Collection[str] = ()) -> tuple[Found, ...]:
    """All that `name` may mean by the first rule that finds anything, sorted; of `kinds` (class names) where given."""
    known = _names(graph, kinds)
    wanted = name.strip()
    bare = wanted.removeprefix("<").removesuffix(">")
    rules: list[Callable[[Found, bool], bool]] = [
        lambda found, _: bare in {str(found.iri), found.iri.short, found.iri.removeprefix(BASE + "entity/")},
        lambda found, _: found.kind == "Measure" and bare == found.iri.local,
        lambda found, canonical: canonical and found.name == wanted,
        lambda found, _: found.name == wanted,
        lambda found, _: folded(found.name) == folded(wanted),
        lambda found, _: found.kind == "LocalGovernment" and len(stem(wanted)) > 1 and stem(found.name) == stem(wanted),
        lambda found, _: len(folded(wanted)) > 1 and folded(wanted) in folded(found.name),
    ]
    for rule in rules if folded(wanted) else ():
        hits = {found.iri: found for found, canonical in reversed(known) if rule(found, canonical)}
        if hits:
            return tuple(sorted(hits.values()))
    return ()


def resolve(graph: Graph, name: str, kinds: Collection[str] = ()) -> Found:
    """The one thing that `name` means. Raises UnknownThingError (with names like it) or AmbiguousThingError."""
    found = find(graph, name, kinds)
    if len(found) == 1:
        return found[0]
    if found:
        shown = [f"{each.label}（{each.iri.short}）" for each in found[:SHOWN]]
        raise AmbiguousThingError(name=name, candidates="、".join(shown) + ("…" if len(found) > SHOWN else ""))
    names = sorted({each.name for each, _ in _names(graph, kinds)})
    near = difflib.get_close_matches(name, names, n=SHOWN, cutoff=0.3)
    raise UnknownThingError(name=name, near="、".join(near) or "–")


def folded(name: str) -> str:
    """A name without marks and spaces, in one width and case."""
    return MARKS.sub("", unicodedata.normalize("NFKC", name)).casefold()


def stem(name: str) -> str:
    """A place's name without its suffix: 青川县 → 青川, 延边朝鲜族自治州 → 延边; never under two signs."""
    short = PLACE_SUFFIX.sub("", folded(name))
    return short if len(short) > 1 else folded(name)


def _names(graph: Graph, kinds: Collection[str]) -> list[tuple[Found, bool]]:
    """Every name of every thing, and whether it is the canonical one."""
    table = graph.select(internal("names").sparql)
    labels: dict[Iri, str] = {}
    rows = [(Iri(str(thing)), str(kind), str(name), how == "label") for thing, kind, name, how in table.rows]
    for thing, _, name, canonical in rows:
        if canonical and (thing not in labels or labels[thing].isascii()):
            labels[thing] = name
    return [
        (Found(labels.get(thing, name), kind, thing, name), canonical)
        for thing, kind, name, canonical in rows
        if not kinds or kind in kinds
    ]
