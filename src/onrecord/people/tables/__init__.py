"""Small word tables, written by hand for this project: given names, titles, and nouns for who may speak."""
