"""Nouns that tell what may speak: people by office, trade or kin, groups, documents, and words that name nobody."""

# Titles and offices that stand before a name, in the singular and lower case; `.` left out.
TITLES = frozenset(
    """
    mr mrs ms miss mx dr doctor prof professor rev reverend fr father sister brother sir dame lord lady
    baron baroness king queen prince princess pope cardinal bishop archbishop imam rabbi ayatollah sheikh
    emperor sen sens senator senators rep reps representatives representative gov govs governor pres
    president vp vice-president chancellor premier minister secretary undersecretary deputy assistant
    speaker leader whip chairman chairwoman chairperson chair co-chair co-chairman congressman
    congresswoman assemblyman assemblywoman assemblymember lawmaker councilman councilwoman councilmember
    alderman selectman mayor sheriff judge justice attorney solicitor prosecutor counsel commissioner
    director general gen lt lieutenant col colonel maj major capt captain sgt sergeant cpl corporal adm
    admiral cmdr commander officer detective det inspector chief superintendent supt marshal trooper
    ambassador envoy consul diplomat delegate treasurer comptroller controller auditor ombudsman
    coordinator administrator executive founder co-founder owner ceo cfo coo manager editor
    editor-in-chief publisher reporter journalist columnist correspondent anchor co-anchor host co-host
    moderator commentator pundit analyst blogger author writer novelist poet historian economist scientist
    researcher scholar pollster strategist consultant lobbyist adviser advisor aide spokesman spokeswoman
    spokesperson candidate nominee rival activist organizer organiser advocate lawyer actor actress
    comedian singer musician rapper artist producer filmmaker coach player quarterback businessman
    businesswoman entrepreneur billionaire millionaire investor banker developer mogul tycoon magnate
    resident voter supporter veteran student teacher farmer worker volunteer survivor witness neighbor
    neighbour republican democrat democratic conservative liberal libertarian socialist independent wife
    husband son daughter mother uncle aunt cousin nephew niece grandfather grandmother friend pm ag hon
    honorable marine messrs mme mlle herr frau monsieur madame senor senora don
    """.split()
)

HE_WORDS = frozenset(
    """
    mr sir lord king prince father brother son husband uncle nephew grandfather man boy gentleman guy dad
    chairman congressman assemblyman councilman alderman selectman spokesman businessman actor salesman
    policeman fireman herr monsieur senor pope cardinal imam rabbi ayatollah sheikh emperor baron fiance
    widower impresario
    """.split()
)
SHE_WORDS = frozenset(
    """
    mrs ms miss dame lady queen princess mother sister daughter wife aunt niece grandmother woman girl mom
    chairwoman congresswoman assemblywoman councilwoman spokeswoman businesswoman actress policewoman frau
    madame mme mlle senora baroness fiancee widow heroine
    """.split()
)

# Who a source may be when no name is given. Anything that ends so is a person, or people.
PEOPLE = (
    TITLES
    | HE_WORDS
    | SHE_WORDS
    | frozenset(
        """
    respondent official source person people one insider operative donor participant attendee protester demonstrator
    critic opponent expert specialist observer employee staffer staff member colleague boss client
    customer buyer seller guest speaker narrator passenger driver pilot police cop crowd audience public
    user commenter panelist parent child kid teenager patient nurse physician doctor victim suspect
    defendant plaintiff hacker inmate immigrant refugee citizen taxpayer viewer reader listener biographer
    professor academic scholar figure veteran hopeful incumbent frontrunner contender challenger newcomer
    fan ally backer detractor follower foe enemy devotee enthusiast booster surrogate campaigner cashier barista
    physicist chemist biologist engineer scientist theologian minister firefighter paramedic bystander onlooker
    front-runner runner-up standard-bearer radioman newsman newspaperman strongman matriarch patriarch
    outsider heir celebrity star chairperson psychiatrist psychologist neurosurgeon surgeon legislator
    politician statesman bureaucrat regulator executive partner aide former ex-president ex-wife
    ex-husband man woman boy girl teen mogul impostor imposter doppelganger look-alike heavyweight native
    loyalist dissident defector spy agent soldier guard warden clerk janitor priest pastor intern trainer
    nominee designer representative rep constituent others some many several few most both author attorney
    """.split()
    )
)

GROUPS = frozenset(
    """
    campaign committee commission council party company firm organization organisation group team
    administration government department ministry agency bureau office court union association federation
    coalition alliance university college school institute foundation center centre think-tank network
    bank corporation board cabinet congress senate house parliament legislature assembly embassy consulate
    delegation caucus chapter club band church diocese hospital military army navy force police watchdog
    charity nonprofit pac league society conference movement family regime kremlin pentagon white-house
    startup manufacturer maker airline retailer publisher press studio brand panel jury task-force side
    camp faction opposition majority minority leadership
    """.split()
)

DOCUMENTS = frozenset(
    """
    tally average count
    report statement poll survey study letter document memo memorandum email e-mail transcript article
    story editorial column book memoir biography paper newspaper magazine outlet journal website site page
    post blog tweet message text note lawsuit suit complaint petition filing indictment affidavit ruling
    opinion decision order bill law legislation act amendment constitution resolution platform plan
    proposal draft agreement treaty pact deal accord contract policy guideline rule regulation release
    press-release announcement advisory notice bulletin ad advertisement commercial video clip film movie
    documentary song headline caption sign banner poster placard label excerpt passage speech address
    remark manifesto declaration brief review analysis assessment audit investigation inquiry finding
    result data figure statistic number research evidence record account log application form invitation
    profile listing entry dispatch cable communique version copy media feed newsletter publication tabloid
    daily weekly station broadcaster channel network program programme show
    """.split()
)

# A document that is somebody's own words: "Orme's account", "his letter" — the speaker is who made it.
OWN_WORDS = frozenset(
    "account letter statement email e-mail tweet response remarks remark words testimony reply message answer "
    "comment comments speech address post memo note twitter".split()
)

# Words that make a run of capitals an organisation, an outlet or a thing, not a person.
ORGANISATION = frozenset(
    """
    today party committee commission department ministry agency bureau office administration council congress
    senate house parliament court university college school institute institution foundation center centre
    association federation union league society alliance coalition network news times post journal tribune
    herald gazette chronicle sentinel observer star daily press radio television tv channel magazine
    review media group company corp corporation inc ltd llc co bank trust fund capital partners holdings
    industries airlines motors international global national campaign project initiative program programme
    service services system systems board authority police army navy guard force forces command corps
    brigade church cathedral mosque temple synagogue hospital clinic museum library theater theatre
    orchestra club team academy conference convention caucus delegation task caucuses primary republicans
    democrats conservatives liberals libertarians americans christians muslims jews evangelicals act
    amendment law bill constitution treaty accord agreement doctrine declaration report study poll survey
    street avenue road boulevard square park bridge tower towers plaza hotel resort casino airport stadium
    arena county city town village state states district island islands river lake mountain valley bay
    beach coast ocean sea war wars day week month year century election elections debate summit games
    olympics cup series award prize medal affairs security defense defence intelligence justice treasury
    labor labour commerce energy education health transportation agriculture interior homeland veterans
    reserve exchange pac america kingdom republic world east west north south hall building room tea gop
    twitter facebook google yahoo youtube instagram linkedin wikileaks nato cnn msnbc fox abc cbs nbc bbc
    pbs npr espn reuters politico breitbart bloomberg buzzfeed vox slate rights reform freedom action
    research studies science sciences technology politics policy relations business watch
    """.split()
)

# Of these, the words that are hardly anybody's family name: "Marine Corps" and "Clinton Foundation" name nobody.
BODIES = frozenset(
    """
    corps foundation university college committee commission party campaign department administration institute
    institution association federation league society alliance coalition network council congress senate parliament
    school center centre news times tribune herald gazette chronicle sentinel journal radio tv television media
    group company corp corporation inc ltd llc trust holdings industries airlines motors project initiative program
    programme services systems authority army navy brigade cathedral mosque synagogue hospital clinic museum library
    theater theatre orchestra club team academy conference convention caucus delegation republicans democrats
    conservatives liberals libertarians act amendment constitution treaty accord doctrine declaration poll survey
    avenue boulevard plaza hotel resort casino airport stadium arena county city island islands river valley
    election elections debate summit games olympics awards catholic protestant watch report
    """.split()
)

# Words that start with a capital for other reasons: never a name by themselves, and never its first word.
PLAIN = frozenset(
    """
    a an the this that these those he she it they we i you his her its their our my your who whom whose
    which what when where why how and or but nor so yet for as at by from in into of off on onto out over
    to up with without within after before during since until while because although though if unless
    whether than then there here now again also about above across against along among around behind below
    beneath beside between beyond despite down except inside like near outside past per through throughout
    toward towards under upon via is are was were be been being am do does did has have had will would
    shall should can could may might must not no yes only just even still both either neither each every
    all any some most many much more few several other another such same own one two three four five six
    seven eight nine ten first second third last next former later earlier meanwhile however moreover
    furthermore indeed instead otherwise therefore thus perhaps maybe asked told said says speaking
    responding according citing noting calling adding given once twice today yesterday tomorrow tonight
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december jan feb mar apr jun jul aug sept sep oct nov dec mon tue wed thu
    fri sat sun let get go come see look make take think know say ask tell let's it's that's he's she's
    there's i'm i've i'd we're we've they're don't didn't can't won't isn't well oh okay ok thank thanks
    please sorry hey hi hello people hundreds dozens thousands millions scores everyone everybody someone
    somebody nobody anyone nothing something anything good never always often sometimes recently finally
    eventually exclusive report watch video update breaking photo photos image read related advertisement
    follow sign continued added replied wrote tweeted concluded noted explained agreed nearly almost
    overall back part ever don supporters critics republicans democrats officials police prosecutors
    lawyers attorneys experts analysts
    """.split()
) - frozenset(["don"])

PLACES = frozenset(
    """
    hampshire jersey york carolina dakota rhode
    alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois
    indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi
    missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont
    washington wisconsin wyoming america britain england scotland wales ireland france germany italy spain
    portugal greece turkey russia ukraine poland china japan korea india pakistan afghanistan iran iraq
    syria israel palestine egypt libya africa asia europe australia canada mexico brazil argentina cuba
    venezuela colombia chile peru philippines indonesia vietnam thailand saudi arabia yemen lebanon qatar
    sweden norway denmark finland netherlands belgium austria switzerland hungary romania bulgaria serbia
    croatia albania kosovo georgia armenia crimea taiwan nigeria kenya ethiopia somalia sudan london paris
    berlin moscow kyiv kiev beijing tokyo brussels geneva rome madrid jerusalem baghdad tehran kabul
    damascus aleppo chicago boston philadelphia cleveland detroit miami orlando tampa tallahassee atlanta
    dallas houston denver seattle portland manhattan brooklyn hollywood guantanamo benghazi islam
    christianity internet earth fla calif pa va nev ariz colo mich minn wis tenn mass conn us usa u.s uk
    u.k eu u.n un d.c dc n.h n.y n.j n.c s.c r.i w.va
    """.split()
)
DEMONYMS = frozenset(
    """
    american british english scottish welsh irish french german italian spanish portuguese greek turkish
    russian ukrainian polish chinese japanese korean indian pakistani afghan iranian iraqi syrian israeli
    palestinian egyptian libyan african asian european australian canadian mexican brazilian cuban
    venezuelan colombian philippine filipino indonesian vietnamese thai saudi yemeni lebanese swedish
    norwegian danish finnish dutch belgian austrian swiss hungarian romanian bulgarian serbian croatian
    catholic christian muslim jewish hispanic latino latina republican democratic democrat gop southern
    northern eastern western central senior longtime veteran then-candidate acting interim retired ex
    """.split()
)
PARTICLES = frozenset(
    "de del della der den des di da do dos du la las le los van von bin ibn al el abu ter ten zu y e af".split()
)
SUFFIXES = frozenset("jr sr ii iii iv".split())

# First words of places and outlets ("New York", "Fort Worth"): a run that starts so names no person.
PLACE_STARTS = frozenset(
    "new north south west east big great old san los las santa fort mount lake cape port grand upper".split()
)
# Titles that go on with "of": "Secretary of State".
OF_TITLES = frozenset(
    "secretary undersecretary minister director attorney commissioner chief head house department duke speaker".split()
)
# Second words of an office that are nobody's family name: "Secretary General", "Prime Minister".
OFFICE_ENDS = frozenset(
    """
    general secretary minister president leader director officer chairman chairwoman chair commissioner manager adviser
    advisor spokesman spokeswoman spokesperson correspondent editor ambassador governor senator representative aide
    counsel delegate nominee candidate analyst reporter
    """.split()
)
# Outlets speak as documents, not as groups of people.
OUTLET_WORDS = frozenset(
    """
    today news times post journal tribune herald gazette chronicle sentinel observer star daily press radio tv
    television channel magazine review media cnn msnbc fox abc cbs nbc bbc pbs npr espn reuters politico
    breitbart bloomberg buzzfeed vox slate dealer examiner inquirer globe mail telegraph guardian
    independent beast advocate dispatch register bulletin courier record sun mirror express weekly ap afp
    upi newspaper
    """.split()
)

# What else a title says of who has it, for "the senator" after "Sen. X".
ROLES = {
    "sen": ("senator", "lawmaker", "legislator"),
    "senator": ("senator", "lawmaker", "legislator"),
    "rep": ("representative", "congressman", "congresswoman", "lawmaker", "legislator"),
    "congressman": ("congressman", "representative", "lawmaker"),
    "congresswoman": ("congresswoman", "representative", "lawmaker"),
    "gov": ("governor",),
    "pres": ("president",),
    "dr": ("doctor",),
    "prof": ("professor",),
    "gen": ("general",),
    "lt": ("lieutenant", "officer"),
    "sgt": ("sergeant", "officer"),
    "capt": ("captain", "officer"),
    "chairwoman": ("chairwoman", "chair"),
    "chairman": ("chairman", "chair"),
    "prime": ("prime", "premier"),
    "queen": ("queen", "monarch"),
    "king": ("king", "monarch"),
    "judge": ("judge", "jurist"),
    "justice": ("justice", "jurist", "judge"),
}
# Heads of a description that say nothing of who it is; alone they never name somebody known.
FACELESS = frozenset(
    """
    source official witness narrator employee staffer staff member insider operative donor participant
    attendee protester demonstrator observer crowd audience public police user commenter speaker caller
    questioner man woman person people boy girl spokesman spokeswoman spokesperson one ones voter
    supporter reporter officer prosecutor moderator interviewer host passenger driver neighbor
    """.split()
)

# The states as "(R-Tex.)" shortens them, for "the Texas Republican".
STATES = {
    "ala": "alabama", "ariz": "arizona", "az": "arizona", "ark": "arkansas", "calif": "california", "ca": "california",
    "colo": "colorado", "conn": "connecticut", "del": "delaware", "fla": "florida", "fl": "florida", "ga": "georgia",
    "ill": "illinois", "il": "illinois", "ind": "indiana", "kan": "kansas", "ky": "kentucky", "la": "louisiana",
    "mass": "massachusetts", "ma": "massachusetts", "md": "maryland", "mich": "michigan", "mi": "michigan",
    "minn": "minnesota", "miss": "mississippi", "mo": "missouri", "mont": "montana", "neb": "nebraska", "nev": "nevada",
    "n.h": "hampshire", "nh": "hampshire", "n.j": "jersey", "nj": "jersey", "n.m": "mexico",
    "n.y": "york", "ny": "york",
    "n.c": "carolina", "nc": "carolina", "s.c": "carolina", "sc": "carolina", "n.d": "dakota", "s.d": "dakota",
    "ok": "oklahoma", "okla": "oklahoma", "oh": "ohio", "ore": "oregon", "pa": "pennsylvania", "r.i": "rhode",
    "tenn": "tennessee", "tex": "texas", "tx": "texas", "va": "virginia", "vt": "vermont", "wash": "washington",
    "w.va": "virginia", "wis": "wisconsin", "wyo": "wyoming",
}  # fmt: skip
PARTIES = {"R": "republican", "D": "democrat", "I": "independent"}
