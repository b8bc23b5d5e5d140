"""Who acts, in made-up reports: own subjects, words that stand for one, subjects that are left out."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.reading import reading_of_text

COUNTY = "青川县产业工人队伍建设改革纪实\n\n"
FIRM = "——云岭钢铁有限公司改革观察\n\n"

ROWS = [
    # its own subject, joint ones all
    (COUNTY + "青川县人社局开办夜校。", "开办夜校", {"青川县人社局"}),
    (COUNTY + "县总工会联合县人社局举办招聘会。", "举办招聘会", {"青川县总工会", "青川县人社局"}),
    (COUNTY + "2021年3月，县总工会评出标兵。", "评出标兵", {"青川县总工会"}),
    (COUNTY + "县委组织部、县总工会等单位建起阵地。", "建起阵地", {"青川县委组织部", "青川县总工会"}),
    (COUNTY + "剑阁县、苍溪县、旺苍县推行能级工资。", "推行能级工资", {"剑阁县", "苍溪县", "旺苍县"}),
    # left out: the section's, the sentence's before in the paragraph
    (COUNTY + "建成书屋12家。", "建成书屋", {"青川县"}),
    (COUNTY + "县总工会设立窗口。投资改造文化馆。", "投资改造", {"青川县总工会"}),
    (COUNTY + "县总工会设立窗口。\n\n投资改造文化馆。", "投资改造", {"青川县"}),
    (COUNTY + "县总工会设立窗口。职工医疗互助覆盖全员。", "职工医疗互助", {"青川县"}),
    (COUNTY + "县总工会设立窗口，同时开通热线。", "开通热线", {"青川县总工会"}),
    # words that stand for one
    (COUNTY + "县总工会设立窗口，全县建会率达到九成。", "建会率", {"青川县"}),
    (COUNTY + "县总工会设立窗口。县里拿出专款。", "拿出专款", {"青川县"}),
    (COUNTY + "各级工会走访职工。", "走访职工", {"青川县"}),
    (FIRM + "公司每年组织比武。", "组织比武", {"云岭钢铁有限公司"}),
    (COUNTY + "云岭钢铁有限公司推行学徒制。该公司还设首席技师。", "设首席技师", {"云岭钢铁有限公司"}),
    # what leads up to the first subject is its own
    (COUNTY + "作为省级示范单位，云岭钢铁有限公司建起学院。", "省级示范单位", {"云岭钢铁有限公司"}),
    (COUNTY + "围绕骑手等群体，县总工会建成驿站。", "骑手等群体", {"青川县总工会"}),
    # described before it is named
    (COUNTY + "青川县试点企业云岭钢铁有限公司开展比武。", "开展比武", {"云岭钢铁有限公司"}),
    # portraits
    (COUNTY + "周启航，云岭钢铁有限公司炼钢车间班长。带出徒弟12名。", "带出徒弟", {"云岭钢铁有限公司"}),
    # numbered sections and articles of their own
    (
        "全省改革巡礼\n\n1 | 青川县 抓实改革\n\n建成书屋12家。\n\n2 | 剑阁县 久久为功\n\n建成驿站9个。",
        "驿站",
        {"剑阁县"},
    ),
    # not the subject: a place where, workers of, the object
    (COUNTY + "县总工会在剑阁县举办交流会。", "举办交流会", {"青川县总工会"}),
    (COUNTY + "县总工会设立窗口，云岭钢铁有限公司职工前来咨询。", "前来咨询", {"青川县总工会"}),
    (COUNTY + "县总工会、县人社局等9个部门参与的专班每季会商。", "每季会商", {"青川县"}),
]


@pytest.mark.parametrize(("text", "at", "actors"), ROWS)
def test_who_acts(text: str, at: str, actors: set[str]) -> None:
    reading = reading_of_text(text)
    places = [(s.index, s.text.find(at)) for s in reading.document.sentences if at in s.text]
    assert len(places) == 1
    assert {reading.entities[key].name for key in reading.actors(*places[0])} == actors


def test_count() -> None:
    assert len(ROWS) == 23


def test_every_place_of_every_sentence_has_its_stretch() -> None:
    reading = reading_of_text(COUNTY + "县总工会设立窗口，开通热线；建成书屋。")
    for sentence, stretches in zip(reading.document.sentences, reading.acting, strict=True):
        assert stretches[0].start == 0
        assert stretches[-1].end == len(sentence.text)
        assert all(a.end == b.start for a, b in pairwise(stretches))
