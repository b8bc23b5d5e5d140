"""Document → names."""
