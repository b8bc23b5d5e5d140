"""How well reports are read: annotations by hand against what the program found, and which confidence to trust."""
