"""Files → Document.

`read_document` takes one file; `find_reports` lists the files below the paths that a user names.
"""

from __future__ import annotations

from pathlib import Path

from graph.model import Document
from graph.read.formats import find_reports, text_of
from graph.read.layout import blocks_of
from graph.read.sentences import sentences_of

__all__ = ["document_from_text", "find_reports", "read_document"]


def document_from_text(text: str, identifier: str, *, extracted: bool = False) -> Document:
    """A document from a text that is already in memory; offsets count its code points."""
    sentences, sections = sentences_of(text, blocks_of(text))
    return Document(identifier, text, sentences, sections, extracted)


def read_document(path: Path, identifier: str = "") -> Document:
    """A report's file as a document. Raises UnreadableError naming the file and what is wrong with it.

    `identifier` is the file's name unless files of one name in several folders have to be told apart.
    """
    text, extracted = text_of(path)
    return document_from_text(text, identifier or path.name, extracted=extracted)
