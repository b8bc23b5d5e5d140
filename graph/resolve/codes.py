"""Division codes of a report's places, and which of several places of one name is meant.

In: mentions whose hints hold division codes. Out: codes of GB/T 2260, "" for none. Order: a code in or above the region
at hand, else the one with most company in the report.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.mentions.divisions import Divisions
from graph.model import Mention


def codes_of(mention: Mention) -> tuple[str, ...]:
    """The division codes that a mention's hint holds; for bodies those of the place they begin with."""
    kind, _, rest = mention.hint.partition(":")
    return tuple(c for c in rest.partition(">")[0].split(",") if c) if kind in ("code", "zone") else ()


@dataclass(frozen=True, slots=True)
class Codes:
    """Decides between places of one name by the other places of the report."""

    divisions: Divisions
    weight: Mapping[str, int]

    def choose(self, codes: Iterable[str], near: str = "") -> str:
        """The most likely of several codes: in or above `near`, else with most company; "" for none."""
        known = [c for c in codes if c in self.divisions.by_code]
        # 朝阳市 and a 朝阳区 in it share a short name: without a kind behind it the higher is meant
        options = [c for c in known if not any(o != c and self.divisions.under(c, o) for o in known)]
        if not options:
            return ""

        def rank(code: str) -> tuple[int, int, int, str]:
            chain = self.divisions.chain(code)
            close = near and (
                self.divisions.under(near, code) or self.divisions.under(code, chain_top(self.divisions, near))
            )
            company = sum(self.weight.get(d.code, 0) for d in chain[1:])
            return (-int(bool(close)), -company, len(chain), code)

        return min(options, key=rank)


def chain_top(divisions: Divisions, code: str) -> str:
    """The province of a division."""
    chain = divisions.chain(code)
    return chain[-1].code if chain else ""


def codes_in(mentions: Iterable[Mention], divisions: Divisions) -> Codes:
    """The weights of a report's places: each unambiguous mention counts for itself and all above it."""
    weight: Counter[str] = Counter()
    for mention in mentions:
        codes = codes_of(mention)
        tops = {chain_top(divisions, c) for c in codes}
        if len(tops) == 1:
            for code in codes[:1]:
                for division in divisions.chain(code):
                    weight[division.code] += 1
    return Codes(divisions, weight)
