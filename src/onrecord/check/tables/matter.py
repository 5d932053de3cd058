"""The words whose loss can turn a sentence round. Every contraction with "n't" counts as "not"."""

MATTER: frozenset[str] = frozenset("not no never without only unless until if but".split())
