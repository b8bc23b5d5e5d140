"""Short forms of the firms and houses that a report names in full, looked for in its own sentences.

In: a report and what a first pass found in it. Out: each short form with a mention of the full name. Order: what the
report introduces in brackets; what a full name lets one expect, where its first characters are no ordinary word; a
title's shorter name; then those that stand for one name only.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.mentions.abbreviations import (
    bare_name,
    clipped,
    condensed,
    core_of,
    headed,
    introduced,
    short_forms,
    shortened,
    unambiguous,
)
from graph.mentions.divisions import Divisions
from graph.mentions.lexicon import Lexicon
from graph.mentions.words import Words
from graph.model import Document, EntityType, Mention

HAVE_SHORT_FORMS = (EntityType.ENTERPRISE, EntityType.INSTITUTION)


@dataclass(frozen=True, slots=True)
class ShortNames:
    """The word lists by which short forms are told from words."""

    lexicon: Lexicon
    divisions: Divisions
    words: Words

    def of(self, document: Document, found: list[list[Mention]]) -> dict[str, Mention]:
        """Short form → a mention of the full name, for the firms and houses that the report names in full."""
        forms: dict[str, set[str]] = {}
        said: dict[str, set[str]] = {}
        full: dict[str, Mention] = {}
        texts = [s.text for s in document.sentences]
        for sentence, mentions in zip(document.sentences, found, strict=True):
            bodies = [m for m in mentions if m.type in HAVE_SHORT_FORMS and not _leans(m)]
            full |= {m.surface: m for m in reversed(bodies)}
            for short, name in introduced(sentence.text, [(m.start, m.end) for m in bodies]).items():
                said.setdefault(short, set()).add(name)
        names = sorted(full)
        for name in names:
            place = self._place_of(full[name])
            core = core_of(name, place)
            expected = set(headed(name, core)) if self._coined(core[:2]) else set()
            if full[name].type is EntityType.ENTERPRISE:
                if core[:2] not in self.divisions.by_short:
                    behind = [t.word for t in self.words.cut(core[2:])]
                    known = core[:2] in self.words.tags or not self._coined(core[:2])
                    expected |= condensed(core, behind, known, texts, names)
                expected |= set(short_forms(name, place, self.lexicon.industries))
                outer = self._place_of(full[name], inner=False)
                if outer != place:  # 某省|赤水某某酒业有限公司 may be 赤水某某酒业 too
                    expected |= {f for f in short_forms(name, outer, self.lexicon.industries) if len(f) >= 4}
                for head in (core, core[2:] if self.words.tags.get(core[:2]) == "ns" else ""):  # 天山|云起石化
                    expected |= clipped(head, [t.end for t in self.words.cut(head)], texts, names)
            for short in expected:
                tag = self.words.tags.get(short, "nz")
                if tag.startswith(("nt", "nz", "nr", "j")) and short not in self.divisions.by_short:
                    forms.setdefault(short, set()).add(name)
        cores = {n: core_of(n, self._place_of(full[n])) for n in names if full[n].type is EntityType.ENTERPRISE}
        for name, core in cores.items():
            if name.endswith("集团"):  # a title's 江川县云起管业集团 is 云起特种管业集团有限公司
                for longer in (n for n, c in cores.items() if shortened(core, c)):
                    forms.setdefault(name, set()).add(longer)
        longest: dict[str, set[str]] = {}
        for short, fulls in forms.items():  # 某某有限公司 and 某某公司 are one: the longer name stands for both
            ranked = sorted(fulls, key=lambda n: (-len(n), n))
            same = all(n[:2] == ranked[0][:2] or bare_name(n) in ranked[0] for n in ranked)
            # 云起集团 and 云起 are the group, not a 云起…公司 of it
            groups = [n for n in ranked if "集团" in n and (short.endswith("集团") or len(short) == 2)]
            longest[short] = {ranked[0]} if same else set(groups) if len(groups) == 1 else fulls
        longest |= {
            short: {max(fulls, key=lambda n: (len(n), n))} for short, fulls in said.items()
        }  # the report says so
        return {short: full[name] for short, name in unambiguous(longest).items() if short != name}

    def _coined(self, head: str) -> bool:
        """Whether the first characters of a name are no ordinary word, and can stand for the whole."""
        tag = self.words.tags.get(head, "nz")
        return tag.startswith(("nt", "nz", "nr", "ns")) and head not in self.lexicon.generic

    def _place_of(self, mention: Mention, inner: bool = True) -> str:
        """The chain of places that a name begins with: 云州青川 of 云州青川某某公司; without `inner` the first."""
        for code in mention.hint.partition(":")[2].split(","):
            rest = mention.surface
            for division in reversed(self.divisions.chain(code) if code in self.divisions.by_code else ()):
                head = next((n for n in (division.name, division.short) if rest.startswith(n)), "")
                rest = rest[len(head) :]
            if rest != mention.surface:
                head = mention.surface[: len(mention.surface) - len(rest)]
                return head + self._inner_place(rest, code) if inner else head
        return ""

    def _inner_place(self, rest: str, code: str) -> str:
        """The name of a place in `code` that `rest` begins with, where a name is left behind it; else ""."""
        for length in range(min(5, len(rest) - 4), 1, -1):
            head = rest[:length]
            inner = self.divisions.by_name.get(head) or self.divisions.by_short.get(head, ())
            if any(self.divisions.under(d.code, code) for d in inner):
                return head
        return ""


def _leans(mention: Mention) -> bool:
    """Whether a name counts in one sentence only: 自来水公司 of whatever place."""
    return mention.hint.startswith("here")
