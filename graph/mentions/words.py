"""Word boundaries and parts of speech from jieba, in a tokenizer of our own (the global dictionary stays as it is).

In: the text of a sentence. Out: tokens with offsets into it and jieba's tag from its dictionary ("" for unknown words).
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass

import jieba
import jieba.posseg


@dataclass(frozen=True, slots=True)
class Token:
    """`text[start:end]` of a sentence, and its part of speech in jieba's notation (n, v, ns, p …)."""

    start: int
    end: int
    word: str
    tag: str


@dataclass(frozen=True, slots=True)
class Words:
    """jieba's segmentation with the tags of its dictionary."""

    tokenizer: jieba.Tokenizer
    tags: Mapping[str, str]

    def cut(self, text: str) -> tuple[Token, ...]:
        """The tokens of a text, end to end."""
        out, at = [], 0
        for word in self.tokenizer.cut(text):
            out.append(Token(at, at + len(word), word, self.tags.get(word, "")))
            at += len(word)
        return tuple(out)


def load_words() -> Words:
    """A tokenizer with jieba's own dictionary."""
    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    tagger = jieba.posseg.POSTokenizer(tokenizer)
    tagger.initialize()
    return Words(tokenizer, tagger.word_tag_tab)
