from __future__ import annotations

import pytest

from graph.view.reading import read_scene
from graph.view.regions import MANY_REGIONS, Overview, Places, place
from graph.view.scene import Scene
from tests.view.made import MEASURES, Made, empty_graph, large_graph, small_graph


@pytest.fixture(scope="module")
def scene() -> Scene:
    return read_scene(small_graph())


@pytest.fixture(scope="module")
def places(scene) -> Places:
    return place(scene)


def number(scene: Scene, label: str) -> int:
    return next(place for place, node in enumerate(scene.nodes) if node.label == label)


def labels(scene: Scene, numbers: tuple[int, ...]) -> list[str]:
    return [scene.nodes[number].label for number in numbers]


def shared(scene: Scene, places: Places) -> dict[str, int]:
    return {scene.nodes[measure].label: count for measure, count in shown(places).measures}


def shown(places: Places) -> Overview:
    return places.overviews[places.opening]


@pytest.mark.parametrize(
    ("label", "homes"),
    [
        ("临江市", ["临江市"]),
        ("云岭县", ["云岭县", "临江市"]),
        ("云岭县总工会", ["云岭县", "临江市"]),
        ("林之遥云", ["云岭县", "临江市"]),  # by the post at a company of the county
        ("《临江市工匠培育办法》", ["临江市"]),
        ("江东工匠", []),
        ("师带徒", []),
    ],
)
def test_homes(scene, places, label, homes):
    assert labels(scene, places.homes[number(scene, label)]) == homes


def test_what_has_no_home_is_around_those_of_its_neighbours(scene, places):
    assert set(labels(scene, places.around[number(scene, "五小创新活动")])) == {"云岭县", "临江市"}


@pytest.mark.parametrize(
    ("region", "measure", "own", "near"),
    [
        ("云岭县", "理论宣讲", True, True),
        ("云岭县", "劳动和技能竞赛", False, True),  # by the county's union
        ("临江市", "劳动和技能竞赛", False, False),  # by a county of the city
    ],
)
def test_ties(scene, places, region, measure, own, near):
    ends = (number(scene, region), number(scene, measure))
    assert [(tie.own, tie.near) for tie in places.ties if (tie.region, tie.measure) == ends] == [(own, near)]


def test_overview_shows_all_measures_where_they_are_few(scene, places):
    assert set(labels(scene, shown(places).regions)) == {"云岭县", "白石县", "青禾区", "长汀开发区"}
    assert len(shown(places).measures) == 12


def many_measures(regions: dict[str, list[str]], within: dict[str, str]) -> tuple[Scene, Places]:
    made = Made()
    for key in MEASURES:
        made.measure(key, "skills", MEASURES[key][1], MEASURES[key][2])
    for extra in range(4):
        made.measure(f"extra-{extra}", "skills", f"其他措施{extra}", f"Extra {extra}")
    iris: dict[str, str] = {}
    for name in regions:
        above = [f"cg:within {iris[within[name]]}"] if name in within else []
        iris[name] = made.entity("LocalGovernment", name, *above)
        made.article(f"{name}.txt", "样样在做。")
        for key in regions[name]:
            made.fact("Adoption", f"{name}.txt", "样样在做", f"cg:actor {iris[name]}", f"cg:measure measure:{key}")
    scene = read_scene(made.graph())
    return scene, place(scene)


def test_overview_keeps_what_is_shared_where_measures_are_many():
    scene, places = many_measures({"甲县": [*MEASURES, "extra-0"], "乙县": ["mentoring", "extra-1"]}, {})
    assert shared(scene, places) == {"师带徒": 2}


def test_a_province_and_its_county_do_not_share():
    have = {"丙省": ["mentoring", "five-smalls", "extra-0"], "甲县": [*MEASURES, "extra-1"], "乙市": ["five-smalls"]}
    scene, places = many_measures(have, {"甲县": "丙省"})
    assert shared(scene, places) == {"五小创新活动": 2}


def test_overview_climbs_to_provinces_where_regions_are_many():
    scene = read_scene(large_graph(60))
    places = place(scene)
    assert [(overview.level, len(overview.regions)) for overview in places.overviews] == [("", 60), ("Province", 6)]
    assert len(shown(places).regions) <= MANY_REGIONS
    assert all(label.endswith("省") for label in labels(scene, shown(places).regions))


def test_nothing_read_has_an_empty_overview():
    assert place(read_scene(empty_graph())) == Places((), (), (), (Overview("", (), ()),), 0)


def test_places_that_lie_within_each_other_do_no_harm():
    made = Made()
    one = made.entity("LocalGovernment", "甲县")
    other = made.entity("LocalGovernment", "乙县", f"cg:within {one}")
    made.add("<https://w3id.org/changai/graph/entities>", one, f"cg:within {other}")
    assert [len(homes) for homes in place(read_scene(made.graph())).homes] == [2, 2]


def test_what_a_county_does_is_not_told_again_of_its_province():
    scene, places = many_measures({"丙省": ["five-smalls"], "甲县": ["mentoring"]}, {"甲县": "丙省"})
    assert shared(scene, places) == {"五小创新活动": 1, "师带徒": 1}
