"""What a check says in words: verdicts, flags, classes of differences and the summary, for a journalist.

The words are neutral on purpose: they tell what stands in the quote and in the documents, and nothing about what
was said elsewhere, or about anybody's intention.
"""

from onrecord.findings import VERDICTS, Check, CheckedQuotation, Difference, Linked, Summary
from onrecord.formats.visible import one_line
from onrecord.model import Span

NO_SPEAKER = "no speaker named"
VERDICT_NAMES: dict[str, str] = {verdict: verdict.replace("_", " ") for verdict in VERDICTS}
# The signs of the verdicts: beside the word, so that no verdict is told by its colour.
SIGNS: dict[str, str] = {"verbatim": "=", "edited": "[…]", "altered": "≠", "spliced": "⧺", "not_found": "∅"}
VERDICT_WORDS: dict[str, str] = {
    "verbatim": "the same words in the same order",
    "edited": "differs only where the quote itself marks it",
    "altered": "words were added, dropped or changed with no mark",
    "spliced": "passages run together with no mark, or stand in another order",
    "not_found": "no such passage in the documents that were searched",
}
FLAG_WORDS: dict[str, str] = {
    "cut_start": "The document's sentence begins earlier; nothing marks the cut.",
    "cut_end": "The document's sentence goes on; nothing marks the cut.",
    "cut_negation": "What was cut off there holds a word such as “not”, “only”, “if” or “but”.",
    "gap_negation": "What a marked gap or bracket stands for holds a word such as “not”, “only”, “if” or “but”.",
    "negation_changed": "A word such as “not” or “never” stands in only one of the two texts.",
    "number_changed": "A number in the quote is not the number in the document.",
    "far_apart": "A marked gap stands for more than fifty words of the document.",
    "parts_apart": "Two passages of this quotation come from distant places.",
    "reordered": "The parts of the quote stand in another order in the document.",
    "other_speaker": "In the document the words stand in somebody else's turn.",
    "narration": "The document is itself a report, and has these words outside its quotation marks.",
    "ambiguous": "Found in several places, or too short to tell which place it comes from.",
    "transcription_only": "The only differences are of the kind that writing down speech makes: "
    "fillers, contractions, figures or words for numbers, spelling.",
}
CLASS_WORDS: dict[str, str] = {
    "bracket": "in the quote's own brackets",
    "ellipsis": "left out at the quote's own ellipsis",
    "filler": "filler",
    "contraction": "contraction",
    "number_form": "form of a number",
    "spelling": "spelling",
    "wording": "wording",
    "joint": "run together with no mark",
    "order": "stands earlier in the document",
}


def summary_line(summary: Summary) -> str:
    """One article in a line: "3 quotations: 2 verbatim, of which 1 in another's turn; 1 not found in 31 documents"."""
    where = counted(summary.documents, "document")
    if not summary.quotations:
        return f"No quotation to check against {where}"
    line = ""
    after_clause = False
    for verdict in VERDICTS:
        count = summary.verdicts.get(verdict, 0)
        if not count:
            continue
        line += ("; " if after_clause else ", ") if line else ""
        line += f"{count:,} {VERDICT_NAMES[verdict]}"
        elsewhere = summary.other_speaker.get(verdict, 0)
        after_clause = bool(elsewhere)
        if elsewhere:
            line += f", of which {elsewhere:,} in another's turn"
    missing = summary.verdicts.get("not_found", 0)
    where = f" in {where}" if missing else f"; {where} searched"
    return f"{counted(summary.quotations, 'quotation')}: {line}{where}"


def counted(count: int, thing: str) -> str:
    """A number with its noun: "1 document", "1,204 documents"."""
    return f"{count:,} {thing}{'' if count == 1 else 's'}"


def length_of(text: str) -> str:
    """How long a text is, in words: "23 words"."""
    return counted(len(text.split()), "word")


def verdict_words(check: Check) -> str:
    """What the verdict on one passage means; "not found" names how many documents were searched."""
    if check.verdict == "not_found":
        return f"no such passage in the {counted(check.searched.documents, 'document')} searched"
    return VERDICT_WORDS[check.verdict]


def flag_words(flag: str, check: Check | None = None) -> str:
    """What a flag means, with the name of the other speaker, or the number of places, where they are known."""
    words = FLAG_WORDS.get(flag, "")
    if check is None:
        return words
    if flag == "other_speaker" and check.document_speaker:
        return f"In the document the words stand in the turn of {one_line(check.document_speaker)}."
    if flag == "ambiguous" and check.places > 1:
        return (
            f"Found in {counted(check.places, 'place')}; the quote alone does not tell which it comes from."
        )
    return words


def flags_of_all(quotation: CheckedQuotation) -> tuple[str, ...]:
    """The flags of a quotation that none of its passages has alone."""
    single = {flag for check in quotation.checks for flag in check.flags}
    return tuple(flag for flag in quotation.flags if flag not in single)


def linked_words(linked: Linked) -> str:
    """What is known of the page that the article links at these words."""
    if linked.path is None:
        return "The page that the article links here is not among the documents searched."
    if linked.contains:
        return "The page that the article links here contains these words."
    return "The page that the article links here does not contain these words."


def place_words(span: Span) -> str:
    """A place by its offsets: "characters 1,204–1,388"."""
    return f"characters {span[0]:,}–{span[1]:,}"


def difference_words(difference: Difference, quoted: str, documented: str | None) -> str:
    """One difference in words: "changed (wording): “ten” in the quote, “twelve” in the document"."""
    kind = CLASS_WORDS[difference.kind]
    start, end = difference.document
    there = f"“{one_line(documented)}”" if documented is not None else f"{place_words((start, end))}"
    here = f"“{one_line(quoted)}”"
    if difference.kind == "order":
        return f"another order: what follows {kind}"
    if difference.kind in ("ellipsis", "joint"):
        length = f" ({length_of(documented)})" if documented else ""
        return f"{kind}{length}: {there}" if end > start else f"{kind}: no words between"
    if difference.op == "insert" or end == start:
        return f"only in the quote ({kind}): {here}"
    if difference.op == "delete":
        return f"only in the document ({kind}): {there}"
    return f"changed ({kind}): {here} in the quote, {there} in the document"
