"""Words that name an occasion, a medium or a place of saying, and verbs that say who is told: written by hand here."""

import re
from collections.abc import Sequence

from .dates import CLAUSE, DETERMINERS, NO_VERB_ED, NO_VERB_ING, PREPOSITIONS, VERB
from .given import EITHER, HE, SHE
from .nouns import GROUPS, OUTLET_WORDS, PEOPLE


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _verbs(stems: str) -> frozenset[str]:
    """The forms of regular verbs: warn, warns, warned, warning."""
    forms: set[str] = set()
    for stem in stems.split():
        past = stem + "d" if stem.endswith("e") else stem + "ed"
        if stem[-1] == "y" and stem[-2] not in "aeiou":
            forms |= {stem, stem[:-1] + "ies", stem[:-1] + "ied", stem + "ing"}
        else:
            third = stem + ("es" if stem.endswith(("sh", "ch", "ss")) else "s")
            forms |= {stem, third, past, stem.removesuffix("e") + "ing"}
    return frozenset(forms)


# Written or broadcast: "in a letter", "in a video".
DOCUMENTS = _words(
    """
    statement letter email e-mail memo memoir memorandum book autobiography tweet retweet post message text note
    essay article column op-ed editorial blog speech address remarks comments testimony sermon lecture interview
    interviews tweets posts emails e-mails letters speeches statements video videos ad advertisement podcast release
    communique newsletter affidavit deposition filing complaint lawsuit ruling opinion dissent diary manifesto
    thread report paper broadcast telecast profile documentary voicemail telegram cable submission dispatch
    conversation conversations exchange call phone-call monologue toast eulogy keynote prologue foreword preface
    caption homily livestream webcast webinar q&a chat commentary press-release messages tapes recording excerpt
    excerpts
    """
)
# Held: "at a rally", "during the debate".
EVENTS = _words(
    """
    rally rallies debate debates hearing hearings meeting meetings conference conferences forum forums summit
    briefing briefings fundraiser fundraisers event events gathering ceremony vigil luncheon lunch dinner breakfast
    banquet reception convention panel session sessions appearance appearances stop trial inquest tribunal workshop
    seminar symposium festival funeral inauguration town-hall townhall meet-and-greet hall discussion roundtable
    talk talks march protest demonstration service commencement caucus assembly congress launch premiere taping
    campaign-stop sit-down question-and-answer interview party picnic barbecue congregation visit tour rehearsal
    keynote speech address call conversation chat exchange lecture sermon
    """
)
# Where one speaks; only right beside the verb, or after "speaking".
PLACES_OF_SPEECH = _words(
    """
    court courtroom courthouse floor stage podium lectern pulpit sidelines club church mosque synagogue cathedral
    chapel school university college campus library museum theater theatre auditorium arena stadium gymnasium office
    headquarters hotel airport embassy capitol restaurant diner cafe pub factory plant farm hospital clubhouse
    dugout clubroom home house kitchen center centre square plaza ballroom hangar barracks base station podium
    chamber parliament studio bookstore brewery fairgrounds scene steps tarmac porch
    """
)
# With "on": most nouns after it are what is talked about.
ON = _words(
    """
    floor stage podium lectern pulpit dais bench witness-stand stump trail stand tarmac call show podcast programme
    program blog website site page feed account station network channel radio television tv broadcast platform
    livestream webcast webinar stop tour visit panel newscast telecast phone walk steps campus post cable thread
    tweet
    """
)
BY = _words("email e-mail phone telephone text letter fax mail tweet twitter telegram skype video videolink")
SHOWS = _words("show podcast programme program newscast series broadcast")
BARE = _words("testimony stage television tv radio campus")  # without an article
EDGES = _words("outset start beginning end close sidelines margins opening conclusion eve part top")
PLATFORMS = _words(
    """
    twitter facebook instagram youtube snapchat reddit tumblr linkedin whatsapp telegram tiktok weibo periscope myspace
    skype c-span bluesky mastodon parler
    """
)
OUTLETS = (OUTLET_WORDS - {"today", "star"}) | _words(
    """
    huffpost cnbc newsmax axios newsweek newshour newsday forbes spiegel monde figaro jazeera xinhua tass univision
    telemundo itv sky oann yahoo quartz wired esquire playboy yorker intercept federalist spectator statesman argus
    ledger echo enterprise gleaner mercury messenger monitor pioneer standard leader-post post-gazette star-ledger
    post-dispatch sun-times journal-constitution union-tribune times-picayune newswire jezebel gawker marketwatch
    billboard salon recode cbc ctv rte nhk ard zdf
    """
)
# Only after an article: "The Hill", "the Star".
ARTICLE_OUTLETS = _words("hill nation star republic banner leader reporter economist atlantic")
PROGRAMMES = frozenset(
    " ".join(
        """
    this week | meet the press | face the nation | state of the union | fox news sunday | fox & friends |
    fox and friends | today | the today show | 60 minutes | the view | the o'reilly factor | special report
    | morning joe | good morning america | nightline | newsnight | hardball | hannity | the kelly file | on
    the record | reliable sources | the lead | the situation room | inside politics | new day | anderson
    cooper 360 | the daily show | the late show | the tonight show | saturday night live | democracy now |
    panorama | morning edition | all things considered | fresh air | the rachel maddow show | the andrew
    marr show | question time | politics nation | cbs this morning | this morning | the five | outfront |
    the last word | way too early | squawk box | press preview
    """.split()
    ).split(" | ")
)
# In a name after an outlet's ("the Gazette's Week in Review"), these tell a programme from a person.
PROGRAMME_WORDS = _words(
    """
    this week morning night day today tonight show report hour edition politics press nation news sunday saturday
    monday the of and & in on with at live radio tv review now file factor view minutes world daily breakfast
    evening magazine podcast podcasts america union front line desk series
    """
)
OUTLET_NOUNS = _words(
    "newspaper magazine paper network station broadcaster website outlet agency tabloid wire newswire"
)

# Verbs that take whom they tell right after them: any noun phrase for the first, only people for the others.
TELL = _verbs("inform assure remind reassure notify") | _words("tell tells told telling")
TELL_PEOPLE = _verbs(
    """
    ask urge warn advise text e-mail email implore exhort instruct encourage brief lecture message caution promise
    counsel address phone alert
    """
) | _words("beg begs begged begging beseech besought tipped")
SAY_TO = _verbs(
    """
    talk explain complain announce confide confirm mention remark suggest whisper mutter murmur shout yell boast
    describe reveal disclose declare lament apologize apologise recount acknowledge express joke preach repeat reply
    vow insist state relay report testify stress protest gripe vent concede confess post tweet pledge appeal lie share
    reiterate emphasize emphasise
    """
) | _words(
    """
    say says said saying write writes wrote writing written speak speaks spoke speaking admit admits admitted
    admitting brag brags bragged quip quips quipped lying
    """
)
PASSIVE = _words(
    "was were is are be been being get gets got getting am wasn't weren't isn't wasn’t weren’t isn’t"
)
ISSUE = _verbs("release issue publish post deliver use pen record") | _words(
    "send sends sent sending write writes wrote writing give gives gave giving make makes made"
)
TWEETS = _verbs("tweet retweet")
# Told, but nobody: "told a story", "tells the truth".
NOT_TOLD = _words(
    """
    story stories tale tales truth truths lie lies joke jokes time difference lot lots much thing things same
    anecdote anecdotes secret secrets what little less more everything nothing something anything half rest version
    versions side way fib itself himself herself themselves myself yourself ourselves it question questions news
    """
)
TO_HEADS = _words(
    """
    letter letters email e-mail emails e-mails memo message messages note text speech speeches remarks statement
    statements address appeal testimony comments submission tweet plea lecture sermon memorandum presentation toast
    missive reply response telegram apology keynote briefing
    """
)
WITH_HEADS = _words(
    """
    interview interviews call meeting meetings conversation conversations exchange briefing q&a chat discussion
    roundtable session sit-down question-and-answer talks lunch dinner breakfast gathering talk profile podcast
    """
)
HUMANS = (
    PEOPLE
    | GROUPS
    | _words(
        """
        reporter journalist supporter lawmaker worker viewer reader listener follower voter delegate donor fan friend
        brother sister mother father mom dad son daughter wife husband cousin uncle aunt niece nephew people men women
        gathering congregation member neighbor neighbour student teacher host anchor moderator juror judge lawyer
        prosecutor investigator detective officer deputy mayor governor president minister senator congressman
        congresswoman councillor diplomat ally aide adviser advisor commissioner director trustee shareholder investor
        analyst activist volunteer organizer organiser resident villager local farmer miner trader shopper tourist
        columnist editor correspondent photographer everyone everybody anyone anybody nobody someone somebody folks
        teammate player coach manager evangelical christian catholic muslim jew democrat republican conservative
        liberal american caller pollster fundraiser bundler strategist consultant subcommittee conference rally forum
        meeting briefing superdelegate marine sailor troops cadet graduate leader banker businessman businesswoman
        tenant skeptic foreman operator dispatcher bishop imam convention parishioner counterpart roommate
        girlfriend boyfriend heckler thousands hundreds dozens magistrate pal subscriber tribunal inquiry
        inquest interviewer visitor pilgrim
        """
    )
) - _words("camp side count")
STOPS = (
    PREPOSITIONS
    | CLAUSE
    | VERB
    | _words(
        """
    to of and or not also then just earlier later recently again here there today tonight yesterday tomorrow
    ago he she they we i you it afterwards afterward instead too only even ever never always often once
    twice simply still soon aloud back out up down off away together between among against for ahead amid
    across around beyond without within despite upon into onto toward towards like per plus versus vs yet
    nor but if online himself herself themselves itself myself yourself ourselves each may no
    yes please what whatever who’s who's it’s it's he’s he's she’s she's that’s that's last next
    """
    )
)
NOUN_LY = _words(
    "family assembly rally ally reply daily weekly monthly july italy elderly friendly only likely bully"
)
TIMES_OF_DAY = _words("morning afternoon evening night weekend noon midday")
DAYS = _words("monday tuesday wednesday thursday friday saturday sunday")
MONTHS = _words(
    "january february march april may june july august september october november december"
    " jan feb mar apr jun jul aug sept sep oct nov dec"
)
_AFTER_NAMES = EVENTS | DOCUMENTS | OUTLET_NOUNS | SHOWS | PLACES_OF_SPEECH | TIMES_OF_DAY
OBJECTS = _words("me him her us them you")
DETERMINING = DETERMINERS | _words("one two three several another every last both many those")
HEADLESS = DETERMINERS | _words("of and &")
NEVER_PLACES = (
    DAYS | MONTHS | _words("christmas easter thanksgiving ramadan passover god english spanish french arabic")
)

_TITLE = re.compile(r"\x02|[“\"][A-Z0-9]")
MARKS = "“”\"‘’'"

TOKEN = re.compile(
    r"[“\"‘']{0,2}\x02{1,80}[”\"’']{0,2}"  # a title, hidden or (in a cue) shown
    r"|[“\"](?=[A-Z0-9])[^“”\"\n\x00\x02]{1,50}[”\"]"
    r"|\$?[0-9][0-9,.:]*[\w’'-]*|@?[^\W_][\w’'/-]*(?:\.(?=[\w’'-])[\w’'/-]*)*\.?|&"
)
ABBREVIATION = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Prof|Rev|St|Sen|Sens|Rep|Reps|Gov|Gen|Col|Lt|Sgt|Capt|Adm|Jr|Sr|No|(?:\w\.)+\w)\.$"
)
STATE = re.compile(r",\s(?:[A-Z]\.[A-Z]\.(?=\W|$)|[A-Z][a-z]{2,5}\.(?=,|\s[a-z]))")
_FILL = (  # adverbs and time words
    r"(?:[\s,]*+(?:(?:[Oo]n|[Ll]ate|[Ee]arly|[Ll]ast|[Tt]his|[Tt]he|[Ee]arlier|[Ll]ater|[Rr]ecently|[Yy]esterday"
    r"|[Tt]oday|[Tt]onight|morning|afternoon|evening|night|week|month|year|day|weekend|also|then|once|again"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
    r"|[0-9]{1,4}|[a-z]{2,12}ly|in\s[12][0-9]{3}"
    r"|in\s(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"|before|after\sthat|that\s(?:day|week|month|year|night))\b)){0,6}[\s,]*+"
)
THAT_DAY = re.compile(r"\bthat\s(?:day|week|month|year|night|morning|evening)\b")
FILL = re.compile(_FILL + "$")
OPENED = re.compile(
    r"[\s,\"”’]*+(?:(?:but|and|yet|then|also|so|however|still|who|which|meanwhile|instead|even|only|or|as|when|while"
    r"|thus|now|indeed|again|moreover|first|in\sfact|for\sexample|at\sone\spoint)\b[\s,]*+)"
    rf"{{0,3}}{_FILL}"
    r"(?P<speaking>\b(?:speaking|appearing|testifying|writing|talking|tweeting|posting|asked|questioned|interviewed)\b"
    r"[^,;:\x00\x02]{0,80}?)?\s*$",
    re.IGNORECASE,
)
BOUNDARY = re.compile(
    r"[;:—–]|\s--?\s|,\s(?=(?:and|but)\s)"
    r"|\b(?:and|but|that|when|while|as)\s(?=in\b|at\b|on\b|during\b)"
)
PREPOSITION = re.compile(
    r"\b(?P<word>in|on|at|during|via|through|by|from|over|outside|inside|before|to|took\sto|taking\sto|takes\sto)\s+",
    re.IGNORECASE,
)
COMPLEMENT = re.compile(r"\s(?P<word>with|to|in|at|on|for|from|of|before|outside|by)\s")
ISSUED = re.compile(r"\b(?P<verb>[a-z]{3,10})\s", re.IGNORECASE)
OFF = re.compile(r"\s*(?:of|about|for|against|regarding|like|than)\b")


def goes_on(taken: Sequence[re.Match[str]], match: re.Match[str], following: re.Match[str] | None) -> bool:
    """Whether a word carries on the noun phrase of the words before it."""
    word = match.group()
    low = word.lower().rstrip(".")
    after = following.group() if following is not None else ""
    if not taken:
        return _begins(word, after)
    previous = taken[-1].group()
    if len(taken) == 1 and previous.lower() in OBJECTS and previous.lower() != "her":
        return False
    if previous.lower() == "her" and len(taken) == 1 and (low in STOPS or low in DAYS or low.endswith("ly")):
        return False
    if ends_sentence(previous):
        return False
    if _TITLE.search(word):
        return is_owner(previous) or previous[:1].isupper() or previous.lower() in DETERMINERS
    if _TITLE.search(previous):
        return word[:1].islower() and low in OUTLET_NOUNS | SHOWS
    if low == "of":
        return bool(after) and (after[:1].isalnum()) and after.lower() not in ("course", "which", "whom")
    if low == "&" or (low == "the" and previous[:1].isupper() and after[:1].isupper()):
        return True
    if previous.lower() == "of" and low in ("about", "over", "around", "nearly"):
        return after[:1].isdigit()
    if previous.lower() == "of":
        return low not in STOPS or low in DETERMINERS
    if low == "and":
        return _joins(taken, after)
    if previous.lower() == "and":
        return True
    if low in DAYS | MONTHS and word[:1].isupper():
        return (
            is_owner(word)
            or previous.lower() in DETERMINERS
            or (is_owner(previous) and bool(after))
            or " ".join(one.group().lower() for one in taken[-2:]) == "fox news"
        )
    if word[:1].isupper() or word[:1].isdigit() or word[:1] == "@":
        year = previous.lower().rstrip(".") in MONTHS
        return year or not (word[:1].isdigit() and previous[:1].isupper())
    only_opening = all(_opens_phrase(one.group()) for one in taken)
    if low in ("written", "sworn", "spoken") and only_opening:
        return True
    if low in DETERMINERS or (low in STOPS and not (low == "last" and previous.lower() in DETERMINERS)):
        return False
    if low.endswith("ed") and low not in NO_VERB_ED and not only_opening and "-" not in low:
        return False
    if low.endswith("ing") and low not in NO_VERB_ING and not only_opening:
        return low in EVENTS | DOCUMENTS
    if low in ("early", "late") or (low.endswith("ly") and low not in NOUN_LY):
        return only_opening
    if previous[:1].isupper() and not is_owner(previous) and taken[0].group()[:1].isupper():
        low = low.removesuffix("’s").removesuffix("'s")
        known = low in _AFTER_NAMES or is_human(low)
        return known or (taken[0].group().lower() == "the" and not low.endswith("s"))
    return True


def _begins(word: str, after: str) -> bool:
    low = word.lower().rstrip(".")
    if low in OBJECTS or low in DETERMINERS or _TITLE.search(word) is not None:
        return True
    if low in ("last", "one", "each", "those", "both", "this"):
        return bool(after)
    if low in DAYS | MONTHS:
        return is_owner(word) or after.lower() in TIMES_OF_DAY or after.endswith(("'s", "’s"))
    return low not in STOPS and not (low.endswith("ly") and low not in NOUN_LY)


def _joins(taken: Sequence[re.Match[str]], after: str) -> bool:
    """Whether "and" joins two of a kind: two names, or two kinds of people."""
    last = taken[-1].group()
    if last == "rank":
        return after == "file"
    if last[:1].isupper():
        return after[:1].isupper()
    return after[:1].islower() and is_human(last.lower()) and is_human(after.lower())


def _opens_phrase(word: str) -> bool:
    low = word.lower()
    return low in DETERMINERS or low.endswith("ly") or is_owner(word) or low[:1].isdigit()


def is_owner(word: str) -> bool:
    return word.endswith(("'s", "’s", "s'", "s’"))


def ends_sentence(word: str) -> bool:
    return word.endswith(".") and ABBREVIATION.search(word) is None


def head_of(word: re.Match[str]) -> tuple[str, bool]:
    plain = word.group().rstrip(".")
    named = plain[:1].isupper() or _TITLE.search(plain) is not None or plain[:1] == "@"
    return plain.lower(), named


def is_human(head: str) -> bool:
    """Whether a noun names people or a body of people, in the singular or plural."""
    forms = {head, head.removesuffix("s"), head.removesuffix("es"), head.removesuffix("ies") + "y"}
    return bool(forms & HUMANS)


def outlet_end(text: str, start: int, end: int) -> int | None:
    """Where the name of an outlet or programme ends with which these words of a clause begin; None where none does."""
    words = list(TOKEN.finditer(text, start, end))
    plain = [word.group().rstrip(".").replace("’", "'").lower() for word in words]
    article = plain[:1] == ["the"]
    capital = bool(words) and words[-1].group()[:1].isupper()
    if capital and (" ".join(plain) in PROGRAMMES or (article and " ".join(plain[1:]) in PROGRAMMES)):
        return end
    head = plain[-1] if plain else ""
    for number, word in enumerate(plain):
        if word in ("of", "from"):
            break
        name = word.removesuffix("'s").removesuffix("'")
        known = name in OUTLETS or (number > 0 and article and name in ARTICLE_OUTLETS)
        if not known or not words[number].group()[:1].isupper():
            continue
        if number and not article and plain[number - 1] in HE | SHE | EITHER:
            return None  # a person called Post
        rest = plain[number + 1 :]
        if name != word:
            if (
                any(_TITLE.search(later) or later in PROGRAMME_WORDS for later in rest)
                or " ".join(rest) in PROGRAMMES
            ):
                return end
            return words[number].end() - (len(word) - len(name))
        if rest and head not in OUTLET_NOUNS | SHOWS and words[-1].group()[:1].islower():
            return None  # "CNN viewers"
        if not any(later.group()[:1].isupper() for later in words[number + 1 :]):
            return end
    if head in OUTLET_NOUNS and article:
        return end
    return end if len(words) == 1 and _TITLE.search(text, start, end) else None
