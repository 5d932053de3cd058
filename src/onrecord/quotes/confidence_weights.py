"""How much each fact says on whether a quotation is right, in natural log odds.

Written by `python -m training.confidence`; not to be edited by hand.
"""

WEIGHTS: dict[str, float] = {
    "all": -6.894,
    "content": 1.377,
    "content_least": 0.64,
    "content_starts": 0.837,
    "content_ends": 0.371,
    "cue": 0.754,
    "source_least": 0.13,
    "source_ends": 1.625,
    "content_link": -0.532,
    "source_link": 0.258,
    "source_link squared": 0.489,
    "all at once": 2.464,
    "direct": 0.155,
    "mixed": 0.1,
    "no source": -0.39,
    "no cue": 0.0,
    "words between": -0.311,
    "words of the source": 0.263,
    "words of the content": 0.239,
    "parts": -0.263,
    "pronoun": 0.128,
}
# How the log odds are bent: the slopes at their low and at their high end, and what is added.
CURVE = (0.253, 1.455, -0.967)
