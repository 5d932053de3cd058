"""Lines that stand around an article and are no part of it: notices, credits, calls to share or subscribe.

All rules are about the shape of such lines on any site. They are asked only of lines before the body's first
paragraph or after its last, or of short lines between paragraphs; a sentence of the body is never looked at
for words alone.
"""

import re
from typing import Literal

from onrecord.model import NoticeKind

# What an end or opening line is: a notice of one of the kinds, a credit, or page furniture (kept as `other`).
LineKind = Literal["copyright", "repost_terms", "disclaimer", "correction", "other", "credit", "furniture"]

_FLAGS = re.IGNORECASE

_COPYRIGHT = re.compile(
    r"^(?:\W*(?:copyright\b|©|\(c\)\s*\d{4})|all rights reserved\b"
    r"|(?:this (?:site|website|page|material)|www\.\S+|the (?:site|website))\s+(?:may\s+)?contains?\s+copyrighted)"
    r"|©\s*(?:copyright\s*)?(?:\d{4}|\w+(?:\s\w+){0,4}\s\d{4})|\ball rights reserved\.?$"
    r"|^content is (?:copyright|licensed)|creative commons (?:attribution|licen[cs]e)",
    _FLAGS,
)
_REPOST = re.compile(
    r"\b(?:(?:feel free|free|permission|permitted|allowed|welcome|encouraged|may|right|wish(?:es)?|like|want) "
    r"to (?:re-?post|re-?publish|re-?print|cross-?post|re-?produce|share widely)"
    r"|^(?:please )?(?:feel free|you (?:are|'re|’re) (?:free|welcome|encouraged))"
    r" to (?:copy|share|pass|print|quote|use)\b"
    r"|^(?:everything|anything|what you (?:find|read)|all that you (?:find|read)) (?:here|on this (?:page|site))"
    r" (?:may|can) be (?:passed on|shared|copied|used)\b"
    r"|may (?:not )?be (?:published|re-?posted|re-?published|re-?printed|re-?produced|cross-?posted|copied"
    r"|broadcast|rewritten)"
    r"|(?:re-?publish|re-?print|re-?post) (?:our|this|these|the|my) (?:articles?|stor(?:y|ies)|pieces?|content)\b"
    r"|(?:for|about) (?:re-?prints?|re-?publication|syndication|permissions?)\b|syndication (?:rights|enquiries"
    r"|inquiries)"
    r"|re-?prints? (?:and|&) permissions)",
    _FLAGS,
)
_DISCLAIMER = re.compile(
    r"^\W*(?:disclaimer|disclosure(?: statement)?|important notice|legal notice)\b\s*[:.–—-]"
    r"|\b(?:views?|opinions?|contents?|statements?)\b.{0,80}\b(?:are|is|do(?:es)? not)\b.{0,60}"
    r"\b(?:(?:his|her|their|its|the author'?s?’?s?|the authors'?’?) own|sole(?:ly)?|not necessarily|alone"
    r"|reflect)\b"
    r"|\bwill not be (?:held )?(?:responsible|liable) for\b",
    _FLAGS,
)
_CORRECTION = re.compile(
    r"^\W*(?:(?:correction|clarification|editor'?s?’?s? (?:note|correction)|amendment|update[d]? note|erratum)s?\b"
    r"[^:.–—-]{0,60}\s*[:.–—-]\s*(?=\S)"
    r"|(?:this|an earlier version of this|a previous version of this) (?:article|story|report|piece|headline|post)"
    r" (?:was|has been|had|incorrectly|misstated|gave|misspelled|stated|said|originally)\b"
    r".{0,80}(?:amended|corrected|updated|incorrect|misstated|misspelled|wrong|error|clarif|to (?:correct|reflect"
    r"|remove|add)|"
    r"misidentified|revised|on \d|stated that|said that)"
    r"|(?:this|an earlier version of this|a previous version of this) (?:article|story|report|piece|post) "
    r"(?:misstated|misidentified|misspelled|incorrectly|gave the wrong))",
    _FLAGS,
)
_CREDIT = re.compile(
    r"^\W*(?:(?:featured |lead |cover |top |header |main )?(?:image|photo(?:graph)?|picture|illustration|video)s?\b"
    r"(?: (?:credits?|source|courtesy|copyright))?\s*(?::|\bis from\b|\bare from\b|\bfrom\b|\bby\b|\bcourtesy\b"
    r"|\bvia\b|/)"
    r"|(?:credits?|source|photo credit)\s*:"
    r"|.{0,200}\bcontributed (?:to this (?:report|story|article)|(?:additional )?reporting)\b"
    r"|[A-Z][\w'’-]+ reported from [A-Z]"
    r"|articles? by\s*:|(?:additional )?(?:reporting|writing|editing|compiled|translated|translation|edited"
    r"|reported|"
    r"with (?:additional )?reporting|with files|produced) (?:by|from)\b)",
    _FLAGS,
)
_FURNITURE = re.compile(
    r"^\W*(?:"
    r"(?:please )?(?:click|tap|press|hit|use|choose|select) (?:(?:on )?(?:the|your) |here\b|below\b).{0,60}"
    r"(?:share|subscri|e-?mail|forward|donat|button|link|send|save|menu|icon|heart|bell)"
    r"|(?:to (?:change|enlarge|increase) the (?:size|text|letters|type)|(?:text|font|type) size)\b.{0,120}$"
    r"|you can (?:also )?(?:read|hear|listen to|follow|support|subscribe to|share|print) (?:us|our|this|the)\b.{0,160}$"
    r"|never miss (?:an?|our|the|any)\b.{0,160}$"
    r"|if you (?:like|liked|enjoy|enjoyed|value|found)\b.{0,120}(?:share|subscri|support|donat|forward|send)"
    r"|(?:please )?(?:spread the word|tell a friend|pass (?:it|this) on|send this)\b.{0,120}$"
    r"|(?:this (?:article|story|page|piece) is )?(?:also )?available in\W+(?:\w+\W+){0,8}\w+\W*$"
    r"|(?:read|listen) in [\w ,]{3,60}$"
    r"|(?:our (?:free |daily |weekly |monthly )*(?:newsletter|letter|bulletin)|the newsletter)\b.{0,160}"
    r"(?:subscribe|sign up|inbox)"
    r"|(?:please )?(?:share|tweet|e-?mail|print|bookmark|pin)(?: (?:this|on|via|to|the)\b.{0,60}|\W*)$"
    r"|(?:share|tweet|like|follow|save|print|e-?mail|comments?|whatsapp|facebook|twitter|x|linkedin|reddit"
    r"|telegram|copy link)"
    r"(?:(?:\s*[|/•·,]\s*|\s+)(?:share|tweet|like|follow|save|print|e-?mail|comments?|whatsapp|facebook|twitter|x"
    r"|linkedin|"
    r"reddit|telegram|copy link))*$"
    r"|(?:please )?(?:follow|find|join|like|visit) (?:us|me|the author|him|her|them|our)\b.{0,200}"
    r"(?:on|channel|page|group|community|newsletter|at)\b"
    r"|(?:to (?:receive|get|have|read|subscribe|support|join|donate)|for (?:more(?! than)|the latest))\b.{0,200}"
    r"(?:click|subscribe|sign up|visit|follow|download|newsletter|here\b)"
    r"|(?:please )?(?:subscribe|sign up|sign in|log in|register|donate|become a (?:member|subscriber|patron"
    r"|supporter)|support (?:us|our))\b"
    r"|(?:get|receive) (?:our|the|all|breaking|daily|more)\b.{0,120}(?:inbox|letter-?box|newsletter|e-?mail"
    r"|app\b|delivered|alerts)"
    r"|(?:all )?[\w'’ ]{2,60} (?:can|may) (?:also )?be (?:read|had|heard|viewed) in"
    r" (?:(?:\d+|\w+) (?:other )?languages?|large print|audio|braille|easy read)\b"
    r"|(?:read|listen to|translate) this (?:article|story|page) in\b"
    r"|notes? to (?:our )?readers?\b|dear readers?\b"
    r"|(?:leave|post|add|write|view|show|read) (?:a|your|all|the|\d+)? ?(?:comments?|reply|replies)\b.{0,40}$"
    r"|comments? (?:on|are|\(|\d)\b.{0,120}$|\d+ comments?$|join the (?:conversation|discussion)\b"
    r"|(?:story|article) continues\b.{0,60}$|advertisement$|advert$|sponsored(?: content)?$|ad feedback$"
    r"|(?:for )?(?:media|press|news) (?:inquir(?:y|ies)|enquir(?:y|ies)|contacts?|queries)\b"
    r"|(?:contact|e-?mail|write to|reach) (?:us|the (?:author|writer|reporter|editor)|him|her)\b.{0,120}$"
    r"|\d+ ?-?min(?:ute)?s? read$|reading time\b.{0,30}$|estimated reading\b.{0,40}$|(?:listen|watch)(?: now"
    r"| to this.{0,40})?$"
    r"|(?:tags?|filed under|topics|categories|more on|keywords)\s*:?\s*$"
    r"|re-?use this content$"
    r"|(?:back to top|skip to (?:main )?content|go to (?:top|home)|continue reading|load more|view all"
    r"|print this page|home)$"
    r"|have (?:a|any) (?:tip|story|news)\b.{0,200}$|got a (?:tip|story)\b.{0,200}$"
    r"|(?:we use|this (?:site|website) uses) cookies\b|download (?:our|the) .{0,40}app\b"
    r")",
    _FLAGS,
)
# A line that names another article: its headline may speak of anything.
_TEASER = re.compile(
    r"^\W*(?:(?:read|see|watch) (?:more|also|next|on|related)\b\s*(?::|$|here|about|on|from|at).{0,200}$"
    r"|(?:also read|related|recommended|more (?:on this story|from|stories)|most (?:read|viewed|popular)|trending|"
    r"you (?:may|might) (?:also )?(?:like|be interested)|don['’]t miss|keep reading|up next)\b.{0,160}$)",
    _FLAGS,
)
# A line for the reader is in the present and the imperative; one that tells what happened is of the article.
_REPORTED = re.compile(
    r"\b(?:said|says|told|replied|announced|ruled|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b", _FLAGS
)
_NARRATED = re.compile(r"\b(?:was|were|did|could|nobody|had (?!in\b))", _FLAGS)
_ORIGINAL_HINT = re.compile(
    r"\boriginal(?:ly)?\b|\bfirst (?:published|appeared|posted)\b|\b(?:re-?published|re-?printed|re-?posted|"
    r"cross-?posted|syndicated) (?:from|with|courtesy|by|via|here)\b|\b(?:appeared|published) first (?:on|in|at)\b",
    _FLAGS,
)
_SEPARATOR = re.compile(
    r"^(?:[\s*•·_=~#◆■●★⁂–—-]{1,40}|-+\s*\d{2}\s*-+|\(?\s*(?:ends?|the end|fin|more)\s*\)?\.?|-\s*ends?\s*-|/ends?/)$",
    _FLAGS,
)
# Words in quotation marks are somebody's, whatever they speak of.
_QUOTATION_MARKS = ("“", '"', "‘", "„", "«", "``")
_LONGEST_FURNITURE = 600
_LONGEST_CREDIT = 300


def is_separator(text: str) -> bool:
    """Whether a line only parts the body from what follows: `*`, `* * *`, `###`, `-30-`, `ENDS`."""
    return bool(_SEPARATOR.match(text))


def names_original(text: str) -> bool:
    """Whether a line speaks of where an article stood first."""
    return len(text) <= _LONGEST_FURNITURE and bool(_ORIGINAL_HINT.search(text))


def classify(text: str) -> LineKind | None:
    """What a line around the body is; None for one that reads like part of the article."""
    head = text[:_LONGEST_FURNITURE]
    if head.startswith(_QUOTATION_MARKS):
        return None
    if _COPYRIGHT.search(head):
        return "copyright"
    if _CORRECTION.match(head):
        return "correction"
    if re.match(r"^\W*disclaimer\b", head, _FLAGS):
        return "disclaimer"
    if _REPOST.search(head) and not _REPORTED.search(head):
        return "repost_terms"
    if _DISCLAIMER.search(head):
        return "disclaimer"
    if len(text) <= _LONGEST_CREDIT and _CREDIT.match(head):
        return "credit"
    if len(text) <= _LONGEST_FURNITURE and _is_service(head):
        return "furniture"
    return None


def _is_service(text: str) -> bool:
    """Whether a line speaks to the reader about the page, or of another page."""
    if _TEASER.match(text):
        return True
    return bool(_FURNITURE.match(text)) and not (_REPORTED.search(text) or _NARRATED.search(text))


def classify_between(text: str) -> LineKind | None:
    """The same for a line between two paragraphs of the body: only short lines that cannot be a sentence of it."""
    if len(text) > 160 or text.endswith((".”", '."', "”", '"', "’")) or "“" in text or '"' in text:
        return None
    kind = classify(text)
    return kind if kind in ("furniture", "copyright") else None


def notice_kind(kind: LineKind) -> NoticeKind:
    """The kind of notice that a line of this kind is kept as."""
    return "other" if kind == "credit" or kind == "furniture" else kind
