from __future__ import annotations

import pytest

from graph.view.layout import MEASURES, columns, whole_map
from graph.view.reading import read_scene
from graph.view.regions import place
from tests.view.made import empty_graph, large_graph, small_graph


@pytest.fixture(scope="module", params=["small", "large"])
def scene(request):
    return read_scene(small_graph() if request.param == "small" else large_graph(60))


def test_no_two_nodes_of_a_picture_stand_in_one_place(scene):
    places = place(scene)
    for overview in places.overviews:
        picture = columns(scene, places, overview)
        assert {number for number, _ in picture.at} == {*overview.regions, *(m for m, _ in overview.measures)}
        assert len({point for _, point in picture.at}) == len(picture.at)


def test_everything_has_a_place_of_its_own_on_the_map(scene):
    places = place(scene)
    found = whole_map(scene, places)
    assert len(set(found.at)) == len(found.at) == len(scene.nodes)
    assert found == whole_map(scene, places)


def test_what_belongs_to_a_region_stands_on_its_plot(scene):
    places = place(scene)
    found = whole_map(scene, places)
    plots = {each.of: each for each in found.headings}
    for number, node in enumerate(scene.nodes):
        home = next(iter((*places.homes[number], *places.around[number])), -1)
        plot = plots[MEASURES if node.type == "Measure" else home]
        x, y = found.at[number]
        if node.type != "Measure":
            assert plot.x - 60 < x < plot.x + plot.wide
            assert plot.y < y < plot.y + plot.high


def test_an_empty_scene_has_an_empty_map():
    scene = read_scene(empty_graph())
    assert whole_map(scene, place(scene)).at == ()
