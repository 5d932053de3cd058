"""Over many quotations and articles: families of one utterance, their lineage, and copies of articles."""
