"""How often words occur, by jieba's dictionary: what tells whether a line break cut a word."""

from __future__ import annotations

import logging
from functools import lru_cache

import jieba


def word_frequency(word: str) -> int:
    """How often jieba's corpus has a word; 0 for what is none."""
    return int(_tokenizer().FREQ.get(word) or 0)


@lru_cache(maxsize=1)
def _tokenizer() -> jieba.Tokenizer:
    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    tokenizer.initialize()
    return tokenizer
