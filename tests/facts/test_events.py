"""Events: what happened on a date, and what only mentions one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.facts.events import events, kind_of
from graph.model import EntityType, EventKind
from tests.support import COUNTY, reading_of

ROWS = [  # a text, then date, end, kind and label of its event
    ("2021年5月6日，县委召开专题会议，研究劳模工作。", "2021-05-06", None, EventKind.MEETING, "县委召开专题会议"),
    ("2021年5月，柳河县启动了工匠培育试点。", "2021-05", None, EventKind.START, "柳河县启动了工匠培育试点"),
    ("2021年5月6日至18日，柳河县第四届焊工大赛举办。", "2021-05-06", "2021-05-18", EventKind.CONTEST,
     "柳河县第四届焊工大赛举办"),
    ("2021年5月至7月，举办了“万人练兵”大比武。", "2021-05", "2021-07", EventKind.CONTEST, "举办了“万人练兵”大比武"),
    ("2021年5月6日，出台了《柳河县工匠培育办法》，建立了制度。", "2021-05-06", None, EventKind.PUBLICATION,
     "出台了《柳河县工匠培育办法》"),
    ("2021年5月6日，云岭市总工会副主席到柳河县调研工匠工作。", "2021-05-06", None, EventKind.INSPECTION,
     "云岭市总工会副主席到柳河县调研工匠工作"),
    ("2021年5月6日，云岭市督查组对工匠工作予以督查，认为很好。", "2021-05-06", None, EventKind.INSPECTION,
     "云岭市督查组对工匠工作予以督查"),
    ("2021年5月6日，县总工会举办了班组长素质培训班。", "2021-05-06", None, EventKind.TRAINING,
     "县总工会举办了班组长素质培训班"),
    ("2021年5月6日，在全市研讨班上，柳河毛纺厂作了发言。", "2021-05-06", None, EventKind.MEETING,
     "在全市研讨班上，柳河毛纺厂作了发言"),
    ("2021年5月6日，全市推进会召开后，各县行动起来。", "2021-05-06", None, EventKind.MEETING, "全市推进会召开"),
    ("柳河毛纺厂于2021年5月挂牌成立工匠学院。", "2021-05", None, EventKind.START, "柳河毛纺厂挂牌成立工匠学院"),
    ("柳河毛纺厂（2021年5月定为试点企业）受到表扬。", "2021-05", None, EventKind.OTHER, "柳河毛纺厂定为试点企业"),
    ("2019年，柳河工匠学院成立。", "2019", None, EventKind.START, "柳河工匠学院成立"),
    ("在2019年第二届云岭焊工大赛中，柳河选手夺冠。", "2019", None, EventKind.CONTEST, "第二届云岭焊工大赛中"),
    ("2019年，县里印发了《工匠评选办法》。", "2019", None, EventKind.PUBLICATION, "县里印发了《工匠评选办法》"),
    ("2021年5月6日，2021年云岭市煤矿救护竞赛赛前培训在柳河开班。", "2021-05-06", None, EventKind.TRAINING,
     "2021年云岭市煤矿救护竞赛赛前培训在柳河开班"),
    ("2017年，国务院印发《关于推进工匠工作的方案》。", "2017", None, EventKind.PUBLICATION,
     "国务院印发《关于推进工匠工作的方案》"),
    ("自2021年5月1日起，新办法施行。", "2021-05-01", None, EventKind.START, "新办法施行"),
    ("2021年5月6日，县里印发《柳河县行动计划》。", "2021-05-06", None, EventKind.PUBLICATION,
     "县里印发《柳河县行动计划》"),
    ("本报柳河讯，2021年5月6日，县里召开座谈会。", "2021-05-06", None, EventKind.MEETING, "县里召开座谈会"),
    ("2021年5月起，为货车司机免费体检。", "2021-05", None, EventKind.START, "为货车司机免费体检"),
    ("2021年5月，由贺兰亭牵头，四家厂的工作室结成刨花板创新联盟。", "2021-05", None, EventKind.START,
     "由贺兰亭牵头，四家厂的工作室结成刨花板创新联盟"),
]  # fmt: skip
NONE = [
    "2021年1—8月，县里培训焊工900人。",
    "2021年5月6日，县里召开座谈会。上个月，他多领了1260元。"[20:],
    "自2021年5月以来，工资上涨。",
    "2017年以来，县里培训焊工900人。",
    "截至2021年5月6日，共培训焊工900人。",
    "2019年至今，县里选树工匠36人。",
    "2020年，积极探索服务职工的办法。",
    "5月6日，县里召开座谈会。",
    "2021年5月6日将举办焊工大赛。",
    "计划2021年5月建成工匠学院。",
    "落实《2021年5月6日会议纪要》。",
    "“2021年5月行动”深入人心。",
    "到2031年5月，建成工匠学院。",
    "原定2021年5月举行的运动会因雨取消。",
    "书屋推迟到2021年5月开张。",
    "2021年，贺兰亭当选人大代表。",
    "奖金当月随工资发放。",
    "【图片说明】2021年5月6日，焊工在练兵。",
    "五年来，成效明显。",
    "每年5月的拜师会一样不能少。",
    "各县要在2021年5月底前把学院建起来。",
    "刘某，1985年3月出生，现任车间主任。",
    "2021年5月6日。",
    "云岭日报 2021-05-06",
    "柳河日报 2021年5月6日 星期四 责任编辑：贺敏 版式：江帆",
    "县产改办编 2021年5月6日",
    "津贴比2018年翻了两番，设立了基金。",
    "今年1—8月受理案件126件。",
    "10月10日前各成员单位报送清单。",
]
KINDS = [
    ("召开调研座谈会", EventKind.MEETING),
    ("到柳河毛纺厂考察", EventKind.INSPECTION),
    ("一行9人来看书屋", EventKind.INSPECTION),
    ("印发工匠名单", EventKind.PUBLICATION),
    ("技工学院揭牌", EventKind.START),
    ("焊工技能竞赛落幕", EventKind.CONTEST),
    ("首期研修班结束", EventKind.TRAINING),
    ("柳河毛纺厂登上榜首", EventKind.OTHER),
]


@pytest.mark.parametrize(("text", "date", "end", "kind", "label"), ROWS)
def test_event(text: str, date: str, end: str | None, kind: EventKind, label: str) -> None:
    (event,) = events(reading_of(text))
    assert (event.date, event.end_date, event.kind, event.label) == (date, end, kind, label)
    assert event.actor == COUNTY.key


@pytest.mark.parametrize("text", NONE)
def test_no_event(text: str) -> None:
    assert events(reading_of(text)) == ()


@pytest.mark.parametrize(("label", "kind"), KINDS)
def test_kind(label: str, kind: EventKind) -> None:
    assert kind_of(label) is kind


def test_the_year_of_the_sentence_before_holds() -> None:
    found = events(reading_of("2021年5月6日，县委召开会议。", "6月2日，县里印发方案。7月9日，学院揭牌。"))
    assert [e.date for e in found] == ["2021-05-06", "2021-06-02", "2021-07-09"]


def test_two_dates_in_a_sentence_are_two_events() -> None:
    found = events(reading_of("2021年5月6日，市里的推进会召开后，5月9日，县里的推进会召开。"))
    assert [(e.date, e.label) for e in found] == [
        ("2021-05-06", "市里的推进会召开"),
        ("2021-05-09", "县里的推进会召开"),
    ]


def test_told_again_is_one_event() -> None:
    (event,) = events(reading_of("2021年5月6日，县里召开工匠座谈会。", "2021年5月6日，县里召开工匠座谈会，气氛热烈。"))
    assert len(event.evidence) == 2


def test_the_noun_before_brackets_is_the_recognised_name() -> None:
    names = {"柳河毛纺厂": ("Enterprise/柳河毛纺厂", EntityType.ENTERPRISE)}
    (event,) = events(reading_of("表扬了县里的柳河毛纺厂（2021年5月入选试点）。", names=names))
    assert event.label == "柳河毛纺厂入选试点"


def test_evidence_holds_the_date() -> None:
    text = "会后，2021年5月6日，县里印发方案，各厂照办。"
    (event,) = events(reading_of(text))
    (span,) = event.evidence
    assert text[span.start : span.end] == "2021年5月6日，县里印发方案"


@given(st.text(alphabet="0123456789年月日至同次成立召开印发大赛培训在于，。；（）“”《》的后", max_size=60))
def test_no_text_crashes_and_evidence_lies_in_it(text: str) -> None:
    for event in events(reading_of(text)):
        assert event.label
        assert all(0 <= s.start < s.end <= len(text) for s in event.evidence)


def test_counts() -> None:
    assert (len(ROWS), len(NONE), len(KINDS)) == (22, 29, 8)
