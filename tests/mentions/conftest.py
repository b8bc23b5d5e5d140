"""The recogniser, loaded once for all tests of names."""

from __future__ import annotations

import pytest

from graph.mentions.recognise import Recogniser, load_recogniser


@pytest.fixture(scope="session")
def recogniser() -> Recogniser:
    return load_recogniser()
