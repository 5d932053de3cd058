"""Measures: how good the quotations are, on a corpus whose answers are known."""

from onrecord.measure.attribution import Count, Scores, attributed, score
from onrecord.measure.evaluate import (
    confidence_pairs,
    evaluate_attribution,
    evaluate_confidence,
    predictions,
    run,
)
from onrecord.measure.polnear import Attribution, GoldArticle, published_since, read_split
from onrecord.measure.reliability import Reliability, reliability

__all__ = [
    "Attribution",
    "Count",
    "GoldArticle",
    "Reliability",
    "Scores",
    "attributed",
    "confidence_pairs",
    "evaluate_attribution",
    "evaluate_confidence",
    "predictions",
    "published_since",
    "read_split",
    "reliability",
    "run",
    "score",
]
