"""Entities and facts → quads, evidence, validation, TriG."""

from graph.rdf.quads import build_dataset
from graph.rdf.terms import BuildError
from graph.rdf.validate import Conformance, Violation, validate
from graph.rdf.write import write, write_texts

__all__ = ["BuildError", "Conformance", "Violation", "build_dataset", "validate", "write", "write_texts"]
