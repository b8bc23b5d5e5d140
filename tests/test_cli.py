"""The command line as a user has it: its two streams and its exit code, in both languages.

`changai` starts a process, as a user does; `inside` calls the same entry point in this one, where many rows would take
long.
"""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from graph.cli import main
from graph.query.store import open_graph

FIXTURE = Path(__file__).parent / "query" / "fixture.trig"
REPORT = "青川县总工会开设工匠学院，2021年培训职工300余人。\n青川县开展技能大赛。\n"


def changai(*arguments: object, lang: str = "zh_CN.UTF-8", stdin: str | None = None, **environment: str):
    given = {key: value for key, value in os.environ.items() if key not in {"LC_ALL", "LC_MESSAGES", "LANG"}}
    return subprocess.run(
        [sys.executable, "-m", "graph", *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        input=stdin,
        env={**given, "LANG": lang, **environment},
        timeout=120,
        check=False,
        cwd=Path(__file__).parent.parent,
    )


def inside(*arguments: object, lang: str = "zh_CN.UTF-8") -> subprocess.CompletedProcess[str]:
    out, err = io.StringIO(newline=""), io.StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        patch.setenv("LC_ALL", lang)
        code = main([str(each) for each in arguments])
    return subprocess.CompletedProcess(arguments, code, out.getvalue(), err.getvalue())


def asks(*arguments: object, **more: str):
    return changai(*arguments, "--graph", FIXTURE, **more)


def asks_inside(*arguments: object, **more: str):
    return inside(*arguments, "--graph", FIXTURE, **more)


def said_once(run, code: int, *words: str) -> None:
    """One clear line on stderr, nothing on stdout, the right code."""
    assert run.returncode == code, run.stderr
    assert run.stdout == ""
    assert len(run.stderr.strip().splitlines()) == 1, run.stderr
    for word in words:
        assert word in run.stderr
    assert "Traceback" not in run.stderr


def test_build_info_show_validate_and_view(tmp_path):
    reports, out = tmp_path / "reports", tmp_path / "out"
    reports.mkdir()
    (reports / "good.txt").write_text(REPORT, encoding="utf-8")
    built = changai("build", reports, "--output", out)
    assert built.returncode == 0, built.stderr
    assert str(out / "graph.trig") in built.stdout
    assert "[1/1]" in built.stderr
    first = (out / "graph.trig").read_bytes()

    graph = open_graph(out)
    counts = json.loads(inside("info", "--graph", out, "--format", "json").stdout)
    by_sparql = graph.select("SELECT ?c (COUNT(DISTINCT ?x) AS ?n) { ?x a ?c } GROUP BY ?c").rows
    ours = {c.local: n for c, n in by_sparql if c.startswith("https://w3id.org/changai/ontology#")}
    assert counts["classes"] == ours
    assert counts["triples"] == graph.select("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").rows[0][0]

    validated = changai("validate", "--graph", out)
    assert validated.returncode == 0, validated.stdout
    viewed = changai("view", "--graph", out, "--lang", "en")
    assert viewed.returncode == 0, viewed.stderr
    assert (out / "graph.html").stat().st_size > 1000

    # bad files are passed over, named, and what could be read is built
    (reports / "empty.txt").write_text("", encoding="utf-8")
    (reports / "binary.txt").write_bytes(b"\x00\x01\x02\xff" * 50)
    again = inside("build", reports, "--output", out, "--quiet")
    assert again.returncode == 1
    assert "empty.txt" in again.stderr
    assert "binary.txt" in again.stderr
    assert "[1/" not in again.stderr
    assert (out / "graph.trig").read_bytes() == first

    # where nothing can be read, what was built stays as it was
    (reports / "good.txt").unlink()
    said_once(inside("build", reports, "--output", out, "--quiet"), 2, "错误", ".txt")
    assert (out / "graph.trig").read_bytes() == first


@pytest.mark.parametrize(
    ("lang", "words"), [("zh_CN.UTF-8", "不存在"), ("C", "不存在"), ("en_US.UTF-8", "does not exist")]
)
def test_no_such_path(tmp_path, lang, words):
    said_once(changai("build", tmp_path / "none", "--output", tmp_path / "out", lang=lang), 2, words, "none")
    assert not (tmp_path / "out").exists()


def test_output_that_is_a_file(tmp_path):
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "file").write_text("kept", encoding="utf-8")
    for output in (tmp_path / "file", tmp_path / "file" / "below"):
        said_once(inside("build", tmp_path / "report.txt", "--output", output), 2, "无法写入", "file")
    said_once(asks_inside("view", "--output", tmp_path / "file" / "page.html"), 2, "无法写入")
    said_once(asks_inside("view", "--output", tmp_path), 2, "文件夹")
    assert (tmp_path / "file").read_text(encoding="utf-8") == "kept"


@pytest.mark.parametrize(
    ("arguments", "code", "zh", "en"),
    [
        (["query", "SELECT ?s {\n ?s ?p }"], 2, "第 2 行", "line 2"),
        (["query", "SELECT * { ?s foo:bar ?o }"], 2, "foo:bar", "foo:bar"),
        (["query", "figurs"], 2, "figures", "figures"),
        (["query", "none.rq"], 2, "none.rq 不存在", "none.rq does not exist"),
        (["query", "pilots", "--param", "level"], 2, "NAME=VALUE", "NAME=VALUE"),
        (["query", "pilots", "--param", "nivel=1"], 2, "没有参数 nivel", "has no parameter nivel"),
        (["query", "lacking-measures", "--param", "region=青川"], 2, "other", "other"),
        (["query", "open-plans", "--param", "region=乌有县"], 1, "没有“乌有县”", 'called "乌有县"'),
        (["query", "pilots", "--format", "turtle"], 2, "CONSTRUCT", "CONSTRUCT"),
        (["query", "SELECT ?s { ?s a cg:None }"], 1, "没有找到", "nothing was found"),
        (["show", "乌有县"], 1, "没有“乌有县”", "nothing in the graph"),
        (["show", "县总工会"], 1, "德清县总工会", "德清县总工会"),
        (["shared", "--min", "0"], 2, "--min", "--min"),
        (["shared", "--min", "99"], 1, "没有找到", "nothing was found"),
    ],
)
def test_what_goes_wrong_is_one_line(arguments, code, zh, en):
    said_once(asks_inside(*arguments), code, zh)
    said_once(asks_inside(*arguments, "--lang", "en"), code, en)


@pytest.mark.parametrize(("lang", "words"), [("zh_CN.UTF-8", "相近的有"), ("en_US.UTF-8", "near it")])
def test_what_goes_wrong_in_a_process(lang, words):
    said_once(asks("query", "figurs", lang=lang), 2, words)
    said_once(asks("show", "青川区总工会", lang=lang), 1, words)


def test_no_graph_and_a_damaged_one(tmp_path):
    said_once(inside("info", "--graph", tmp_path), 2, "没有图谱", "changai build")
    (tmp_path / "graph.trig").write_text("<a:a> {\n <a:b> nonsense }", encoding="utf-8")
    for command in (["info"], ["shared"], ["validate"], ["view"], ["show", "x"]):
        said_once(inside(*command, "--graph", tmp_path), 2, "graph.trig", "第 2 行")


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    [
        (["show"], "缺少：NAME", "missing: NAME"),
        (["shared", "--level", "village"], "--level 不能是 'village'", "--level cannot be 'village'"),
        (["shared", "--confidence", "1.1"], "--confidence 的值不对", "--confidence has a wrong value"),
        (["shared", "--by", "village"], "--by 不能是 'village'", "--by cannot be 'village'"),
        (["shared", "--min", "many"], "--min 的值不对", "--min has a wrong value"),
        (["shared", "--graph"], "--graph 后面缺少值", "--graph needs a value"),
        (["info", "--nonsense"], "不认识的参数：--nonsense", "unknown arguments: --nonsense"),
        (["dance"], "不能是 'dance'", "cannot be 'dance'"),
        ([], "缺少：", "missing: "),
    ],
)
def test_wrong_usage(arguments, zh, en):
    for lang, words in (("zh_CN.UTF-8", zh), ("en_US.UTF-8", en)):
        run = inside(*arguments, lang=lang)
        assert run.returncode == 2
        assert words in run.stderr
        assert "--help" in run.stderr
        assert len(run.stderr.splitlines()) == 2
        assert run.stdout == ""


def test_help_and_version():
    chinese, english = changai("--help"), changai("shared", "--help", lang="en_US.UTF-8")
    assert chinese.returncode == english.returncode == 0
    assert "退出码" in chinese.stdout
    assert "用法" in chinese.stdout
    assert "exit codes:" in english.stdout
    assert "nothing rolled up" in " ".join(english.stdout.split())
    assert not any("\u4e00" <= char <= "\u9fff" for char in english.stdout)
    assert changai("--version").stdout.startswith("changai ")


def test_shared_as_table_csv_and_json():
    table = asks("shared", "--level", "province")
    assert table.returncode == 0
    lines = table.stdout.splitlines()
    assert lines[0].split() == ["举措", "地区数", "四川省", "浙江省", "湖南省"]
    assert lines[2].split() == ["劳动和技能竞赛", "3", "2/2/2↑2", "1/1/1↑1", "1/1/1↑1"]
    assert lines[4].split() == ["户外劳动者驿站", "2", "1/1/1↑1", "2/1/2↑2", "·"]
    rows = list(csv.DictReader(io.StringIO(asks_inside("shared", "--format", "csv").stdout)))
    assert len(rows) == 11
    # 醴陵市 has its contests and plans them too; 青川县 only plans its stations
    assert [(row["regionName"], row["actors"]) for row in rows if row["planned"] == "1"] == [
        ("醴陵市", "1"),
        ("青川县", "0"),
    ]
    mentoring = next(row for row in rows if row["name"] == "师带徒" and row["regionName"] == "青川县")
    assert [mentoring[name] for name in ("actors", "direct", "rolledUp", "articles", "sentences", "facts")] == [
        *("3", "0", "3", "2", "3", "4")
    ]
    quotes = list(csv.DictReader(io.StringIO(asks_inside("shared", "--format", "csv", "--evidence").stdout)))
    assert len(quotes) == 15
    assert all(row["quote"] for row in quotes)
    found = json.loads(asks_inside("shared", "--format", "json", "--evidence").stdout)
    assert [each["name"] for each in found][:2] == ["劳动和技能竞赛", "户外劳动者驿站"]
    assert all(cell["evidence"] for each in found for cell in each["cells"])
    assert "「醴陵市把技能大赛办到了窑口。」 醴陵市  liling.txt#char=0,14" in asks_inside("shared", "--evidence").stdout


def test_query_formats():
    text = "SELECT ?name ?n { ?s rdfs:label ?name ; cg:adminCode ?n FILTER(?n = '510822') }"
    assert asks_inside("query", text, "--format", "csv").stdout == "name,n\r\n青川县,510822\r\n"
    found = json.loads(asks_inside("query", text, "--format", "json").stdout)
    assert found["results"]["bindings"] == [
        {"name": {"type": "literal", "value": "青川县", "xml:lang": "zh"}, "n": {"type": "literal", "value": "510822"}}
    ]
    turtle = asks_inside("query", "CONSTRUCT { ?a cg:within ?b } { ?a cg:within ?b }")
    assert turtle.stdout.count("cg:within") == 8
    assert asks_inside("query", "ASK { ?s a cg:Person }").stdout == "true\n"
    assert asks_inside("query", "ASK { ?s a cg:None }").returncode == 1


def test_queries_from_a_file_from_stdin_and_saved(tmp_path):
    (tmp_path / "q.rq").write_text("SELECT ?p { ?p a cg:Person }", encoding="utf-8")
    (tmp_path / "bad.rq").write_bytes(b"SELECT \xff")
    assert "Person/何立山" in asks_inside("query", tmp_path / "q.rq").stdout
    assert "Person/何立山" in asks("query", "-", stdin="SELECT ?p { ?p a cg:Person }").stdout
    said_once(asks_inside("query", tmp_path / "bad.rq"), 2, "bad.rq", "第 7 字节")
    pilots = asks("query", "pilots", "--param", "level=Provincial", "--param", "batch=首批", lang="en_US.UTF-8")
    assert pilots.stdout.splitlines()[2].split() == [
        "provincial",
        "首批",
        "德清县",
        "德清县",
        "2019",
        "产改试点",
        "huzhou.txt",
    ]
    free = asks_inside("query", "SELECT ?p ?title { ?x org:member ?p ; cg:title ?title }", "--param", "title=院长")
    assert free.returncode == 1  # a plain literal is not the Chinese one
    listed = asks_inside("query", "--list")
    assert "lacking-measures  一地有而另一地没有的举措" in listed.stdout
    assert (
        asks_inside("query", "--list", "--lang", "en").stdout.count("--param") == listed.stdout.count("--param") == 53
    )


def test_show():
    shown = asks("show", "白龙机械")
    assert shown.stdout.splitlines()[0] == "白龙机械有限公司  企业"
    assert "「公司2020年获评工人先锋号」 qingchuan.txt#char=107,121" in shown.stdout
    found = json.loads(asks_inside("show", "苍溪", "--format", "json").stdout)
    assert found["thing"]["label"] == "苍溪县"
    assert found["facts"][0]["evidence"][0] == {
        "article": "guangyuan.txt", "begin": 4, "end": 17, "text": "苍溪县建起户外劳动者驿站。",
    }  # fmt: skip


def test_a_closed_pipe_is_no_error():
    with subprocess.Popen(
        [sys.executable, "-m", "graph", "query", "adoption-evidence", "--graph", str(FIXTURE)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=Path(__file__).parent.parent,
    ) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.close()
        assert run.stderr.read() == b""
        assert run.wait(timeout=60) == 0


def test_a_stream_without_chinese_gets_utf8():
    run = asks("info", PYTHONIOENCODING="ascii")
    assert run.returncode == 0
    assert "地方政府" in run.stdout


def test_compare_as_table_csv_and_json():
    table = asks("compare", "青川", "德清", "湖州")
    assert table.returncode == 0
    for words in ("共有（2）", "仅青川县有（1）", "其他都有而青川县没有（0）", "德清县在湖州市之内", "＜3500人", "划1"):
        assert words in table.stdout
    english = asks_inside("compare", "青川", "德清", "--lang", "en").stdout
    assert "common to all (2):" in english
    rows = list(csv.DictReader(io.StringIO(asks_inside("compare", "青川", "德清", "--format", "csv").stdout)))
    assert [row["actors"] for row in rows if row["name"] == "师带徒"] == ["3", "0"]
    found = json.loads(asks_inside("compare", "青川", "德清", "--format", "json").stdout)
    contests = next(each for each in found if each["name"] == "劳动和技能竞赛")
    assert [region["figures"][0]["amount"] for region in contests["regions"]] == ["＞1200人", "＜3500人"]


def test_similar():
    table = asks_inside("similar", "青川").stdout
    assert "县级" in table
    assert [line.split()[:3] for line in table.splitlines()[4:6]] == [
        ["德清县", "*", "0.667"],
        ["醴陵市", "*", "0.667"],
    ]
    rows = list(csv.DictReader(io.StringIO(asks_inside("similar", "四川", "--format", "csv").stdout)))
    assert [(row["otherName"], row["likeness"], row["common"]) for row in rows] == [
        ("浙江省", "0.6", "3"), ("湖南省", "0.5", "2"),
    ]  # fmt: skip
    assert json.loads(asks_inside("similar", "白龙机械", "--by", "enterprise", "--format", "json").stdout)
    said_once(asks_inside("similar", "湖南", "--level", "county"), 1, "湖南省在“县级”一级")


def test_measure():
    table = asks_inside("measure", "师带徒").stdout
    assert "2 个已做，0 个仅有计划" in table
    assert "青川县总工会、白龙机械有限公司、白龙机械有限公司工会" in table
    assert "师徒结对数 30→86对" in table
    english = asks_inside("measure", "rest-stations", "--level", "province", "--lang", "en").stdout
    assert "2 do it, 0 only plan it" in english
    rows = list(csv.DictReader(io.StringIO(asks_inside("measure", "skills-contests", "--format", "csv").stdout)))
    assert (rows[0]["regionName"], rows[0]["first"]) == ("青川县", "2021")
    assert len(json.loads(asks_inside("measure", "师带徒", "--format", "json").stdout)["done"]) == 2


@pytest.mark.parametrize(
    ("arguments", "code", "zh", "en"),
    [
        (["compare", "青川"], 2, "至少两个", "at least two"),
        (["compare", "青川", "青川县"], 2, "至少两个", "at least two"),
        (["compare", "青川", "乌有县"], 1, "没有“乌有县”", 'called "乌有县"'),
        (["similar", "县总工会", "--by", "union"], 1, "德清县总工会", "德清县总工会"),
        (["measure", "青川县"], 1, "没有“青川县”", "nothing in the graph"),
        (["measure", "工匠学院", "--confidence", "1"], 1, "没有找到", "nothing was found"),
        (["report", "--output", "README.md"], 2, "无法写入", "cannot write"),
        (["report", "--confidence", "1", "--output", "none"], 1, "没有找到", "nothing was found"),
    ],
)
def test_what_cannot_be_compared_is_one_line(arguments, code, zh, en):
    said_once(asks_inside(*arguments), code, zh)
    said_once(asks_inside(*arguments, "--lang", "en"), code, en)
    assert not Path("none").exists()


def test_report(tmp_path):
    run = asks_inside("report", "--output", tmp_path / "out", "--level", "province", "--quiet")
    assert run.returncode == 0
    assert run.stderr == ""
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(run.stdout.split()[-22:])
    assert asks_inside("report", "--output", tmp_path / "out").stderr.count("[5/5]") == 1
