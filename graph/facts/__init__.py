"""Entities in context → facts, one module a kind."""
