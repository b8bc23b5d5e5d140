"""What the program says, in Chinese and English: one line a message in `messages.tsv`.

In: a language, a key, and the values for the braces. Out: the message. First the catalogue is read (sorted TSV with a
header; a bad line is an error that names it), then the language chosen, then the braces filled: a value that is missing
stays visible as its name, because a message about an error must never be an error itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

FILE = Path(__file__).resolve().parent / "messages.tsv"
LANGUAGES = ("zh", "en")


class _Values(dict[str, object]):
    def __missing__(self, name: str) -> str:
        return "{" + name + "}"


def read_catalogue(path: Path) -> dict[str, tuple[str, str]]:
    """The messages of a TSV file: key → (zh, en). Raises ValueError naming file and line where a line is bad."""
    found: dict[str, tuple[str, str]] = {}
    last = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        cells = line.split("\t")
        if number == 1:
            if cells != ["key", "zh", "en"]:
                raise ValueError(f"{path}:1: the header is to be key, zh, en")
            continue
        if len(cells) != 3 or not all(cells):
            raise ValueError(f"{path}:{number}: a line has three cells, none empty")
        if cells[0] <= last:
            raise ValueError(f"{path}:{number}: {cells[0]} is not in order")
        last = cells[0]
        found[last] = (cells[1], cells[2])
    return found


@cache
def catalogue() -> Mapping[str, tuple[str, str]]:
    """The program's own messages: key → (zh, en)."""
    return read_catalogue(FILE)


def say(language: str, key: str, /, **values: object) -> str:
    """The message `key` in `language` ("zh" or "en"), its braces filled. Raises KeyError for an unknown key."""
    return catalogue()[key][LANGUAGES.index(language)].format_map(_Values(values))


def language_of(environment: Mapping[str, str]) -> str:
    """The language that a locale asks for: English where it names another language than Chinese, else Chinese.

    LC_ALL goes before LC_MESSAGES before LANG, as POSIX has it; unset, C and POSIX name no language.
    """
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(name, "")
        if value:
            return "zh" if value.split(".")[0] in {"C", "POSIX"} or value.lower().startswith("zh") else "en"
    return "zh"
