"""The store, saved questions, comparison of regions, networkx graphs."""
