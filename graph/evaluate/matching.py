"""Annotated items beside found ones: which are the same, which are missed, which are wrong.

In: an `Annotation` and the `Findings` of its report. Out: an `Outcome` for each category. Order: two things are the
same by the rules of their category (below); then as many pairs are made as can be, each item and each finding in one
at most, those for items that have to be found before those that may be left out.

What makes two things the same: entities – the type and a name; links – kind and both ends; adoptions – measure and
actor; figures – value (or both ends of a range), unit, a keyword in the indicator, actor; conferrals – honour and
recipient; pilots – the unit; posts – the person, and the title or the organisation; events – the date, and a keyword in
the label or the actor. Wherever an item lists several actors (`also`), any of them is right.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from graph.evaluate.annotations import CATEGORIES, Annotation, Item
from graph.evaluate.findings import Finding, Findings, plain

ANY_ACTOR = "figures, any actor"
ROWS = (*CATEGORIES, ANY_ACTOR)
_UNITS = ("人 名 位", "% 百分点 个百分点", "家 个", "次 场 场次 期 届", "元 人民币元")
_UNIT = {plain(unit): group for group, units in enumerate(_UNITS) for unit in units.split()}
_TOLERANCE = Decimal("0.000001")

Same = Callable[[Item, Finding], bool]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a category of one report. `right` holds found pairs, optional items among them."""

    right: tuple[tuple[Item, Finding], ...]
    missed: tuple[Item, ...]
    wrong: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Judge:
    """Says of an annotated item and a finding whether they are the same."""

    annotation: Annotation
    findings: Findings

    def outcome(self, row: str) -> Outcome:
        """What became of one of `ROWS`. A wrong `within` doesn't count: it comes from the table of divisions."""
        category = "figures" if row == ANY_ACTOR else row
        items = self.annotation.items[category]
        found = self.findings.found[category]
        same: Same = getattr(self, f"_{category}") if row != ANY_ACTOR else self._amounts
        if category == "relations":
            kinds = {item.text("kind") for item in items}
            found = tuple(each for each in found if each.fields["kind"] in kinds)
        outcome = paired(items, found, same)
        if category == "relations":
            wrong = tuple(each for each in outcome.wrong if each.fields["kind"] != "within")
            outcome = Outcome(outcome.right, outcome.missed, wrong)
        return outcome

    def _names(self, name: str) -> frozenset[str]:
        """All forms that the annotation gives a name."""
        for item in self.annotation.items["entities"]:
            if item.text("name") == name:
                return frozenset(map(plain, (name, *item.texts("aliases"))))
        return frozenset((plain(name),))

    def _called(self, key: str | None, names: Iterable[str]) -> bool:
        """Whether an entity is one of those that the annotation calls by `names`."""
        label, forms = self.findings.names.get(key or "", ("", frozenset()))
        return bool(label) and any(name and (plain(name) in forms or label in self._names(name)) for name in names)

    def _by(self, key: str | None, item: Item, name: str = "actor") -> bool:
        return self._called(key, (item.text(name), *item.texts("also")))

    def _entities(self, item: Item, found: Finding) -> bool:
        return found.fields["type"] == item.text("type") and self._called(found.fields["key"], [item.text("name")])

    def _relations(self, item: Item, found: Finding) -> bool:
        ends = all(self._called(found.fields[end], [item.text(end)]) for end in ("subject", "object"))
        return ends and found.fields["kind"] == item.text("kind")

    def _adoptions(self, item: Item, found: Finding) -> bool:
        return found.fields["measure"] == item.text("measure") and self._by(found.fields["actor"], item)

    def _figures(self, item: Item, found: Finding) -> bool:
        return self._amounts(item, found) and self._by(found.fields["actor"], item)

    def _amounts(self, item: Item, found: Finding) -> bool:
        names = ("value",) if item.number("value") is not None else ("low", "high")
        if not all(_near(found.fields.get(name), item.number(name)) for name in names):
            return False
        units = plain(str(found.fields["unit"])), plain(item.text("unit"))
        if units[0] != units[1] and (units[0] not in _UNIT or _UNIT[units[0]] != _UNIT.get(units[1])):
            return False
        indicator = plain(found.fields["indicator"])
        return any(plain(word) in indicator for word in item.texts("keywords") or (item.text("indicator"),))

    def _conferrals(self, item: Item, found: Finding) -> bool:
        label, forms = self.findings.names.get(found.fields["honour"], ("", frozenset()))
        wanted = self._names(item.text("honour"))
        honour = bool(forms & wanted) or any(
            len(name) > 2 and label != "" and (name in label or (len(label) > 2 and label in name)) for name in wanted
        )
        return honour and self._by(found.fields["recipient"], item, "recipient")

    def _pilots(self, item: Item, found: Finding) -> bool:
        return self._called(found.fields["unit"], [item.text("unit")])

    def _posts(self, item: Item, found: Finding) -> bool:
        title, wanted = plain(found.fields["title"]), plain(item.text("title"))
        titled = title != "" and (title in wanted or wanted in title)
        placed = self._called(found.fields["organisation"], [item.text("organisation")])
        return (titled or placed) and self._called(found.fields["person"], [item.text("person")])

    def _events(self, item: Item, found: Finding) -> bool:
        label = plain(found.fields["label"])
        told = any(plain(word) in label for word in item.texts("keywords"))
        return found.fields["date"] == item.text("date") and (told or self._by(found.fields.get("actor"), item))


def _near(found: Decimal | None, wanted: Decimal | None) -> bool:
    if found is None or wanted is None:
        return False
    return abs(found - wanted) <= _TOLERANCE * max(Decimal(1), abs(wanted))


def paired(items: Sequence[Item], found: Sequence[Finding], same: Same) -> Outcome:
    """As many pairs as can be made, items that have to be found first.

    A path from a free item to a free finding over pairs already made is sought breadth first; taking every other step
    of it makes one pair more and frees no item, so an item that has a partner keeps one.
    """
    order = sorted(items, key=lambda item: item.optional)
    fits = [[at for at, each in enumerate(found) if same(item, each)] for item in order]
    taken: dict[int, int] = {}  # finding → item
    given: dict[int, int] = {}  # item → finding
    for start in range(len(order)):
        came: dict[int, int] = {}  # finding → the item from which it was reached
        waiting, end = deque([start]), None
        while waiting and end is None:
            item = waiting.popleft()
            for at in fits[item]:
                if at in came:
                    continue
                came[at] = item
                if at not in taken:
                    end = at
                    break
                waiting.append(taken[at])
        while end is not None:
            item = came[end]
            before = given.get(item)
            taken[end], given[item] = item, end
            end = before
    return Outcome(
        tuple((order[item], found[at]) for item, at in sorted(given.items())),
        tuple(item for at, item in enumerate(order) if at not in given and not item.optional),
        tuple(each for at, each in enumerate(found) if at not in taken),
    )
