"""Entities and facts → quads, evidence, validation, TriG."""

from graph.rdf.quads import build_dataset
from graph.rdf.terms import BuildError
from graph.rdf.write import write, write_texts

__all__ = ["BuildError", "build_dataset", "write", "write_texts"]
