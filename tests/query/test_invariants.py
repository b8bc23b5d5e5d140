"""What holds for the counts of any reports: more reports never lower one, none counts twice, their order is nothing.

Reports are made up by hypothesis: who (of a small country's governments, unions and companies) does or plans which
measure, in which sentence, how sure. A model in plain Python says what the counts have to be.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.query.likeness import held, pairs
from graph.query.regions import SharedTable, shared
from graph.query.store import parse_graph
from graph.query.together import measures_together

# actor → what it lies within, is an organ of or lies in
ABOVE = {
    "p": (), "q": (), "a": ("p",), "b": ("p",), "c": ("q",), "a1": ("a",), "a2": ("a",), "b1": ("b",),
    "union": ("a1",), "company": ("a1",), "company-union": ("company",), "works": ("b1",), "strays": (),
}  # fmt: skip
PROVINCES, PREFECTURES, COUNTIES = "pq", "abc", ("a1", "a2", "b1")
LEVELS = {"any": None, "county": COUNTIES, "prefecture": PREFECTURES, "province": PROVINCES}
GOVERNMENTS = (*PROVINCES, *PREFECTURES, *COUNTIES)
SENTENCES = ("办了比武。", " 办了 比武", "配了师傅。", "建了驿站，真好。", "建了驿站真好", "开了课。")
MEASURES = ("m1", "m2", "m3")


class Said(NamedTuple):
    actor: str
    measure: str
    sentence: str
    sure: int
    planned: bool


SAYS = st.builds(
    Said,
    st.sampled_from(sorted(ABOVE)),
    st.sampled_from(MEASURES),
    st.sampled_from(SENTENCES),
    st.integers(5, 9),
    st.booleans() | st.just(False),
)
REPORTS = st.lists(st.lists(SAYS, max_size=6), min_size=1, max_size=5)


def normal(sentence: str) -> str:
    return "".join(char for char in sentence if char.isalnum())


def trig(reports: list[tuple[str, list[Said]]]) -> bytes:
    lines = [
        "@prefix : <https://w3id.org/changai/entity/> . @prefix cg: <https://w3id.org/changai/ontology#> .",
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix prov: <http://www.w3.org/ns/prov#> .",
        "@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .",
        "@prefix dcterms: <http://purl.org/dc/terms/> .",
        *(f':{measure} rdfs:label "{measure}"@zh .' for measure in MEASURES),
    ]
    for actor, above in ABOVE.items():
        level = next((level for level, names in LEVELS.items() if names and actor in names), "")
        kind = "LocalGovernment" if level else "Union" if "union" in actor else "Enterprise"
        lines.append(f':{actor} a cg:{kind} ; rdfs:label "{actor}"@zh .')
        if level:
            lines.append(f":{actor} cg:adminLevel cg:{level.capitalize()} .")
        link = "within" if level else "organOf" if kind == "Union" else "locatedIn"
        lines += [f":{actor} cg:{link} :{up} ." for up in above]
    for name, said in reports:
        lines.append(f'<urn:{name}> {{ <urn:{name}> dcterms:identifier "{name}" .')
        for at, each in enumerate(said):
            span = f"<urn:{name}#char={at},{at + 1}>"
            kind = "Plan" if each.planned else "Adoption"
            lines.append(
                f'{span} nif:anchorOf "{each.sentence}" ; nif:referenceContext <urn:{name}> ;'
                f" nif:beginIndex {at} ; nif:endIndex {at + 1} ."
                f" <urn:fact-{name}-{at}> a cg:{kind} ; cg:actor :{each.actor} ; cg:measure :{each.measure} ;"
                f" cg:confidence 0.{each.sure} ; prov:wasDerivedFrom {span} ."
            )
        lines.append("}")
    return "\n".join(lines).encode()


def table(reports: list[tuple[str, list[Said]]], level: str, confidence: str = "0") -> SharedTable:
    return shared(parse_graph(trig(reports), Path("made.trig")), level, 1, confidence=Decimal(confidence))


def counts(found: SharedTable) -> dict[tuple[str, str], tuple[int, ...]]:
    return {
        (cell.measure.local, cell.region.local): (
            cell.actors, cell.direct, cell.direct + cell.units, cell.articles, cell.sentences, cell.facts,
        )
        for cell in found.cells
    }  # fmt: skip


def homes(actor: str) -> set[str]:
    if actor in GOVERNMENTS:
        return {actor}
    return set().union(*(homes(up) for up in ABOVE[actor]))


def over(region: str) -> set[str]:
    return {region}.union(*(over(up) for up in ABOVE[region]))


def regions_of(actor: str, level: str) -> set[str]:
    reached = homes(actor) if level == "any" else set().union(*(over(home) for home in homes(actor)))
    return reached if LEVELS[level] is None else reached & set(LEVELS[level])


def modelled(reports: list[tuple[str, list[Said]]], level: str, least: int) -> dict[tuple[str, str], tuple[int, ...]]:
    cells: dict[tuple[str, str], list[tuple[str, Said]]] = {}
    for name, said in reports:
        for each in said:
            for region in regions_of(each.actor, level) if not each.planned and each.sure >= least else ():
                cells.setdefault((each.measure, region), []).append((name, each))
    found = {}
    for (measure, region), rows in cells.items():
        actors = {each.actor for _, each in rows}
        bodies: dict[str, set[str]] = {}
        for name, each in rows:
            bodies.setdefault(name, set()).add(normal(each.sentence))
        own = {actor for actor in actors if region in homes(actor)}
        sentences = {normal(each.sentence) for _, each in rows}
        found[measure, region] = (
            len(actors), int(region in actors), len(own), len({frozenset(body) for body in bodies.values()}),
            len(sentences), len(rows),
        )  # fmt: skip
    return found


def named(reports: list[list[Said]]) -> list[tuple[str, list[Said]]]:
    return [(f"r{at}.txt", said) for at, said in enumerate(reports)]


@settings(max_examples=40, deadline=None)
@given(REPORTS, st.sampled_from(sorted(LEVELS)), st.integers(5, 9))
def test_the_counts_are_the_model_s(reports, level, least):
    assert counts(table(named(reports), level, f"0.{least}")) == modelled(named(reports), level, least)


@settings(max_examples=40, deadline=None)
@given(REPORTS, st.lists(SAYS, max_size=6), st.sampled_from(sorted(LEVELS)))
def test_another_report_never_lowers_a_count(reports, more, level):
    before, after = table(named(reports), level), table(named([*reports, more]), level)
    less, now = counts(before), counts(after)
    assert all(all(old <= new for old, new in zip(row, now[key], strict=True)) for key, row in less.items())
    sums = {m.iri: (m.regions, m.actors, m.articles, m.sentences, m.facts) for m in after.measures}
    for measure in before.measures:
        old = (measure.regions, measure.actors, measure.articles, measure.sentences, measure.facts)
        assert all(one <= other for one, other in zip(old, sums[measure.iri], strict=True))


@settings(max_examples=40, deadline=None)
@given(REPORTS, st.sampled_from(["county", "prefecture", "province"]))
def test_roll_up_never_counts_an_actor_twice(reports, level):
    found = table(named(reports), level)
    for cell in found.cells:
        below = [actor for actor in ABOVE if cell.region.local in regions_of(actor, level)]
        assert cell.actors <= len(below)
        assert cell.direct + cell.units + cell.below == cell.actors
        assert cell.direct <= 1
    for measure in found.measures:
        assert measure.actors <= sum(cell.actors for cell in found.cells if cell.measure == measure.iri)
        assert measure.actors <= len(ABOVE)


@settings(max_examples=25, deadline=None)
@given(REPORTS, st.randoms(use_true_random=False), st.sampled_from(sorted(LEVELS)))
def test_the_order_of_reports_is_nothing(reports, chance, level):
    mixed = named(reports)
    chance.shuffle(mixed)
    one, other = table(named(reports), level), table(mixed, level)
    assert one == other
    # under other names the same reports count the same
    renamed = [(f"z{name}", said) for name, said in mixed]
    assert counts(table(renamed, level)) == counts(one)
    assert pairs(one) == pairs(other)
    assert measures_together(one) == measures_together(other)


@settings(max_examples=25, deadline=None)
@given(REPORTS)
def test_a_report_printed_again_changes_nothing(reports):
    again = named([*reports, reports[0]])
    before, after = counts(table(named(reports), "any")), counts(table(again, "any"))
    assert {key: row[:-1] for key, row in before.items()} == {key: row[:-1] for key, row in after.items()}
    assert held(table(named(reports), "any")) == held(table(again, "any"))
