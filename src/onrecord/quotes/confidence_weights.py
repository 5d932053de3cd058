"""How much each fact says on whether a quotation is right, in natural log odds.

Written by `python -m training.confidence`; not to be edited by hand.
"""

WEIGHTS: dict[str, float] = {
    "all": -5.923,
    "content": 1.266,
    "content_least": 0.606,
    "content_starts": 0.763,
    "content_ends": 0.327,
    "cue": 0.7,
    "source_least": 0.154,
    "source_ends": 1.597,
    "content_link": -0.487,
    "source_link": 0.227,
    "source_link squared": 0.45,
    "all at once": 2.276,
    "direct": 0.15,
    "mixed": 0.087,
    "no source": -0.387,
    "no cue": 0.0,
    "words between": -0.29,
    "words of the source": 0.247,
    "words of the content": 0.218,
    "parts": -0.25,
    "pronoun": 0.116,
}
