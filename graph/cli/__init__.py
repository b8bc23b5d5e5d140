"""The command line `changai`: thin commands over `graph.api`, `graph.query` and `graph.view`."""

from graph.cli.run import main

__all__ = ["main"]
