"""Date phrases of English news prose and the words that part one clause from another: written by hand here.

`PATTERNS` pairs each kind of phrase with what it looks like; `people.dates` reads what they find. Every repetition
is bounded, so that a search takes time linear in the text. White space in a pattern is laid out, not matched.
"""

import re

RELATIVE = frozenset("who whom whose which where".split())
# What begins another clause, or another matter, than the cue's.
CLAUSE = RELATIVE | frozenset(
    """that when whenever while after before as because since although though if unless until till whether why how
    despite whereas than once but so about regarding concerning including citing following lest
    noting adding saying""".split()
)
# Verbs that their form does not show ("held" but not "passed").
VERB = frozenset(
    """is are was were be been being am has have had having do does did will would could should might must shall
    went came took made gave met won lost held sent spoke told said says got began left ran put sat stood saw
    fell broke kept led hit found felt knew thought brought bought built caught chose drew drove flew forgot grew
    heard meant paid rose shot shown slept sold sought spent struck swore taught threw understood wore wrote
    written known taken given seen gone done begun born become became set let cut
    comes goes takes makes gets gives means leads holds""".split()
)
ISSUED = frozenset(
    "released issued posted published dated delivered sent distributed circulated tweeted aired".split()
)
SPEAKING = frozenset(
    """speaking appearing testifying writing talking tweeting responding answering asked pressed questioned
    interviewed""".split()
)
NO_VERB_ED = frozenset(
    "united hundred sacred red need indeed embed speed feed seed breed unprecedented".split()
)
NO_VERB_ING = frozenset(
    """morning evening during following according meeting briefing hearing gathering building king ring spring
    thing wing something anything nothing everything ceiling wedding filing ruling opening taping""".split()
)
DETERMINERS = frozenset("a an the his her their its our my this that these those some any no".split())
PREPOSITIONS = frozenset(
    """on in at during to with from by via through near outside inside aboard over under alongside after
    before""".split()
)
# Right before a date, these say that it is no date of saying: "until Tuesday", "a week of May".
NOT_OF_SAYING = frozenset(
    """since until till by from through for of about before after toward towards beyond between every each most
    many per than like both past following""".split()
)
# What may follow date words that stand by themselves; another noun would be dated by them ("Tuesday vote").
FOLLOWERS = (
    PREPOSITIONS
    | CLAUSE
    | frozenset("and or also again only not of for there here too both amid ahead just even the a".split())
)
NAMES_AFTER_DAY = frozenset(
    "Times Night Morning Group Review Herald Telegraph Express Mirror Post Journal Magazine Show".split()
)
OPENERS = PREPOSITIONS | frozenset(
    "but and yet then also meanwhile still later earlier so however back only just even".split()
)

_S = r"\s{1,3}"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_YEAR = r"(?:1[6-9]|20)[0-9][0-9](?![0-9,][0-9]|-[0-9]|s\b)"
_DAY = r"(?<![0-9])[0-9]{1,2}(?:st|nd|rd|th)?(?![0-9:/%]|[.,][0-9])"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_PART = r"(?:(?:early|late|mid)[\s-])?(?:morning|mid-?afternoon|afternoon|evening|night|midday|noon)"
_EARLY = r"(?:(?:[Ee]arly|[Ll]ate|[Mm]id|[Ee]arlier|[Ll]ater)[\s-]{1,2}(?:on\s|in\s)?)?"
_ON = rf"(?:\b[Oo]n{_S}(?:the{_S})?(?:{_PART}{_S}of{_S})?)?\b{_EARLY}"
_RANGE = rf"(?P<range>(?:\s?[-–—]\s?|{_S}(?:to|and|through|or){_S})(?:{_MONTH}{_S}|the{_S})?(?:{_DAY}|{_WEEKDAY}))?"
_AFTER_DAY = rf"(?:,?{_S}{_PART}\b)?"
NUMBERS = dict(
    zip("one two three four five six seven eight nine ten eleven twelve".split(), range(1, 13), strict=True)
)
_COUNT = rf"(?:an?|[0-9]{{1,3}}|{'|'.join(NUMBERS)})"
_VAGUE = (
    r"(?:about|around|nearly|almost|roughly|some|over|under|barely|(?:just\s)?(?:more|less)\sthan|at\sleast|fewer\sthan"
    r"|just\sover|just\sunder|not\slong|a\scouple(?:\sof)?|a\sfew|several|many|a\shalf|half\sa)"
)
_UNIT = r"(?P<unit>minute|hour|day|week|weekend|month|year|decade)s?"
_SEASON = r"(?:spring|summer|fall|autumn|winter)"
TELLING = (
    r"(?:interviews?|speech(?:es)?|statements?|tweets?|posts?|rall(?:y|ies)|debates?|briefings?|addresse?s?|remarks|letters?"
    r"|memos?|e-?mails?|reports?|op-ed|columns?|essays?|articles?|editorials?|books?|memoirs?|hearings?|testimony|lectures?"
    r"|sermons?|conferences?|calls?|appearances?|meetings?|forums?|events?|broadcasts?|episodes?|podcasts?|shows?|messages?"
    r"|videos?|rulings?|opinions?|orders?|decisions?|polls?|surveys?|stud(?:y|ies)|analys[ie]s|papers?|reviews?|notes?|blogs?"
    r"|summits?|panels?|town\shalls?|fundraisers?|press\sreleases?|releases?|newscasts?|filings?|lawsuits?|complaints?"
    r"|affidavits?|depositions?|trials?|games?|matches|breakfasts?|lunch(?:eon)?|dinners?|ceremon(?:y|ies)|sessions?|documentary"
    r"|announcements?|profiles?|discussions?|conversations?|stops?)"
)
_EVENT = (
    r"(?:wars?|debates?|campaigns?|elections?|primar(?:y|ies)|caucus(?:es)?|conventions?|attacks?|shootings?|votes?|rulings?"
    r"|hearings?|trials?|storms?|hurricanes?|earthquakes?|floods?|fires?|crisis|pandemic|outbreak|summits?|games?|match(?:es)?|race"
    r"|talks|meetings?|verdicts?|bombings?|massacres?|murders?|killings?|crash|explosions?|coup|invasion|siege|strikes?|protests?"
    r"|riots?|referendum|inauguration|funeral|ceremony|ceasefire|cease-fire|recession|lockdown|announcements?|resignation"
    r"|arrests?|raids?|speech|address|session|inquest|inquiry|polls\sclosed|disaster|collapse|scandal|contests?|victory|defeat|loss|win)"
)
_OWNER = r"(?:[Tt]he|[Aa]n?|his|her|their|its|our|this|that|last|those|these|[A-Z][\w.-]{0,30}[’']s?)"
_WORDS = r"(?:[\w.&’'-]{1,30}\s{1,3})"
_DATED = (
    rf"(?:{_WEEKDAY}(?:{_S}{_PART})?|{_MONTH}{_S}{_DAY}(?:,?{_S}{_YEAR})?|{_MONTH},?{_S}{_YEAR}|{_YEAR}|{_MONTH}"
    r"|[Yy]esterday|[Tt]oday|[Ll]ast\s(?:night|month|year|week)|[Tt]his\s(?:week|month|year))"
)  # fmt: skip
# A name that looks like a day: shows, papers and feasts.
_NAMED_DAY = (
    r"Super\sTuesday|Election\s(?:Day|Night)|election\s(?:day|night)|(?:Labor|Memorial|Independence|Inauguration|Veterans|Presidents[’']?"
    r"|Mother[’']s|Father[’']s|Valentine[’']s|Columbus|Boxing)\sDay|Thanksgiving(?:\sDay)?|Christmas(?:\s(?:Day|Eve))?"
    r"|New\sYear[’']s\s(?:Day|Eve)|Easter(?:\s(?:Sunday|Monday))?|Good\sFriday|Black\sFriday|Cyber\sMonday|Palm\sSunday|Ash\sWednesday"
    r"|Halloween|Ramadan|Passover|Yom\sKippur|9/11"
)

_CLOCK = r"[0-9]{1,2}(?::[0-9][0-9])?\s?[ap]\.?m\b\.?|[0-9]{1,2}:[0-9][0-9](?::[0-9][0-9])?"
_ZONE = r"(?:\s(?P<zone>[A-Z]{2,4})\b)?"
CLOCK_BEFORE = re.compile(rf"(?:\bat{_S})?(?<![0-9:])(?P<clock>{_CLOCK}){_ZONE},?{_S}(?:on{_S})?$")
CLOCK_AFTER = re.compile(rf",?{_S}(?:at{_S})?(?P<clock>{_CLOCK}){_ZONE}")


_NAMING = rf"(?:(?P<weekday>{_WEEKDAY}),?{_S}(?:the{_S})?)?"
_BACK = rf"(?:[Bb]ack{_S})?"
_COUNT_WORD = rf"(?:[Tt]he|[Aa]n?|[0-9]{{1,3}}|{'|'.join(f'{word}|{word.title()}' for word in NUMBERS)})"
_STOP_WORDS = (
    r"(?:after|before|on|in|at|of|about|and|who|that|when|as|to|for|with|from|will|would|is|are|was|were|has|had"
    r"|an?|the|his|her|their|its)\b"
)

# The kind of a phrase, and what it looks like. Of two that begin at one place the longer counts.
_PHRASES = (
    # in a 2014 interview, at Tuesday's debate, the 2014 report
    ("held", rf"""(?:\b(?:[Ii]n|[Aa]t|[Dd]uring|[Oo]n|[Vv]ia){_S}(?:{_OWNER}{_S})?
        (?:(?!(?:after|before|since|on|in|at|of|about|by|to|for|from)\b)[a-z-]{{1,30}}{_S}){{0,2}}?|\b(?:{_OWNER}{_S})?)
        (?P<core>\b{_DATED})(?:[’']s)?{_S}(?:(?!{_STOP_WORDS}){_WORDS}){{0,3}}?{TELLING}\b"""),
    # Wednesday, September 20, 2023; the 20th of September 2023; 2023-09-20; 20/09/2023
    ("full", rf"{_ON}{_NAMING}(?P<core>\b{_MONTH}{_S}{_DAY},?{_S}{_YEAR}\b){_AFTER_DAY}"),
    ("full", rf"{_ON}{_NAMING}(?P<core>{_DAY}(?:{_S}of)?{_S}{_MONTH},?{_S}{_YEAR}\b)"),
    ("iso", rf"(?:\b[Oo]n{_S})?(?<![\w-])(?P<core>(?:1[6-9]|20)[0-9][0-9]-[0-9][0-9]-[0-9][0-9])(?![\w-])"),
    ("numeric", rf"(?:\b[Oo]n{_S})?(?<![0-9/])(?P<core>[0-9]{{1,2}}/[0-9]{{1,2}}/(?:1[6-9]|20)[0-9][0-9])(?![0-9/])"),
    ("month year", rf"(?:\b{_BACK}[Ii]n{_S})?\b{_EARLY}(?P<core>\b{_MONTH},?{_S}(?:of{_S})?{_YEAR}\b)"),
    # September 20, 20 September
    ("month day", rf"""{_ON}{_NAMING}(?P<core>\b{_MONTH}{_S}{_DAY})\b
        (?!\s(?:million|billion|percent|people)){_RANGE}{_AFTER_DAY}"""),
    ("month day", rf"{_ON}{_NAMING}(?P<core>{_DAY}(?:{_S}of)?{_S}{_MONTH})(?!\w)"),
    ("month", rf"""\b(?P<lead>{_BACK}[Ii]n|[Ll]ast|[Tt]his(?:{_S}past)?|[Ee]arlier{_S}in|[Ll]ate{_S}in){_S}{_EARLY}
        (?P<core>{_MONTH})(?!\w|\.?\s[0-9])(?:{_S}(?:of{_S})?(?P<owner>last|this){_S}year\b)?"""),
    ("year", rf"\b[Ii]n{_S}(?:the{_S})?{_EARLY}{_SEASON}{_S}(?:of{_S})?(?P<core>{_YEAR})\b"),
    ("year", rf"\b{_BACK}(?:[Ii]n{_S}{_EARLY}|[Ee]arly{_S}in{_S}|[Ll]ate{_S}in{_S})(?P<core>{_YEAR})\b"),
    ("open", rf"\b{_BACK}[Ii]n{_S}the{_S}{_EARLY}(?:(?:1[6-9]|20)[0-9]|[’'‘][0-9])0s\b"),
    ("weekday", rf"""{_ON}(?P<lead>\b(?:[Ll]ast|[Nn]ext|[Tt]his(?:{_S}past)?|[Tt]he{_S}(?:past|last)){_S})?
        \b(?P<core>{_WEEKDAY})\b{_RANGE}{_AFTER_DAY}(?P<week>{_S}(?:of{_S})?(?:last|this){_S}week\b)?"""),
    ("open", rf"\b(?:[Oo]n|[Aa]t){_S}(?:{_NAMED_DAY})(?!\w)"),
    # yesterday evening, tonight, this morning
    ("near day", rf"""\b{_EARLY}(?P<core>(?:[Yy]esterday|[Tt]oday|[Tt]omorrow)(?:{_S}{_PART}\b)?|[Tt]onight
        |[Tt]his{_S}{_PART}|[Ll]ast{_S}(?:night|evening))\b"""),
    # last month, earlier this year, over the past two weeks
    ("unit", rf"""\b(?:[Ii]n{_S}|[Oo]ver{_S})?{_EARLY}(?P<the>the{_S})?(?P<which>[Tt]his{_S}past|[Ll]ast|[Tt]his|[Nn]ext
        |[Pp]ast)(?P<many>{_S}(?:few|couple\sof|several|{_COUNT}))?{_S}(?P<unit>week|weekend|month|year|decade|{_SEASON})s?\b"""),
    ("open", rf"""\b(?:[Oo]ver|[Oo]n|[Aa]t){_S}the{_S}weekend\b
        |\b(?:[Ee]arlier|[Ll]ater|[Ll]ate|[Ee]arly){_S}in{_S}the{_S}(?:day|week|month|year|evening|campaign|war|trial)\b
        |\b(?:[Ii]n|[Oo]ver){_S}(?:the{_S})?recent{_S}(?:days|weeks|months|years)\b"""),
    # two days ago, about a year ago
    ("ago", rf"""\b(?P<vague>{_VAGUE}{_S})?(?:[Jj]ust{_S}|[Oo]nly{_S}|[Ee]xactly{_S})?
        (?:(?P<count>{_COUNT_WORD}){_S}|\b){_UNIT}(?P<half>{_S}and{_S}a{_S}half)?{_S}ago\b"""),
    # two days later
    ("later", rf"""\b(?P<vague>{_VAGUE}{_S})?(?P<count>{_COUNT_WORD}){_S}{_UNIT}{_S}(?P<way>later|earlier|before)\b
        (?!{_S}(?:the|a|this|that|his|her|he|she|they|it)\b)"""),
    # the next day, that night, later that year
    ("beside", rf"""\b(?:[Oo]n{_S})?(?:[Ll]ater{_S}|[Ee]arlier{_S}|[Ll]ate{_S}|[Ee]arly{_S})?
        (?:[Tt]he{_S}(?:very{_S})?(?P<which>next|following|same|previous)|[Tt]hat(?:{_S}same)?){_S}
        (?P<unit>day|morning|afternoon|evening|night|week|weekend|month|year)\b"""),
    # three days after the war began
    ("offset", rf"""\b(?:[Jj]ust{_S}|[Oo]nly{_S}|[Oo]n{_S})?(?P<vague>{_VAGUE}{_S})?
        (?:(?:(?P<count>{_COUNT_WORD}){_S})(?P<unit>minute|hour|day|week|month|year)s?
        |(?:[Mm]inutes|[Mm]oments|[Hh]ours|[Dd]ays|[Ww]eeks|[Mm]onths|[Yy]ears)){_S}
        (?P<way>after|before|following){_S}(?P<event>[^,;:()“”"—–\x00\x02\n]{{2,90}})"""),
    # shortly after the debate, during the campaign
    ("open", rf"""\b(?:(?:[Ss]hortly|[Ss]oon|[Rr]ight|[Ii]mmediately|[Jj]ust|[Ll]ong){_S})?
        (?:(?:[Aa]fter|[Bb]efore(?!{_S}an?\b)|[Ff]ollowing|[Aa]head{_S}of|[Oo]n{_S}the{_S}eve{_S}of){_S}(?!meeting\b|winning\b)(?:{_OWNER}{_S})?
        |[Dd]uring{_S}(?:the|his|her|their|this|last|that){_S})
        (?:(?!(?:and|who|that|of|in)\b){_WORDS}){{0,3}}?{_EVENT}\b(?!{_S}(?:{TELLING}|trail|stop|manager|event)\b)"""),
    # day two of the war, on the day of the vote
    ("open", rf"""\b(?:[Oo]n{_S})?(?:[Dd]ay{_S}{_COUNT}|the{_S}\w{{1,12}}{_S}(?:day|night|week)|the{_S}day){_S}of{_S}
        (?:{_OWNER}{_S})?(?:(?!(?:and|who|that)\b){_WORDS}){{0,3}}?{_EVENT}\b"""),
)  # fmt: skip
PATTERNS = tuple((kind, re.compile(pattern, re.VERBOSE)) for kind, pattern in _PHRASES)
# No phrase is without one of these: most clauses have none, and need not be searched for each kind.
MAY_HOLD = re.compile(
    r"[0-9]|[Dd]ay|[Nn]ight|[Ww]eek|[Mm]onth|[Yy]ear|decade|[Mm]inute|[Hh]our|[Mm]oment|[Mm]orning|noon|[Ee]vening|[Ee]ve\b"
    r"|omorrow|[Ee]arl[iy]|[Ll]ater?\b|fter|efore|ollowing|head|uring|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
    r"|spring|summer|fall|autumn|winter|Christmas|Easter|Thanksgiving|Halloween|Ramadan|Passover|Kippur"
)
