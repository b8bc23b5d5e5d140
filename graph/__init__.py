"""changai 产改图谱: reports on the industrial workers reform, as a knowledge graph."""
