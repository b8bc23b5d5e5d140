"""Saved questions: one `.rq` file each, that says in its header what it asks and what may be set.

In: `saved/*.rq` (for people) and `internal/*.rq` (for this package). Out: `Question`, and its SPARQL with parameters
bound. Each file is whole SPARQL that any engine runs as it stands. A parameter `region` is the variable ?region, set by
`VALUES ?region { … }`; binding puts a term, written and escaped by the RDF library, between those braces, so that no
text of a user's is ever read as SPARQL. `UNDEF` between them means: any.

The header:
    # id: the file's name
    # title-zh: …
    # title-en: …
    # parameter: name | type | default | in Chinese | in English
A default of `*` is any; no default at all makes the parameter one that has to be given.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graph.errors import DamagedQuestionError, UnknownParameterError, UnknownQuestionError
from graph.query.store import written
from graph.query.table import Cell

HERE = Path(__file__).resolve().parent
SAVED = HERE / "saved"
INTERNAL = HERE / "internal"
ANY = "*"
TYPES = ("article", "decimal", "fact-kind", "honour-level", "integer", "level", "measure", "region", "text", "thing")
FIELD = re.compile(r"# ([a-z-]+): ?(.*)")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What may be set in a question. `type` is one of `TYPES`; `default` is text of that type, `*` for any, or ""."""

    name: str
    type: str
    default: str
    zh: str
    en: str

    @property
    def required(self) -> bool:
        """Whether the question makes no sense without it."""
        return not self.default and self.type != "text"


@dataclass(frozen=True, slots=True)
class Question:
    """A saved question: its id, titles, parameters, and SPARQL."""

    id: str
    title_zh: str
    title_en: str
    parameters: tuple[Parameter, ...]
    sparql: str

    def title(self, language: str) -> str:
        """The title in "zh" or "en"."""
        return self.title_en if language == "en" else self.title_zh

    def bound(self, terms: Mapping[str, Cell | str]) -> str:
        """The SPARQL with `terms` for its parameters (None for any). Raises UnknownParameterError."""
        known = [parameter.name for parameter in self.parameters]
        sparql = self.sparql
        for name, term in terms.items():
            if name not in known:
                raise UnknownParameterError(question=self.id, name=name, known=", ".join(known) or "–")
            block = f"VALUES ?{name} {{ {'UNDEF' if term is None else written(term)} }}"
            sparql = _place(name).sub(lambda _, block=block: block, sparql)  # type: ignore[misc]
        return sparql


def read_question(path: Path) -> Question:
    """The question in a `.rq` file. Raises DamagedQuestionError naming the line where the header breaks the format."""
    sparql = path.read_text(encoding="utf-8")
    fields: dict[str, str] = {}
    parameters = []
    for number, line in enumerate(sparql.splitlines(), 1):
        found = FIELD.fullmatch(line)
        if found is None:
            continue
        if found[1] != "parameter":
            fields[found[1]] = found[2].strip()
            continue
        cells = [cell.strip() for cell in found[2].split("|")]
        if len(cells) != 5 or cells[1] not in TYPES or not _place(cells[0]).search(sparql):
            raise DamagedQuestionError(path=path, line=number)
        parameters.append(Parameter(*cells))
    if fields.get("id") != path.stem or not fields.get("title-zh") or not fields.get("title-en"):
        raise DamagedQuestionError(path=path, line=1)
    return Question(path.stem, fields["title-zh"], fields["title-en"], tuple(parameters), sparql)


@cache
def questions() -> tuple[Question, ...]:
    """All saved questions, sorted by id."""
    return tuple(read_question(path) for path in sorted(SAVED.glob("*.rq")))


def load(name: str) -> Question:
    """The saved question of this id or title. Raises UnknownQuestionError with names like it."""
    wanted = name.strip().casefold()
    for question in questions():
        if wanted in {question.id, question.title_zh.casefold(), question.title_en.casefold()}:
            return question
    ids = [question.id for question in questions()]
    turned = [each for each in ids if sorted(each.split("-")) == sorted(wanted.split("-"))]
    near = (
        turned
        or difflib.get_close_matches(wanted, ids, cutoff=0.4)
        or [each for each in ids if set(wanted.split("-")) & set(each.split("-"))]
    )
    raise UnknownQuestionError(name=name, near=", ".join(near or ids))


@cache
def internal(name: str) -> Question:
    """A question that this package asks for itself: the file `internal/name.rq`."""
    return read_question(INTERNAL / f"{name}.rq")


def _place(name: str) -> re.Pattern[str]:
    return re.compile(rf"VALUES \?{re.escape(name)} \{{[^{{}}]*\}}")
