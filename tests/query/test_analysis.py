"""Likeness, what goes together, the core, what sets apart, communities, spread: numbers worked out by hand."""

from __future__ import annotations

import math
from itertools import product
from pathlib import Path

import pytest

from graph.query import chance
from graph.query.communities import LEAST_REGIONS, communities
from graph.query.distinctive import core, distinctive
from graph.query.likeness import pairs, peers
from graph.query.regions import Region, SharedCell, SharedMeasure, SharedTable, shared
from graph.query.spread import spread
from graph.query.store import open_graph
from graph.query.table import Iri
from graph.query.together import measures_together


def made(holdings: dict[str, str]) -> SharedTable:
    """A table from region → its measures, a letter each; every cell has one actor."""
    letters = sorted({letter for held in holdings.values() for letter in held})
    measures = tuple(
        SharedMeasure(Iri(m), m, "", sum(m in held for held in holdings.values()), 1, 1, 1, 1) for m in letters
    )
    cells = tuple(
        SharedCell(Iri(m), Iri(r), 1, 1, 0, 1, 1, 1) for r, held in holdings.items() for m in letters if m in held
    )
    return SharedTable("any", 1, measures, tuple(Region(Iri(r), r) for r in holdings), cells)


@pytest.mark.parametrize(
    ("found", "drawn", "marked", "total", "probability"),
    [
        (0, 3, 4, 10, 1.0),
        (3, 3, 3, 10, 1 / 120),  # one way of 120 to draw just these three
        (1, 2, 1, 2, 1.0),
        (2, 2, 5, 10, 10 / 45),
        (1, 5, 5, 10, 1 - 1 / 252),
        (1, 1, 1, 1, 1.0),
    ],
)
def test_tail(found, drawn, marked, total, probability):
    assert math.isclose(chance.tail(found, drawn, marked, total), probability)


def test_bits():
    assert [chance.bits(p) for p in (1.0, 0.5, 0.125)] == [0.0, 1.0, 3.0]
    assert chance.bits(0.0) == math.inf


def test_false_discovery():
    # 0.01 · 4/1, 0.02 · 4/2, 0.03 · 4/3, 0.5 · 4/4, each no more than the next
    assert chance.false_discovery([0.5, 0.01, 0.03, 0.02]) == pytest.approx((0.5, 0.04, 0.04, 0.04))
    assert chance.false_discovery([]) == ()


def test_outcomes_are_the_sums_over_all():
    odds = (0.1, 0.7, 0.4, 0.9)
    for count, found in enumerate(chance.outcomes(odds, 4)):
        total = sum(
            math.prod(p if hit else 1 - p for p, hit in zip(odds, hits, strict=True))
            for hits in product((0, 1), repeat=4)
            if sum(hits) == count
        )
        assert math.isclose(found, total, abs_tol=1e-12)


def test_meeting_with_equal_chances_is_the_hypergeometric_tail():
    for both in range(4):
        assert math.isclose(chance.meeting(both, [0.3] * 4, [0.3] * 6, 3), chance.tail(both, 3, 4, 10))
    # what was likely inside anyway is no surprise
    assert chance.meeting(3, [0.9] * 4, [0.1] * 6, 3) > chance.tail(3, 3, 4, 10)


def test_even_spread_keeps_the_sums():
    rows, columns = [3, 2, 1, 1], [3, 2, 1, 1]
    cells = chance.even_spread(rows, columns)
    assert [sum(row) for row in cells] == pytest.approx(rows, abs=1e-3)
    assert [sum(row[at] for row in cells) for at in range(4)] == pytest.approx(columns, abs=1e-3)


def test_pairs_and_peers():
    found = pairs(made({"x": "abc", "y": "bcd", "z": "a", "w": "e"}))
    assert [(p.one.name, p.other.name, p.common, p.together, round(p.likeness, 3), p.few) for p in found] == [
        ("x", "y", ("b", "c"), 4, 0.5, False),
        ("x", "z", ("a",), 3, 0.333, True),
    ]
    assert (found[0].only_one, found[0].only_other) == (("a",), ("d",))
    turned = peers(made({"x": "abc", "y": "bcd", "z": "a"}), Iri("y"))
    assert [(p.one.name, p.other.name, p.only_one, p.only_other) for p in turned] == [("y", "x", ("d",), ("a",))]


def test_the_likeness_of_the_saved_question(graph):
    from graph.query.ask import ask

    for level in ("any", "county", "province"):
        ours = {frozenset((p.one.name, p.other.name)): round(p.likeness, 3) for p in pairs(shared(graph, level, 1))}
        rows = ask(graph, "region-overlap", level=level).records()
        assert ours == {frozenset((str(r["one"]), str(r["other"]))): float(str(r["likeness"])) for r in rows}


def test_measures_together():
    assert measures_together(made({"p": "ab", "q": "ab", "r": "c", "s": "d"})) == ()  # four regions are too few
    table = made({"p": "ab", "q": "ab", "r": "abc", "s": "c", "t": "d", "u": "d"})
    (first, *rest) = measures_together(table)
    assert (first.one, first.other, first.of_one, first.of_other, first.both, first.regions) == ("a", "b", 3, 3, 3, 6)
    assert (first.lift, first.pmi) == (2.0, 1.0)  # 3 · 6 / (3 · 3)
    assert first.expected < 3
    assert all(pair.probability >= first.probability for pair in rest)
    assert {(pair.one, pair.other) for pair in measures_together(table, 1)} == {("a", "b"), ("a", "c"), ("b", "c")}


def test_a_long_report_makes_nothing_go_together():
    # p and q have everything, the others one thing each: each pair is found in p and q, by their length alone
    table = made({"p": "abcdef", "q": "abcdef", "r": "a", "s": "b", "t": "c", "u": "d"})
    found = measures_together(table)
    assert found[0].lift > 1
    assert not any(pair.beyond_chance for pair in found)


def test_pairs_beyond_chance():
    table = made(
        {**{f"x{n}": "ab" + "cdefghij"[n] for n in range(8)}, **{f"y{n}": "mn"[n % 2] + "op" for n in range(8)}}
    )
    pair = next(each for each in measures_together(table) if (each.one, each.other) == ("a", "b"))
    assert pair.beyond_chance


def test_the_core():
    table = made({"x": "abc", "y": "abd", "z": "ade", "w": "b", "v": "c"})  # w and v are merely named
    assert [(each.measure, each.regions, each.of) for each in core(table)] == [("a", 3, 3)]
    assert [(each.measure, each.regions) for each in core(table, 0.6)] == [("a", 3), ("b", 2), ("d", 2)]
    assert core(made({"x": "abc", "y": "abc"})) == ()


def test_what_sets_apart():
    found = distinctive(made({"x": "abc", "y": "ab", "z": "a"}))
    # 6 pairs; c has 1 of them and x has 3: by chance c falls to x with 3/6
    least = next(each for each in found if (each.region, each.measure) == ("x", "c"))
    assert (least.probability, least.surprise, least.expected, least.alone) == (0.5, 1.0, 0.5, True)
    # y has 2 pairs, b has 2: one or both of y's are b's with 1 - C(4,2)/C(6,2) = 9/15
    other = next(each for each in found if (each.region, each.measure) == ("y", "b"))
    assert math.isclose(other.probability, 0.6)
    assert not any(each.beyond_chance for each in found)
    assert distinctive(made({"x": "abc", "y": "ab"})) == ()


def test_no_communities_of_few():
    few = {f"r{n}": "abcd" for n in range(LEAST_REGIONS - 1)}
    assert communities(made(few)) is None
    assert communities(made({**few, "named": "a"})) is None  # who is merely named is not counted


def test_communities_that_are_there():
    table = made({f"r{n}": "abcdef" if n < 6 else "uvwxyz" for n in range(12)} | {"r5": "abcdez", "r11": "uvwxya"})
    found = communities(table)
    assert [len(group) for group in found.groups] == [6, 6]
    assert set(found.groups[0]) in ({f"r{n}" for n in range(6)}, {f"r{n}" for n in range(6, 12)})
    assert found.beyond_chance
    assert communities(table) == found


def test_communities_that_are_not():
    found = communities(made({f"r{n}": "".join("abcdefgh"[(n * k) % 8] for k in (1, 3, 5)) + "i" for n in range(9)}))
    assert found is None or not found.beyond_chance


def test_spread():
    table = shared(open_graph(Path(__file__).with_name("counts.trig")), "any", 1, evidence=True)
    found = {each.measure.local: each for each in spread(table)}
    contests = found["skills-contests"]
    assert [(step.date, step.region.name) for step in contests.steps] == [("2019", "湄潭县"), ("2020", "遵义市")]
    assert (contests.undated, contests.few) == (2, True)
    assert contests.years == (("2019", 1), ("2020", 2))
    assert [(s.date, s.region.name, s.quote.article) for s in found["mentoring"].steps] == [
        ("2021-03", "湄潭县", "a.txt")
    ]
