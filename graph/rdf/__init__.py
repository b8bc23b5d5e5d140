"""Entities and facts → quads, evidence, validation, TriG."""
