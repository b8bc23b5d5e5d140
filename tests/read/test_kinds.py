"""What a paragraph is, told from its words. The rows of each kind are the negatives of the others."""

from __future__ import annotations

import time

import pytest

from graph.model import SentenceKind
from graph.read.kinds import is_byline, kind_of

ROWS = {
    SentenceKind.BYLINE: [
        "文/白某山 图/田某野",
        "文/图 白某山",
        "（文/图 白某山）",
        "图/文 白某山 田某野",
        "本报记者 白 山",
        "本报记者白山",
        "本报记者 文/图",
        "文/图 本报通讯员",
        "记者 白山 通讯员 田野 林海",
        "白山 摄",
        "白山 田野 文/图",
        "■通讯员 白 山 田 野",
        "■本报通讯员供稿",
        "□谭小山 孙大海",
        "□ 剑阁工人报记者 白山",
        "剑阁融媒体中心记者 白山 田野",
        "来源：剑阁晚报 作者：白山",
        "供稿：剑阁县总工会",
        "责任编辑：白山 校对：田野",
        "（剑阁县总工会供稿，白山统筹）",
        "（新华社成都3月2日电 记者白山、田野）",
        "2023年5月18日",
        "2023-05-18 10:20 来源：剑阁晚报",
        "发布时间：2023/05/18",
        "第B02版：要闻",
        "03版",
        "http://example.org/2023/05/18/content_1.htm",
        "扫码看视频",
    ],
    SentenceKind.CAPTION: [
        "图为剑阁县焊工比武。",
        "▲剑阁县职工在练兵",
        "①剑阁县茶厂车间",
        "左图：女工在采茶",
        "图一：女工在采茶",
    ],
    SentenceKind.HEADING: [
        "剑阁县产改走深走实",
        "——剑阁县产业工人队伍建设改革纪实",
        "3 | 剑阁县 搭好练兵台",
        "一、强化思想引领",
        "（二）提升技能素质",
        "第三章 保障措施",
        "图强求变开新局",
        "图书馆里学技能",
        "文化引领聚人心",
        "文明新风进车间",
        "统筹推进产改",
        "编辑部里的产改故事",
        "记者节里话担当",
        "摄影展上看变化",
        "来源于一线 服务于一线",
        "整理 归档 提升",
        "●建立机制",
        "■强基 铸魂",
        "丰收：金秋送暖",
        "“练”出真本领 “赛”出新天地",
    ],
    SentenceKind.BODY: [
        "剑阁县举办比武15场。",
        "近年来，剑阁县总工会着眼产业工人成长，把练兵、比武、晋级和待遇连在一起，先后出台多个文件，带动各企业建起自己的练兵台",
        "一、强化思想引领。全县建站12个。",
        "剑阁茶厂\t120人\t3个",
        "本报讯 剑阁县总工会昨日开班。",
        "更多课程见工会主页https://example.org/ke，职工凭会员卡报名。课程免费，每人每年可选三门，学完发证。",
        "文艺队送戏下乡，职工拍手叫好。",
        "记者在车间看到，机器正忙。",
        "剑阁工人报记者到车间看了看。",
    ],
}


@pytest.mark.parametrize(("kind", "surface"), [(kind, surface) for kind, rows in ROWS.items() for surface in rows])
def test_kind(kind, surface):
    assert kind_of(surface, 1, 5) is kind


@pytest.mark.parametrize(
    ("surface", "blank", "index", "kind"),
    [
        ("剑阁县总工会召开推进会", 3, 5, SentenceKind.CAPTION),
        ("剑阁县总工会召开推进会。", 2, 5, SentenceKind.CAPTION),
        ("剑阁县总工会召开推进会", 1, 5, SentenceKind.HEADING),
        ("剑阁县总工会召开推进会", 3, 0, SentenceKind.HEADING),  # a page begins with blank lines
        ("剑阁县总工会召开推进会。会上，三家企业发言。", 3, 5, SentenceKind.BODY),
        ("练好看家本领", 3, 5, SentenceKind.HEADING),
    ],
)
def test_captions_stand_apart(surface, blank, index, kind):
    assert kind_of(surface, blank, index) is kind


def test_no_line_keeps_the_reader_waiting():
    """A search that tries every way of parting a line into names would never end here."""
    before = time.process_time()
    for surface in [
        "文 " * 40 + "x",
        "本报记者 " * 15 + "x。",
        "王 李 " * 20 + "x",
        "记者" * 50,
        "（" + "摄" * 9000,
        "王 " * 9000,
    ]:
        is_byline(surface)
    assert time.process_time() - before < 60  # not a measure of speed: the searches would take years
