"""Typographic noise: what may differ between a quote and its document without any word being another."""

import re

from onrecord.measure.checking.drafts import Draft, Workshop, quote_words, with_tokens

_SPACES = ("\u00a0", "\u2009", "\u202f", "  ", "\u2003", "\n")
_ACCENTS = {"a": "á", "e": "é", "i": "í", "o": "ö", "u": "ü", "c": "ç", "n": "ñ"}


def noisy(draft: Draft, shop: Workshop) -> Draft | None:
    """One to three kinds of noise, none of which makes another word of any."""
    wanted = quote_words(draft.text)
    made = draft
    kinds = [
        _marks,
        _spaces,
        _case,
        _accents,
        _hyphens,
        _end,
        _dashes,
        _nested,
        _capital,
        _capital,
        _marks,
        _end,
    ]
    for kind in shop.chance.sample(kinds, shop.chance.randint(1, 3)):
        tried = kind(made, shop)
        if tried is not None and quote_words(tried.text) == wanted:
            made = tried
    return made if made.text != draft.text else None


def scene_note(draft: Draft, shop: Workshop) -> Draft | None:
    """A note of what the hall did, left in the quote."""
    free = [at for at, token in enumerate(draft.tokens[:-1]) if re.search(r"[.?!,] $", token.gap)]
    if not free:
        return None
    at = shop.chance.choice(free)
    note = shop.chance.choice(
        ["[applause]", "(Laughter.)", "[Laughter]", "(APPLAUSE)", "[crosstalk]", "(cheers)"]
    )
    tokens = list(draft.tokens)
    tokens[at] = tokens[at]._replace(gap=f"{tokens[at].gap}{note} ")
    return with_tokens(draft, tokens)


def _marks(draft: Draft, shop: Workshop) -> Draft | None:
    """Curly marks straight, straight marks curly."""
    if "’" in draft.text or "“" in draft.text:
        table = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})
    else:
        table = str.maketrans({"'": "’"})
    return _translated(draft, table)


def _nested(draft: Draft, shop: Workshop) -> Draft | None:
    """Marks inside the quote single, or put around a word."""
    if '"' in draft.text or "“" in draft.text:
        return _translated(draft, str.maketrans({'"': "'", "“": "‘", "”": "’"}))
    at = shop.chance.randrange(len(draft.tokens))
    token = draft.tokens[at]
    tokens = list(draft.tokens)
    tokens[at] = token._replace(text=f"‘{token.text}", gap=f"’{token.gap}")
    return with_tokens(draft, tokens)


def _spaces(draft: Draft, shop: Workshop) -> Draft | None:
    free = [at for at, token in enumerate(draft.tokens) if token.gap == " "]
    if not free:
        return None
    at = shop.chance.choice(free)
    tokens = list(draft.tokens)
    tokens[at] = tokens[at]._replace(gap=shop.chance.choice(_SPACES))
    return with_tokens(draft, tokens)


def _case(draft: Draft, shop: Workshop) -> Draft | None:
    at = shop.chance.randrange(len(draft.tokens))
    tokens = list(draft.tokens)
    tokens[at] = tokens[at]._replace(text=tokens[at].text.swapcase())
    return with_tokens(draft, tokens)


def _accents(draft: Draft, shop: Workshop) -> Draft | None:
    free = [
        at
        for at, token in enumerate(draft.tokens)
        if token.text.isalpha() and set(token.text) & set(_ACCENTS)
    ]
    if not free:
        return None
    at = shop.chance.choice(free)
    text = draft.tokens[at].text
    place = shop.chance.choice([place for place, letter in enumerate(text) if letter in _ACCENTS])
    tokens = list(draft.tokens)
    tokens[at] = tokens[at]._replace(text=text[:place] + _ACCENTS[text[place]] + text[place + 1 :])
    return with_tokens(draft, tokens)


def _hyphens(draft: Draft, shop: Workshop) -> Draft | None:
    """A hyphen dropped where there is one, else one put between two words."""
    held = [at for at, token in enumerate(draft.tokens[:-1]) if token.gap == "-"]
    free = held or [
        at for at, token in enumerate(draft.tokens[:-1]) if token.gap == " " and token.text.isalpha()
    ]
    if not free:
        return None
    at = shop.chance.choice(free)
    tokens = list(draft.tokens)
    tokens[at] = tokens[at]._replace(gap=" " if held else shop.chance.choice(["-", "\u2010", "\u2011"]))
    return with_tokens(draft, tokens)


def _end(draft: Draft, shop: Workshop) -> Draft | None:
    """Another final punctuation, on a quote that was cut without any."""
    if not draft.bare_end or draft.tokens[-1].gap:
        return None
    recording = shop.recordings[draft.home]
    stands = recording.between(draft.last - 1)[:1]
    sign = shop.chance.choice([one for one in ".,!?;" if one != stands])
    return with_tokens(draft, [*draft.tokens[:-1], draft.tokens[-1]._replace(gap=sign)])


def _dashes(draft: Draft, shop: Workshop) -> Draft | None:
    """One kind of dash as another; a comma as a dash."""
    free = [at for at, token in enumerate(draft.tokens[:-1]) if re.search(r"--|–|—| - |^, $", token.gap)]
    if not free:
        return None
    at = shop.chance.choice(free)
    tokens = list(draft.tokens)
    tokens[at] = tokens[at]._replace(gap=shop.chance.choice([" — ", "—", " – ", " -- ", " \u2012 "]))
    return with_tokens(draft, tokens)


def _capital(draft: Draft, shop: Workshop) -> Draft | None:
    first = draft.tokens[0]
    turned = first.text[0].swapcase() + first.text[1:]
    if turned == first.text:
        return None
    return with_tokens(draft, [first._replace(text=turned), *draft.tokens[1:]])


def _translated(draft: Draft, table: dict[int, str]) -> Draft:
    tokens = [
        token._replace(text=token.text.translate(table), gap=token.gap.translate(table))
        for token in draft.tokens
    ]
    return with_tokens(draft, tokens)
