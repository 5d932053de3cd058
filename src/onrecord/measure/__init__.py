"""Measures: how good the quotations are, on a corpus whose answers are known."""

from onrecord.measure.acts import ActLabel, ActScores, evaluate_acts, read_act_labels, score_acts
from onrecord.measure.annotations import Annotations, read_annotations
from onrecord.measure.attribution import Count, Scores, attributed, score
from onrecord.measure.check import CheckScores, evaluate_checks, score_checks
from onrecord.measure.check_set import CheckSet, make_check_set
from onrecord.measure.compare import Comparison, compare_annotations
from onrecord.measure.copies import CopyScores, evaluate_copies, score_copies
from onrecord.measure.evaluate import (
    confidence_pairs,
    evaluate_attribution,
    evaluate_confidence,
    predictions,
    run,
)
from onrecord.measure.families import FamilyScores, evaluate_families, score_families
from onrecord.measure.matching import Pairing, pair_texts
from onrecord.measure.measures import Measure, Measures, measure
from onrecord.measure.polnear import Attribution, GoldArticle, published_since, read_split
from onrecord.measure.reliability import Reliability, reliability
from onrecord.measure.speakers import (
    SpeakerLabel,
    SpeakerScores,
    evaluate_speakers,
    read_speaker_labels,
    score_speakers,
)
from onrecord.measure.tracing.copy_set import CopySet, make_copy_set
from onrecord.measure.tracing.family_set import FamilySet, make_family_set

__all__ = [
    "ActLabel",
    "ActScores",
    "Annotations",
    "Attribution",
    "CheckScores",
    "CheckSet",
    "Comparison",
    "CopyScores",
    "CopySet",
    "Count",
    "FamilyScores",
    "FamilySet",
    "GoldArticle",
    "Measure",
    "Measures",
    "Pairing",
    "Reliability",
    "Scores",
    "SpeakerLabel",
    "SpeakerScores",
    "attributed",
    "compare_annotations",
    "confidence_pairs",
    "evaluate_acts",
    "evaluate_attribution",
    "evaluate_checks",
    "evaluate_confidence",
    "evaluate_copies",
    "evaluate_families",
    "evaluate_speakers",
    "make_check_set",
    "make_copy_set",
    "make_family_set",
    "measure",
    "pair_texts",
    "predictions",
    "published_since",
    "read_act_labels",
    "read_annotations",
    "read_speaker_labels",
    "read_split",
    "reliability",
    "run",
    "score",
    "score_acts",
    "score_checks",
    "score_copies",
    "score_families",
    "score_speakers",
]
