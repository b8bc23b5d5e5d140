"""What the READMEs show exists and works, and both show the same."""

from __future__ import annotations

import os
import re
import shutil
import sys

import pytest

from tests.commands import ROOT, run
from tests.readme import READMES, blocks, commands, play, refreshed, stage

TEXTS = {language: path.read_text(encoding="utf-8") for language, path in READMES.items()}
COMMANDS = commands(TEXTS["en"])


@pytest.fixture(scope="module")
def folder(tmp_path_factory, examples_output):
    place = stage(tmp_path_factory.mktemp("reader"))
    shutil.copytree(examples_output, place / "output")
    return place


def test_both_show_the_same():
    assert commands(TEXTS["zh"]) == COMMANDS
    assert blocks(TEXTS["zh"], "python") == blocks(TEXTS["en"], "python")
    headings = {language: len(re.findall(r"^## ", text, re.MULTILINE)) for language, text in TEXTS.items()}
    assert headings["zh"] == headings["en"]


def test_they_open_with_the_two_scripts():
    assert [command.split()[0] for command in COMMANDS[:2]] == ["scripts/demo", "scripts/test"]


@pytest.mark.parametrize("command", [command for command in COMMANDS if command.startswith("scripts/")])
def test_script_is_there(command):
    script = ROOT / command.split()[0]
    assert os.access(script, os.X_OK)
    assert script.name in run("bash", script, "--help")


@pytest.mark.parametrize("command", [command for command in COMMANDS if not command.startswith("scripts/")])
def test_command_works(command, folder):
    assert play(command, folder)


def test_every_subcommand_is_shown():
    shown = {command.split()[1] for command in COMMANDS if command.startswith("changai ")}
    assert {"build", "validate", "query", "shared", "show", "view", "info", "evaluate", "explain"} <= shown


@pytest.mark.parametrize("program", blocks(TEXTS["en"], "python"))
def test_program_works(program, folder):
    assert run(sys.executable, "-c", program, cwd=folder)


@pytest.mark.parametrize("language", READMES)
def test_links_lead_somewhere(language):
    links = re.findall(r"\]\((?!https?:)([^)#]+)", TEXTS[language])
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_outputs_are_cut_to_their_lines(folder):
    text = "```console lines=1\n$ changai query --list\nold\n```"
    first, command, shown, dots, last = refreshed(text, folder, "en").splitlines()
    assert (first, command, dots, last) == ("```console lines=1", "$ changai query --list", "…", "```")
    assert shown != "old"
