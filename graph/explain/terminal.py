"""An account for the terminal.

In: an `Account`, a language, and whether colours may be used. Out: text: the sentences numbered, with their kind, whom
the section is about and who acts; below each the names (·), the facts (→) and what was refused (×), with rule and
confidence. Colours are the page's own, by type of entity.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.explain.account import Account, Line
from graph.explain.words import acting, refusal, stated, term
from graph.view.looks import LOOKS


@dataclass(frozen=True, slots=True)
class _Paint:
    on: bool

    def type(self, text: str, kind: str) -> str:
        """`text` on the colour of a type of entity."""
        look = LOOKS.get(kind)
        if not self.on or look is None:
            return text
        ground, ink = _rgb(look.colour), _rgb(look.ink)
        return f"\x1b[48;2;{ground};38;2;{ink}m{text}\x1b[0m"

    def dim(self, text: str) -> str:
        """`text` in the background."""
        return f"\x1b[2m{text}\x1b[0m" if self.on else text

    def strong(self, text: str) -> str:
        """`text` that stands out."""
        return f"\x1b[1m{text}\x1b[0m" if self.on else text


def _rgb(colour: str) -> str:
    return ";".join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))


def as_text(account: Account, language: str, colours: bool = False) -> str:
    """The account in lines of text."""
    paint = _Paint(colours)
    blocks = ["\n".join(_block(line, language, paint)) for line in account.lines]
    return "\n\n".join([paint.strong(account.document.identifier), *blocks])


def _block(line: Line, language: str, paint: _Paint) -> Iterator[str]:
    sentence = line.sentence
    yield f"{sentence.index + 1:4}  {_painted(line, paint)}"
    about = f"  ⌂ {clean(line.about)}" if line.about else ""
    yield paint.dim(f"      [{term(language, sentence.kind.value)}]{about}")
    whole = len(line.acts) == 1
    for acts in line.acts:
        place = "" if whole else f"「{clean(sentence.text[acts.start : acts.end])}」 "
        yield paint.dim(f"      ▸ {place}{clean(acting(language, acts))}")
    for name in line.names:
        said = clean(sentence.text[name.start : name.end])
        entity = f" = {clean(name.entity)}" if name.entity and name.entity != said else ""
        kind = term(language, name.type)
        yield f"      · {paint.type(said, name.type)}{entity}  {kind}  {paint.dim(f'{name.rule} {name.confidence}')}"
    for fact in line.facts:
        how = paint.dim(f"{fact.rule} {fact.confidence}")
        yield f"      → {paint.strong(term(language, fact.kind))}  {clean(stated(language, fact))}  {how}"
    for each in line.refused:
        what = term(language, each.what)
        said = f"{clean(each.text)}  {what}  {each.rule}  {clean(refusal(language, each))}"
        yield paint.dim(f"      × {said}")


def _painted(line: Line, paint: _Paint) -> str:
    """The sentence with its outer names in colour."""
    text, out, at = line.sentence.text, [], 0
    for name in sorted(line.names, key=lambda n: (n.start, -n.end)):
        if name.start >= at:
            out += [clean(text[at : name.start]), paint.type(clean(text[name.start : name.end]), name.type)]
            at = name.end
    return "".join([*out, clean(text[at:])])


def clean(text: str) -> str:
    """Text of a report that can do nothing to a terminal: no control characters, no marks that turn the line."""
    return "".join(char for char in text if char.isprintable() or char == "\u3000")
