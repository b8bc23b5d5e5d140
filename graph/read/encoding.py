"""Bytes → text. In: a file's bytes. Out: its text, without a byte-order mark, newlines as they stand.

Order: a byte-order mark decides; then strict UTF-8; then GB18030 (the encoding of older Chinese newspaper pages).
"""

from __future__ import annotations

import codecs
from pathlib import Path

from graph.errors import UnreadableError

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_ALLOWED_CONTROLS = {9, 10, 12, 13, 26}
_MOST_RARE = 0.02  # of the characters may be private or unassigned before GB18030 counts as a wrong guess


def decode(raw: bytes, path: Path) -> str:
    """The text of a file's bytes.

    Raises UnreadableError (reason `empty`, `binary` or `undecodable`) naming the file and, for bytes in no known
    encoding, the first wrong one.
    """
    if not raw.strip():
        raise UnreadableError(path, "empty")
    for mark, name in _MARKS:
        if raw.startswith(mark):
            try:
                return _checked(raw[len(mark) :].decode(name), path)
            except UnicodeDecodeError as error:
                raise UnreadableError(path, "undecodable", at=error.start + len(mark)) from error
    controls = sum(raw.count(bytes([b])) for b in range(32) if b not in _ALLOWED_CONTROLS)
    if b"\0" in raw or controls > len(raw) * 0.01:
        raise UnreadableError(path, "binary")
    try:
        return _checked(raw.decode("utf-8"), path)
    except UnicodeDecodeError as error:
        wrong = error.start
    try:
        text = raw.decode("gb18030")
    except UnicodeDecodeError as error:
        raise UnreadableError(path, "undecodable", at=max(wrong, error.start)) from error
    rare = sum("\ue000" <= c <= "\uf8ff" or c > "\U0002ffff" for c in text)
    if rare > len(text) * _MOST_RARE:
        raise UnreadableError(path, "undecodable", at=wrong)
    return _checked(text, path)


def _checked(text: str, path: Path) -> str:
    if not text.strip():
        raise UnreadableError(path, "empty")
    return text
