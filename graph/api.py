"""The whole path in a few calls: files → reports → a validated graph on disk.

In: paths. Out: `graph.trig` and a summary. Order: files are found and read, each report is extracted by itself, names
are brought together across reports, the dataset is built, validated and written. A file that can't be read is passed
over and named in the summary; what was built before stays until the new graph is whole.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.errors import UnreadableError
from graph.facts.actors import read_actors
from graph.facts.adoptions import adoptions
from graph.facts.conferrals import conferrals
from graph.facts.events import events
from graph.facts.figures import figures
from graph.facts.issuing import with_issuers
from graph.facts.measures import MeasurePatterns, compile_measures
from graph.facts.pilots import pilots
from graph.facts.posts import posts
from graph.facts.reading import Reading
from graph.mentions.recognise import Recogniser, load_recogniser
from graph.model import Document, Fact, Mention, Report
from graph.rdf.quads import build_dataset
from graph.rdf.validate import Conformance, validate
from graph.rdf.write import write, write_texts
from graph.read import find_reports, read_document
from graph.resolve.across import merge_reports
from graph.resolve.entities import Resolved, resolve
from graph.vocabulary import load_measures

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Extractor:
    """Everything that extraction needs, loaded once."""

    recogniser: Recogniser
    measures: MeasurePatterns


@dataclass(frozen=True, slots=True)
class BuildSummary:
    """What a build did: the graph's file, how many reports it holds, the files passed over, how it conforms."""

    path: Path
    reports: int
    skipped: tuple[UnreadableError, ...]
    conformance: Conformance


def load_extractor() -> Extractor:
    """The word lists, the table of divisions and the measures of the package."""
    return Extractor(load_recogniser(), compile_measures(load_measures()))


@dataclass(frozen=True, slots=True)
class Steps:
    """What each step of the reading of one report made: `changai explain` shows it."""

    mentions: tuple[Mention, ...]
    resolved: Resolved
    reading: Reading
    facts: tuple[Fact, ...]


def read_report(document: Document, extractor: Extractor | None = None) -> Report:
    """What one document says, taken by itself."""
    made = read_steps(document, extractor or load_extractor())
    return Report(document, tuple(made.reading.entities.values()), made.facts)


def read_steps(document: Document, extractor: Extractor) -> Steps:
    """The names of a document, what they name, who acts, and the facts."""
    recogniser = extractor.recogniser
    mentions = recogniser.mentions(document)
    resolved = resolve(document, mentions, recogniser.divisions, recogniser.lexicon.departments)
    reading = with_issuers(read_actors(document, resolved, mentions, recogniser.words))
    return Steps(mentions, resolved, reading, facts_of(reading, extractor))


def facts_of(reading: Reading, extractor: Extractor) -> tuple[Fact, ...]:
    """The facts of all kinds that a reading tells."""
    found: list[Fact] = []
    found += adoptions(reading, extractor.measures)
    found += figures(reading)
    found += conferrals(reading)
    found += pilots(reading)
    found += posts(reading, extractor.recogniser.lexicon)
    found += events(reading)
    return tuple(found)


def read(paths: Iterable[Path | str]) -> tuple[Document, ...]:
    """The documents below `paths`. Raises UnreadableError for the first that can't be read."""
    return tuple(read_document(path) for path in find_reports(Path(p) for p in paths))


def build(
    paths: Iterable[Path | str], output: Path | str = "output", *, progress: Progress | None = None
) -> BuildSummary:
    """Builds `output`/graph.trig from files and folders.

    `progress` is told how many files are done, how many there are, and the file at work. Raises UnreadableError where a
    path is missing or no file at all can be read, OSError where `output` can't be written.
    """
    files = find_reports(Path(p) for p in paths)
    identifiers = _identifiers(files)
    documents: list[Document] = []
    skipped: list[UnreadableError] = []
    for path in files:
        try:
            documents.append(read_document(path, identifiers[path]))
        except UnreadableError as error:
            skipped.append(error)
    if not documents:
        raise skipped[0]
    extractor = load_extractor()
    reports = []
    for done, document in enumerate(documents):
        if progress:
            progress(done, len(documents), document.identifier)
        reports.append(read_report(document, extractor))
    if progress:
        progress(len(documents), len(documents), "")
    return _finish(merge_reports(reports), Path(output), tuple(skipped))


def _identifiers(files: tuple[Path, ...]) -> dict[Path, str]:
    """Each file's name; where several folders hold files of one name, the folders below the common one too."""
    names = Counter(path.name for path in files)
    common = Path(os.path.commonpath([path.resolve().parent for path in files]))
    return {
        path: path.name if names[path.name] == 1 else path.resolve().relative_to(common).as_posix() for path in files
    }


def _finish(reports: Sequence[Report], output: Path, skipped: tuple[UnreadableError, ...]) -> BuildSummary:
    dataset = build_dataset(reports)
    conformance = validate(dataset)
    path = write(dataset, output)
    write_texts(reports, output)
    return BuildSummary(path, len(reports), skipped, conformance)
