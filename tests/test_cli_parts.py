"""The command line's parts, in the process: widths, formats, progress, and what happens to faults."""

from __future__ import annotations

import io
import json
from decimal import Decimal

import pytest

from graph.cli import main
from graph.cli.asking import free_term, parameters
from graph.cli.layout import as_csv, as_json, clipped, grid, numeric, one_line, shown, width
from graph.cli.run import asked_language
from graph.cli.voice import Voice
from graph.errors import BadParameterError
from graph.query.table import Iri, Table, Text


@pytest.mark.parametrize(
    ("text", "columns"), [("abc", 3), ("工匠", 4), ("五一a", 5), ("“一”", 4), ("", 0), ("e\u0301", 1)]
)
def test_width(text, columns):
    assert width(text) == columns


@pytest.mark.parametrize(
    ("text", "columns", "cut"),
    [("工匠学院", 8, "工匠学院"), ("工匠学院", 7, "工匠学…"), ("abc", 2, "a…"), ("工匠", 2, "…")],
)
def test_clipped(text, columns, cut):
    assert clipped(text, columns) == cut
    assert width(clipped(text, columns)) <= columns


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("建设\n产业", "建设产业"),
        ("建设 \r\n  产业", "建设产业"),
        ("two\nwords", "two words"),
        ("A\t组", "A 组"),
        ("红\x1b[31m字", "红[31m字"),
        ("零\u200b宽\u202e", "零宽"),
        ("两\u2028行", "两行"),
    ],
)
def test_one_line(text, line):
    assert one_line(text) == line


def test_grid_aligns_by_width():
    text = grid(["举措", "n"], [["工匠学院", "12"], ["a", "3"]], 0, frozenset({1}))
    assert text.splitlines() == ["举措       n", "────────  ──", "工匠学院  12", "a          3"]
    assert {width(line) for line in text.splitlines()} == {12}


def test_a_wide_grid_goes_on_below():
    text = grid(["m", "aaaa", "bbbb", "cccc"], [["x", "1", "2", "3"]], 12)
    assert [block.splitlines()[0].split() for block in text.split("\n\n")] == [
        ["m", "aaaa"],
        ["m", "bbbb"],
        ["m", "cccc"],
    ] or [block.splitlines()[0].split() for block in text.split("\n\n")] == [["m", "aaaa", "bbbb"], ["m", "cccc"]]
    assert all(width(line) <= 13 for line in text.splitlines())


CELLS = Table(
    ("iri", "text", "number", "ratio", "truth", "none", "float", "blank"),
    (
        (
            Iri("https://w3id.org/changai/ontology#Plan"), Text('a,"b"\n丙', "zh"), 3, Decimal("0.50"), True, None, 1.5,
            Iri("_:b1"),
        ),
    ),
)  # fmt: skip


def test_csv():
    assert as_csv(CELLS).split("\r\n", 1)[1] == (
        'https://w3id.org/changai/ontology#Plan,"a,""b""\n丙",3,0.50,true,,1.5,_:b1\r\n'
    )


def test_json():
    found = json.loads(as_json(CELLS))
    row = found["results"]["bindings"][0]
    assert found["head"]["vars"] == list(CELLS.columns)
    assert row["iri"] == {"type": "uri", "value": "https://w3id.org/changai/ontology#Plan"}
    assert row["text"] == {"type": "literal", "value": 'a,"b"\n丙', "xml:lang": "zh"}
    assert row["ratio"]["datatype"].endswith("#decimal")
    assert row["truth"] == {"type": "literal", "value": "true", "datatype": row["truth"]["datatype"]}
    assert row["blank"] == {"type": "bnode", "value": "b1"}
    assert "none" not in row


def test_shown_and_numeric():
    assert [shown(cell) for cell in CELLS.rows[0]] == ["cg:Plan", 'a,"b" 丙', "3", "0.5", "true", "", "1.5", "_:b1"]
    assert shown(Decimal("1E+8")) == "100000000"
    assert shown(Decimal("0.0")) == "0"
    assert shown(Iri("https://w3id.org/changai/entity/%E4%BC%81")) == "entity/企"
    assert numeric(CELLS) == {2, 3, 6}


def test_parameters():
    assert parameters(["a=1", "b=x=y", "c="]) == {"a": "1", "b": "x=y", "c": ""}
    for bad in ("a", "=1", "a b=1"):
        with pytest.raises(BadParameterError):
            parameters([bad])


def test_free_terms():
    assert free_term("m", "measure:mentoring") == Iri("https://w3id.org/changai/measure/mentoring")
    assert isinstance(free_term("m", "<https://example.org/x>"), Iri)
    assert isinstance(free_term("m", "https://example.org/x"), Text)
    assert isinstance(free_term("m", "人"), Text)
    for bad in ("<a b:c>", "<x>", "<a:b> } #>"):
        with pytest.raises(BadParameterError):
            free_term("m", bad)


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        ([], "en"), (["--lang", "zh", "info"], "zh"), (["info", "--lang=zh"], "zh"), (["info", "--lang"], "en"),
        (["--lang", "fr"], "en"),
    ],
)  # fmt: skip
def test_lang_goes_before_the_locale(arguments, language):
    assert asked_language(arguments, {"LANG": "en_US.UTF-8"}) == language


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_drawn_anew_on_a_terminal(monkeypatch):
    stream = Terminal()
    monkeypatch.setattr("sys.stderr", stream)
    voice = Voice("zh")
    voice.progress(1, 2, "长长的名字.txt")
    voice.progress(2, 2, "b.txt")
    voice.note("完")
    assert stream.getvalue() == "\r[1/2] 长长的名字.txt\r[2/2] b.txt" + " " * 9 + "\n完\n"


def test_progress_is_a_line_elsewhere_and_nothing_when_quiet(capsys):
    Voice("en").progress(1, 2, "a.txt")
    Voice("en", quiet=True).progress(2, 2, "b.txt")
    assert capsys.readouterr().err == "[1/2] a.txt\n"


def raising(error: BaseException):
    def build(*_: object, **__: object) -> None:
        raise error

    return build


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (KeyboardInterrupt(), 130, "interrupted"),
        (RuntimeError("two\nlines"), 3, "RuntimeError: two lines (test_cli_parts.py:"),
        (RecursionError("deep"), 3, "RecursionError"),
        (
            PermissionError(13, "Permission denied", "out/graph.trig"),
            2,
            "cannot write out/graph.trig: Permission denied",
        ),
        (OSError(28, "No space left on device"), 2, "No space left"),
    ],
)
def test_faults_of_a_build(monkeypatch, capsys, tmp_path, error, code, words):
    monkeypatch.setattr("graph.api.build", raising(error))
    assert main(["build", "x", "--output", str(tmp_path), "--lang", "en"]) == code
    said = capsys.readouterr().err
    assert words in said
    assert len(said.splitlines()) == 1


def test_validate_says_what_does_not_conform(tmp_path, capsys):
    path = tmp_path / "graph.trig"
    path.write_text(
        "@prefix cg: <https://w3id.org/changai/ontology#> ."
        "<https://w3id.org/changai/graph/entities> { <https://w3id.org/changai/entity/x> a cg:Enterprise . }",
        encoding="utf-8",
    )
    assert main(["validate", "--graph", str(path), "--lang", "en"]) == 1
    assert "Enterprise" in capsys.readouterr().out
