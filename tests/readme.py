"""The commands that the two READMEs show; `.venv/bin/python -m tests.readme` brings outputs and picture up to date.

In: a README's fenced blocks. `sh` holds commands, one a line; `console` one command behind `$ ` and what it prints, cut
to `lines=N`; `python` a program. Out: the commands, or the README with fresh outputs.
"""

from __future__ import annotations

import base64
import re
import shlex
import shutil
import tempfile
from pathlib import Path

from tests.commands import CHANGAI, EXAMPLES, ROOT, run
from tests.view.browser import browser

READMES = {"en": ROOT / "README.md", "zh": ROOT / "README.zh.md"}
BLOCK = re.compile(r"^```(?P<kind>\w+)(?P<options>[^\n]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(text: str, kind: str) -> list[str]:
    """The bodies of the fenced blocks of this kind."""
    return [found["body"] for found in BLOCK.finditer(text) if found["kind"] == kind]


def commands(text: str) -> list[str]:
    """Every command shown, in order, without the remarks behind them."""
    lines = [line for body in blocks(text, "sh") for line in body.splitlines()]
    lines += [line[2:] for body in blocks(text, "console") for line in body.splitlines() if line.startswith("$ ")]
    return [re.sub(r"\s{2,}#.*", "", line) for line in lines]


def play(command: str, folder: Path, language: str = "en") -> str:
    """What a `changai …` command prints in `folder`, with messages in `language`."""
    program, *arguments = shlex.split(command)
    assert program == "changai"
    return run(CHANGAI, "--lang", language, *arguments, cwd=folder)


def refreshed(text: str, folder: Path, language: str) -> str:
    """The README's text with every `console` block as the command prints it now."""

    def fresh(found: re.Match[str]) -> str:
        if found["kind"] != "console":
            return found[0]
        command = found["body"].splitlines()[0]
        printed = play(command[2:], folder, language).strip("\n").splitlines()
        most = int(found["options"].strip().removeprefix("lines="))
        shown = [line.rstrip() for line in printed[:most]] + ["…"] * (len(printed) > most)
        return "\n".join([f"```console{found['options']}", command, *shown, "```"])

    return BLOCK.sub(fresh, text)


def stage(folder: Path) -> Path:
    """`folder` with the examples in it, as a reader of the README stands in the checkout."""
    shutil.copytree(EXAMPLES, folder / "examples")
    return folder


def take_picture(page: Path, to: Path, profile: Path) -> None:
    """The page as a reader sees it after choosing a region in it."""
    with browser(profile) as seen:
        seen.open(page)
        seen.find("淮安市")
        seen.driver.execute_async_script("setTimeout(arguments[0], 500)")
        # WebP is a fifth of the PNG; each new picture stays in the repository's history
        taken = seen.driver.execute_cdp_cmd("Page.captureScreenshot", {"format": "webp", "quality": 80})
        to.write_bytes(base64.b64decode(taken["data"]))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        place = stage(Path(name))
        play("changai build examples --output output", place)
        play("changai view", place, "zh")
        take_picture(place / "output" / "graph.html", EXAMPLES / "picture.webp", place / "profile")
        for language, path in READMES.items():
            path.write_text(refreshed(path.read_text(encoding="utf-8"), place, language), encoding="utf-8")
