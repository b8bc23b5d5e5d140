"""Files → Document."""
