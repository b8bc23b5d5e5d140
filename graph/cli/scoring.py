"""The command `evaluate`: what is extracted, held against annotations by hand.

In: parsed options and a voice. Out: an exit code; tables or JSON on stdout. Order: the annotations are read and
checked, their reports found and read, the reports brought together as a build does it, and the two compared.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from graph.cli.layout import grid, one_line, written_json
from graph.cli.voice import Voice
from graph.errors import AnnotatedReportNotFoundError
from graph.evaluate.annotations import CATEGORIES, Annotation, Item, read_annotations
from graph.evaluate.findings import Finding
from graph.evaluate.quotes import locator
from graph.evaluate.scores import Evaluation, ReportResult, Score, Trust, by_band, by_rule, evaluate
from graph.model import Report
from graph.read import find_reports, read_document
from graph.read.formats import TEXT_SUFFIXES, text_of
from graph.vocabulary import load_measures

_RIGHT = frozenset(range(1, 8))


def evaluate_command(options: argparse.Namespace, voice: Voice) -> int:
    """Compare reports with their annotations and print how well they agree."""
    measures = [measure.id for measure in load_measures()]
    annotations = read_annotations(options.gold, measures, options.only)
    files = report_files(annotations, options.gold, options.reports)
    reports = extracted(files, voice)
    texts = {name: text_of(path)[0] for name, path in files.items() if path.suffix.lower() in TEXT_SUFFIXES}
    evaluation = evaluate(annotations, reports, texts)
    if options.format == "json":
        voice.tell(written_json(as_data(evaluation, options)))
        return 0
    parts = []
    if options.errors:
        parts += [text for report in evaluation.reports if (text := errors_text(report, options.errors, voice))]
    if options.by_report:
        parts.append(reports_text(evaluation, voice))
    if options.confidence:
        parts += confidence_texts(evaluation, voice)
    voice.tell("\n\n".join([*parts, table_text(evaluation, voice)]))
    return 0


def report_files(annotations: Iterable[Annotation], gold: Path, reports: Sequence[Path]) -> dict[str, Path]:
    """The file of each annotated report, by its name, among `reports` or where they are by default.

    Raises AnnotatedReportNotFoundError for one that is not there, UnreadableError for a path that is missing.
    """
    folder = gold if gold.is_dir() else gold.parent
    above = folder.resolve().parent
    places = list(reports) or [path for path in (folder, above, above / "corpus") if path.is_dir()]
    found: dict[str, Path] = {}
    if reports:
        for path in find_reports(places):
            found.setdefault(path.name, path)
    files = {}
    for annotation in annotations:
        name = annotation.document
        beside = [place / name for place in places if (place / name).is_file()]
        if not beside and name not in found:
            where = ", ".join(map(str, places))
            raise AnnotatedReportNotFoundError(path=annotation.path, document=name, where=where)
        files[name] = beside[0] if beside else found[name]
    return files


def extracted(files: dict[str, Path], voice: Voice) -> tuple[Report, ...]:
    """What each file says, with names brought together across them as a build does it. Raises UnreadableError."""
    from graph.api import load_extractor, read_report
    from graph.resolve.across import merge_reports

    documents = [read_document(path, name) for name, path in files.items()]
    extractor = load_extractor()
    reports = []
    for done, document in enumerate(documents):
        voice.progress(done, len(documents), document.identifier)
        reports.append(read_report(document, extractor))
    voice.done()
    return merge_reports(reports)


def table_text(evaluation: Evaluation, voice: Voice) -> str:
    """The table of all categories, the mean, and how the evidence stands."""
    head = [voice.say("cli.category"), voice.say("cli.precision"), voice.say("cli.recall"), "F1"]
    head += [voice.say("cli.hit"), voice.say("cli.optional"), voice.say("cli.missed"), voice.say("cli.wrong")]
    rows = []
    for name, score in evaluation.scores().items():
        shares = [f"{share:.3f}" for share in (score.precision, score.recall, score.f1)]
        counts = [str(count) for count in (score.hit, score.optional, score.missed, score.wrong)]
        rows.append([voice.term(name), *shares, *counts])
    mean = voice.say("cli.mean", count=len(CATEGORIES), mean=f"{evaluation.mean():.3f}")
    known, bare = evaluation.spans, evaluation.unsupported
    evidence = voice.say("cli.evidence", right=evaluation.quoting, known=known, bare=bare)
    return "\n".join([grid(head, rows, 0, _RIGHT), "", mean, evidence])


def reports_text(evaluation: Evaluation, voice: Voice) -> str:
    """F1 of each report by category; · where there was nothing to find and nothing was found."""
    rows = []
    for report in evaluation.reports:
        scores = report.scores()
        cells = [f"{s.f1:.2f}" if s != Score() else "·" for s in (scores[name] for name in CATEGORIES)]
        rows.append([report.annotation.document, *cells])
    head = [voice.term("article"), *(voice.term(name) for name in CATEGORIES)]
    return grid(head, rows, 0, frozenset(range(1, len(head))))


def confidence_texts(evaluation: Evaluation, voice: Voice) -> list[str]:
    """Precision by band of confidence, for facts and for entities, and by rule."""
    facts, entities = by_band(evaluation), by_band(evaluation, ["entities"])
    rules = by_rule(evaluation)
    return [
        f"{voice.say('cli.bands-facts')}\n\n{trust_text(facts, voice.say('cli.band'), voice)}",
        f"{voice.say('cli.bands-entities')}\n\n{trust_text(entities, voice.say('cli.band'), voice)}",
        trust_text(rules, voice.say("cli.rule"), voice),
    ]


def trust_text(rows: Iterable[Trust], name: str, voice: Voice) -> str:
    """A table of what was found, what of it is right, and the share."""
    cells = [
        [row.name, str(row.found), str(row.right), f"{row.precision:.3f}", "{:.2f}–{:.2f}".format(*row.interval)]
        for row in rows
    ]
    head = [name, voice.say("cli.found"), voice.say("cli.right"), voice.say("cli.precision"), "95%"]
    return grid(head, cells, 0, frozenset({1, 2, 3, 4}))


def errors_text(report: ReportResult, category: str, voice: Voice) -> str:
    """What one report's reading missed and got wrong, under the sentences; "" where nothing."""
    sentences = report.findings.document.sentences
    lines: dict[int, list[str]] = defaultdict(list)
    for place, line in _errors(report, category, voice):
        lines[-1 if place is None else place].append(line)
    if not lines:
        return ""
    out = [f"══ {report.annotation.document}"]
    for place in sorted(lines):
        said = sentences[place].text if place >= 0 else voice.say("cli.unplaced")
        out += ["", f"{place + 1:4}  {one_line(said)}" if place >= 0 else said, *lines[place]]
    return "\n".join(out)


def _errors(report: ReportResult, category: str, voice: Voice) -> Iterator[tuple[int | None, str]]:
    """Each error with the sentence that it belongs to."""
    where = locator(report.findings.document)
    for name in CATEGORIES:
        if category not in ("all", name):
            continue
        outcome = report.outcomes[name]
        for item in outcome.missed:
            yield where.sentence(item.text("quote")), f"      − {voice.term(name)}  {item_text(item)}  [{item.place}]"
        for found in outcome.wrong:
            how = f"  [{', '.join(found.rules)} {found.confidence}]" if found.rules else ""
            said = finding_text(found, report.findings.labels, voice)
            yield where.sentence_of(found.evidence), f"      ＋ {voice.term(name)}  {said}{how}"


def item_text(item: Item) -> str:
    """An annotated item in a line."""
    left_out = ("quote", "optional", "keywords")
    shown = {k: v for k, v in item.fields.items() if v not in (None, "", []) and k not in left_out}
    return "; ".join(f"{k} {'、'.join(v) if isinstance(v, list) else v}" for k, v in shown.items())


def finding_text(found: Finding, labels: Any, voice: Voice) -> str:
    """A finding in a line: entities by their names, without their keys."""
    shown = {k: labels.get(v, v) if isinstance(v, str) else v for k, v in found.fields.items()}
    return "; ".join(f"{k} {voice.term(v) if k == 'type' else plain_value(v)}" for k, v in shown.items() if v != "")


def plain_value(value: object) -> str:
    """A value of a fact as people write it: 18000, not 1.8E+4."""
    if isinstance(value, Decimal):
        return format(value.normalize() if value else Decimal(0), "f")
    return one_line(str(value))


def as_data(evaluation: Evaluation, options: argparse.Namespace) -> dict[str, Any]:
    """The evaluation for programs: figures always, the rest as asked for."""
    found: dict[str, Any] = {
        "mean_f1": evaluation.mean(),
        "scores": {name: _shares(score) for name, score in evaluation.scores().items()},
        "counts": {name: _counts(score) for name, score in evaluation.scores().items()},
        "evidence": [evaluation.quoting, evaluation.spans],
        "facts_without_evidence": evaluation.unsupported,
    }
    if options.by_report:
        found["reports"] = {
            report.annotation.document: {name: _shares(score) for name, score in report.scores().items()}
            for report in evaluation.reports
        }
    if options.confidence:
        found["confidence"] = {
            "facts": [_trust(row) for row in by_band(evaluation)],
            "entities": [_trust(row) for row in by_band(evaluation, ["entities"])],
            "rules": [_trust(row) for row in by_rule(evaluation)],
        }
    if options.errors:
        found["errors"] = [row for report in evaluation.reports for row in _error_rows(report, options.errors)]
    return found


def _shares(score: Score) -> dict[str, float]:
    return {"precision": score.precision, "recall": score.recall, "f1": score.f1}


def _counts(score: Score) -> list[int]:
    return [score.hit, score.optional, score.missed, score.wrong]


def _trust(row: Trust) -> dict[str, Any]:
    return {
        "name": row.name,
        "found": row.found,
        "right": row.right,
        "precision": row.precision,
        "interval": row.interval,
    }


def _error_rows(report: ReportResult, category: str) -> Iterator[dict[str, Any]]:
    document = report.annotation.document
    where = locator(report.findings.document)
    sentences = report.findings.document.sentences
    for name in CATEGORIES:
        if category not in ("all", name):
            continue
        for item in report.outcomes[name].missed:
            at = where.sentence(item.text("quote"))
            said = None if at is None else sentences[at].text
            yield {"document": document, "category": name, "error": "missed", "item": item.fields, "sentence": said}
        for found in report.outcomes[name].wrong:
            at = where.sentence_of(found.evidence)
            said = None if at is None else sentences[at].text
            how = {"rules": found.rules, "confidence": found.confidence}
            row = {"document": document, "category": name, "error": "wrong", "item": dict(found.fields), **how}
            yield {**row, "sentence": said}
