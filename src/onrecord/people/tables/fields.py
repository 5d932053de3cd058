"""Nouns of a description and the field of life that each belongs to: "senator" is politics, "striker" is sport."""

_FIELDS = {
    "politics": """
        president minister premier chancellor senator congressman congresswoman congress lawmaker legislator parliament
        parliamentarian mp mep mps deputy governor mayor councillor councilman councilwoman alderman ambassador diplomat
        envoy secretary speaker whip party leader politician candidate nominee chief statesman dictator ruler
        king queen prince princess emperor monarch duke sultan emir shah crown foreign defence defense treasury interior
        commissioner government opposition republican democrat democratic conservative conservatives labour liberal
        socialist communist tory green senate house cabinet taoiseach  vice-president vice first lady
        presidential parliamentary state un nato secretary-general revolutionary independence activist campaigner
        dissident rebel guerrilla separatist
    """,
    "sport": """
        player footballer striker midfielder defender goalkeeper winger forward quarterback linebacker receiver pitcher
        outfielder infielder shortstop baseman catcher batsman bowler cricketer cricket wicketkeeper boxer boxing
        wrestler swimmer sprinter runner athlete hurdler jumper gymnast skater skier cyclist rower tennis golfer golf
        coach coach manager trainer champion championship olympic olympian medallist medalist racing driver jockey
        basketball football soccer rugby baseball hockey referee umpire captain fullback halfback guard center nba nfl
        mlb nhl fifa snooker darts chess grandmaster fighter ufc formula team club squad relay marathon triathlete
        surfer climber badminton judoka fencer
    """,
    "arts": """
        actor actress singer songwriter musician composer conductor pianist violinist guitarist drummer bassist rapper
        band rock pop jazz soul  dj producer director filmmaker film movie screenwriter playwright novelist
        author writer poet painter sculptor artist photographer architect designer dancer choreographer comedian comic
        cartoonist illustrator novel novels star soprano tenor baritone opera ballet theatre theater sitcom television
        tv soap model fashion chef cook bestselling oscar grammy booker
    """,
    "science": """
        scientist physicist chemist biologist geneticist mathematician astronomer astronaut cosmonaut engineer economist
        historian philosopher psychologist psychiatrist sociologist anthropologist archaeologist linguist geologist
        neuroscientist neurosurgeon surgeon physician doctor epidemiologist virologist immunologist researcher professor
        scholar academic university botanist zoologist ecologist inventor computer nobel theologian statistician
        cardiologist oceanographer meteorologist climatologist nurse
    """,
    "law": """
        judge justice lawyer attorney prosecutor solicitor barrister jurist counsel court magistrate advocate sheriff
        police detective fbi marshal
    """,
    "business": """
        ceo executive founder co-founder businessman businesswoman entrepreneur investor banker financier billionaire
        tycoon magnate industrialist chairman chairwoman company firm bank fund retailer trader developer
        philanthropist hedge heir heiress brewer automaker
    """,
    "military": """
        general admiral colonel commander marshal soldier army navy air-force officer lieutenant major sergeant brigadier
        pilot veteran troops whistleblower spy
    """,
    "religion": """
        pope cardinal bishop archbishop priest pastor preacher evangelist rabbi imam ayatollah cleric monk nun lama saint
        missionary patriarch televangelist reverend theologian
    """,
    "media": """
        journalist reporter correspondent columnist editor broadcaster presenter anchor newsreader commentator pundit
        host blogger publisher podcaster critic interviewer
    """,
    "crime": """
        murderer killer gangster mobster fugitive drug cartel convicted serial fraudster bomber hijacker assassin
        terrorist shooter inmate kidnapper
    """,
}  # fmt: skip

# Within sport and the arts, one trade is seldom left for another: a pitcher and a goalkeeper of one name are two.
_TRADES = {
    "basketball": "basketball nba wnba guard guards center centre",
    "american football": "quarterback linebacker receiver cornerback lineman nfl tackle rusher touchdown punter",
    "baseball": "pitcher catcher outfielder infielder shortstop baseman baseball mlb slugger batter",
    "football": "striker midfielder goalkeeper winger footballer fullback defender fifa uefa bundesliga",
    "cricket": "cricketer cricket batsman bowler wicketkeeper wicket",
    "rugby": "rugby flanker fly-half scrum-half prop lock",
    "tennis": "tennis wimbledon",
    "golf": "golfer golf",
    "boxing": "boxer boxing heavyweight middleweight welterweight fighter ufc wrestler",
    "athletics": "runner sprinter hurdler jumper marathon athlete decathlete triathlete 100m 200m 400m 800m",
    "water": "swimmer swimming diver diving rower rowing sailor surfer",
    "motor": "racing driver formula nascar rally motorcycle",
    "ice": "hockey nhl skater skating skier skiing snowboarder",
    "cycling": "cyclist cycling",
    "gymnastics": "gymnast gymnastics",
    "badminton": "badminton",
    "darts": "darts snooker bowls billiards",
    "chess": "chess grandmaster",
    "film": "actor actress film movie filmmaker screenwriter bollywood hollywood sitcom soap",
    "music": "singer songwriter musician composer conductor pianist violinist guitarist drummer bassist rapper band rock"
    " pop jazz soul soprano tenor baritone opera dj album song",
    "letters": "novelist author writer poet playwright novel novels booker essayist",
    "pictures": "painter sculptor photographer architect cartoonist illustrator designer artist",
    "comedy": "comedian comic",
    "dance": "dancer choreographer ballet",
}
# Words with a capital in mid-phrase are names ("Sacramento Kings"), of which these alone tell a field.
CAPITALISED = frozenset(
    """
    republican democrat democratic conservative labour liberal socialist tory congress senate parliament house
    olympic fifa nba nfl mlb nhl ufc wimbledon bollywood hollywood booker oscar grammy nobel fbi nato un mp
    """.split()
)
# Clubs, known by a word with a capital: "the Buffalo Bills quarterback".
_CLUBS = {
    "american football": """
        bills dolphins patriots jets ravens bengals browns steelers texans colts jaguars titans broncos chiefs raiders
        chargers cowboys eagles commanders redskins bears lions packers vikings falcons saints buccaneers rams 49ers
        seahawks oilers
    """,
    "basketball": """
        celtics nets knicks 76ers sixers raptors bulls cavaliers pistons pacers bucks hawks hornets heat magic wizards
        nuggets timberwolves thunder blazers warriors clippers lakers suns mavericks rockets grizzlies pelicans spurs
        supersonics bobcats bullets wnba fever
    """,
    "baseball": """
        yankees orioles twins tigers royals astros mariners braves marlins mets phillies cubs reds brewers pirates
        dodgers padres rockies diamondbacks expos
    """,
    "ice": "bruins sabres canadiens leafs leaf canucks penguins flyers islanders whalers nordiques blackhawks",
    "football": """
        chelsea arsenal liverpool everton tottenham barcelona juventus milan hibernian celtic rovers wanderers hotspur
        albion villa ajax benfica bayern dortmund hearts
    """,
}
# Two words that mean what neither means alone.
PHRASES: dict[str, tuple[str, str]] = {
    "running back": ("sport", "american football"), "tight end": ("sport", "american football"),
    "defensive end": ("sport", "american football"), "pass rusher": ("sport", "american football"),
    "defensive back": ("sport", "american football"), "right back": ("sport", "football"),
    "left back": ("sport", "football"), "centre back": ("sport", "football"), "ice hockey": ("sport", "ice"),
    "chief executive": ("business", ""), "attorney general": ("law", ""), "chief justice": ("law", ""),
    "general manager": ("sport", ""), "director general": ("politics", ""), "secretary general": ("politics", ""),
    "governor general": ("politics", ""), "head coach": ("sport", ""), "civil servant": ("politics", ""),
    "solicitor general": ("law", ""), "surgeon general": ("science", ""), "district attorney": ("law", ""),
    "political scientist": ("science", ""), "film director": ("arts", "film"), "rights leader": ("politics", ""),
    "all blacks": ("sport", "rugby"), "formula one": ("sport", "motor"), "talk show": ("media", ""),
    "television actress": ("arts", "film"), "television actor": ("arts", "film"), "rock band": ("arts", "music"),
    "world cup": ("sport", ""), "super bowl": ("sport", "american football"), "press secretary": ("politics", ""),
}  # fmt: skip

FIELD_OF: dict[str, frozenset[str]] = {}
for _field, _words in _FIELDS.items():
    for _word in _words.split():
        FIELD_OF[_word] = FIELD_OF.get(_word, frozenset()) | {_field}
# Fields whose people often change into one another: no evidence that they are two.
NEAR = frozenset(
    frozenset(pair)
    for pair in (
        ("politics", "law"), ("politics", "military"), ("politics", "business"), ("politics", "media"), ("politics", "religion"),
        ("arts", "media"), ("science", "business"), ("military", "law"), ("arts", "business"), ("politics", "science"),
        ("law", "crime"), ("science", "law"),
    )
)  # fmt: skip
TRADE_OF: dict[str, frozenset[str]] = {}
for _trade, _line in _TRADES.items():
    for _word in _line.split():
        TRADE_OF[_word] = TRADE_OF.get(_word, frozenset()) | {_trade}
NEAR_TRADES = frozenset(
    frozenset(pair)
    for pair in (
        ("film", "music"), ("film", "comedy"), ("film", "letters"), ("music", "comedy"), ("comedy", "letters"),
        ("dance", "film"), ("dance", "music"), ("music", "letters"), ("pictures", "letters"),
    )
)  # fmt: skip
CLUB_OF: dict[str, str] = {club: trade for trade, clubs in _CLUBS.items() for club in clubs.split()}
SPORTS = frozenset(list(_TRADES)[: list(_TRADES).index("film")])
