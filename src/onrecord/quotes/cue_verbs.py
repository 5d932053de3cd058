"""The words that a text attributes by, each with the act that it names: a table written for onrecord.

The acts are those of the PolNeAR guidelines (Newell, Margolin, Ruths, LREC 2018): statements; belief,
knowledge and attitude; intention and desire; decrees and decisions; perceptions and findings. Words are
base forms; `acts.py` reduces what stands in the text to them. Verbs and nouns of one form share one entry.
"""

from types import MappingProxyType

from onrecord.model import Act

_STATEMENT = """
abuse acclaim account accusation accuse acknowledge acknowledgement acknowledgment adage adamant add address
admission admit admonish advertise advice advise advocacy advocate affirm affirmation agonize air alert
allegation allegations allege allegedly allude amplify annotate announce announcement answer apologise apologize
apology appeal applaud argue argument articulate ask assail assert assertion assess assessment assurance assure
attack attest attestation attribute author aver avow backpedal badmouth banter barb bark bash bawl beam beg
belittle bellow bemoan berate bicker bill blabber blame blast blather bleat blog blurt bluster boast boo boom
brag brand break_in brief bring_up broach broadcast broadside brush_off brush_past bully cajole call campaign
caricature carp castigate caution cautious cavil celebrate challenge champion chant characterization
characterize charge chastise chat chatter cheer chide chime chorus chronicle chuckle cite claim claimant clamor
clap_back clarify clash co-author coach coin come_out commend commendation comment comments commiserate compare
comparison complain complaint compliment concede conclude conclusion concoct condemn condemnation confabulate
confer confess confession confide confirm confirmation congratulate congratulation consult contend contention
contest contradict contrast controversy convey convince correct counsel counter counter-accuse credit critic
criticise criticism criticisms criticize critique croak crow cry curse cut_in deadpan debate debrief debunk
declaration declare decry defame defend defender defense deliberate deliver delve demand demean demonize demur
denial denigrate denounce denunciation deny depict deplore deride describe description detail dictate dig_at
digress disagree_with_him disavow disclaim disclaimer disclose disclosure discredit discuss discussion dismiss
disparage dispute dissemble dissent distance_herself distance_himself distance_itself distance_themselves
diverge divulge document dodge double_down downplay draw_attention drawl dress_down dub dwell_on echo egg_on
elaborate elucidate email emphasise emphasize encourage encouragement enquire enquiry enthuse entitle entreat
enumerate enunciate equate estimate estimation eviscerate exaggerate exclaim excoriate exhort explain
explanation expostulate expound express extol extrapolate fabricate fault fess_up fire_at fire_back fire_off
fire_on focus forecast foreshadow formulate frame fret fulminate fume furor gabble gainsay gasp get_across gibe
give_voice gloat glorify gloss_over go_after go_further go_off go_on go_to_bat gossip greet gripe groan grouch
grouse growl grumble grunt guarantee guffaw gush hail hammer harangue heckle hector herald highlight hint hiss
hit_back hit_out hold_forth holler honor howl hurl hype hypothesise hypothesize identify illustrate implicate
implore imply importune impugn inculpate indicate indication inform inquire inquiry insinuate insinuation insist
insistence insult interject interpose interrupt intimate intone introduce inveigh invite invoke jabber jape jeer
jest jibe joke label lambast lambaste lament lampoon lash lash_out laud laugh lawsuit lay_bare lay_into lay_off
lay_out leak leave_out lecture libel lie light_into liken linger list lit_into lobby maintain make_case
make_clear make_fun make_it_clear make_plain make_the_case malign marvel mention message mewl mislead moan mock
mourn mouth mumble murmur muse mutter nag name-check narrate natter needle nickname nitpick note notify object
objection observation observe offer_up open_up opine orate outcry outline overstate paint pan paraphrase parrot
pay_tribute persuade persuasion phrase pile_on pin pipe_up pitch pivot_to play_down play_off play_up plea plead
plead_guilty plug point poke_fun pontificate pooh-pooh portray portrayal posit post postulate pounce pound_on
praise prate prattle pray preach predict prediction preface press pretend prevaricate proclaim proclamation
profess project projection promote prompt pronounce proponent proposal propose propound protest provoke pummel
purport push push_back put_forth put_forward put_it quarrel quash_talk query question quibble quip quotation
quote rail rail_against ramble rant rap rasp rationalize rattle rattle_off rave react read read_out reaffirm
reason reassert reassure rebrand rebuff rebuke rebut rebuttal recall recant recap recapitulate recast recite
recollect recommend recommendation recount refer reference refrain refute regale reiterate reject rejoin
rejoinder relate relay relitigate remark remarks remind reminder remonstrate renounce repeat reply report
reportedly reprimand reprise reproach reprove repudiate request respond response restate retell retort retract
retweet reveal revelation revile rhetoric rib ridicule riff rip roar roast rubbish rue rule_out rumble salute
satirize savage say saying scoff scold scorn scream scribble second-guess seize_on seize_upon set_forth set_out
shame shed_light shoot_back shout shriek shrill shrug_off sigh signal simper sing_the_praises single single_out
skate skewer slam slander slate sling slogan slur smear smirk snap snarl sneer snicker sniff snipe sob solicit
soliloquize sound_alarm sound_off sound_the sow_doubt spar speak speak_out specify speculate speculation spell
spin spotlight spout sputter squeak squeal stammer stand_up_for state statement stipulate stress strike_back
stump stutter submit sugarcoat suggest suggestion sum summarize summon supposedly swipe tag take_a_shot
take_a_swing take_aim take_issue take_shot talk talk_up tamp_down tangle_with target tattle taunt teach tease
tell term terse testify testimony text thank theorize thunder tick_off tirade toast touch_on tout touting
translate trash tribute trumpet tussle tut tweet twit twitter under_fire underline underplay underscore
understate unload unveil upbraid update urge utter utterance vent venture verify vilify vituperate vociferate
voice volunteer vouch waffle wail walk_back warble warn warning wave_off weigh_in welcome wheedle whimper whine
whisper whoop wisecrack wish_her wish_him words write yammer yell yelp zero_in zing
"""

_BELIEF = """
a_sense abhor abhorrence accept acceptance admiration admire admirer adore adulation afraid aggrieved aghast
agitated agree agreement alarm alarmed alienate align amaze amazed ambivalence ambivalent amenable amused anger
angry anguish animosity animus annoyed antagonism anticipate antipathy anxiety anxious apathetic apathy appalled
appreciate appreciative apprehension apprehensive approval_of ashamed assent assume assumption at_ease at_odds
at_peace attitude attracted averse_to aversion aware awareness back backer backing baffle baffled bafflement
bank_on be_against be_for bearish belief believe believer beloved bemused bet bewildered bias bias_against
bitter bitterness bother bristle bullish bullish_on buy buy_into captivate captivated care certain chagrin
chagrined charm charmed cherish clear_eyed comfortable common_sense compassion conceive concern concerned concur
confidence confident confound confused confusion conjecture consensus consider consideration contemplate
contempt content conventional_wisdom conviction convinced cool_on cool_to count_among count_on credence cringe
critical cynical deem delight delighted despair despise detest detractor devoted_to devotion disaffected
disaffection disagree disagreement disappoint disappointed disappointment disapproval disapprove disbelief
discomfort discontent disdain disenchanted disgust disgusted disheartened disillusion disillusioned
disillusionment dislike dismay dismayed displeased displeasure disposed disquiet disregard dissatisfied distaste
distrust divided doubt doubtful doubtless downbeat drawn_to dread dumbfounded ecstatic elated embarrass
embarrassed embittered embolden embrace empathetic empathize empathy enamored encouraged_by encouraged_that
enjoy enrage enraged entertain enthralled enthused enthusiasm enthusiastic envision envy epiphany esteem
euphoric exasperate exasperated excite excited expect expectation eye_of faith fall_for fan fascinate fascinated
fascination favor favorable favorably favorite favour fear fearful fed_up feel feeling find_it_hard fire_up
fixated flummoxed fond forgive frown frustrate frustrated frustration furious galling get_behind glad grateful
gratitude grief grieve grudge guess happy hate hatred hesitancy hold_dear horrified hostile hostility humiliated
idea idolize imagine impress impressed impression incensed inclined indifference indifferent indignant
indignation infer infuriate interpret interpretation intolerance intrigued intuit invested_in ire irk irked
irritate irritated irritation jealous judge judgment jump_aboard keen_on know knowledge known_as known_for
known_to lean leaning leery like line_up_behind loath loathe love malaise mean miffed mind mindful misgiving
misgivings mistrust misunderstand mixed_feelings mystified nervous nostalgia nostalgic notion obsess obsessed
obsession obvious offend offended open_to opinion opponent oppose opposed opposition optimism optimistic outrage
outraged overestimate partial passion passionate perplex perplexed perturbed pessimism pessimistic petrified
philosophy pity play_well pleased ponder popular popularity position prefer preference prejudice presumably
presume presumption pride prize proud puzzled qualms raise_eyebrow rankle rate rattled realise reassured
receptive reckon recognition recognize reconsider reflect_on reflection regard regard_as regret relief relieved
relish remorse resent resentful resentment reservations resist resistance resonate respect rethink revere
reverence revolted revulsion roil sad sadden saddened sanguine satisfied scare scared sceptical scornful see_as
self-conscious sensitive_to sensitivity sentiment set_well share_the_view share_view shock shocked sick_of side
sit_well size_up skeptic skeptical skepticism smitten sour_on split squeamish stance stand_apart stand_behind
stand_by stand_for stand_with startled stick_by stick_with stun stunned stupefy support supporter supportive
suppose sure surmise surprise surprised suspect suspicion suspicious sympathetic sympathize sympathy take_aback
take_for_granted take_offense tempted terrified thankful the_sense theory think thinking thought thrilled
tolerance tolerant tolerate torn troubled troubling trust turn_against unafraid unaware uncertain unclear
uncomfortable unconvinced undecided underestimate understand understandable understanding underwhelmed unease
uneasiness uneasy unfazed unhappy unimpressed uninterested unknown unnerve unnerved unpopular unsettle unsettled
unsure unsurprised unworried upbeat upset value vex vexed view view_as wariness warm_to warm_toward wary
weariness weary weigh wisdom wonder worldview worried worrisome worry worship
"""

_INTENTION = """
agenda agree_to aim ambition angle_for aspiration aspire avoid bent_on bid campaign_to choose_not choose_to
commit commitment crave dare decide_against decide_not decide_to decline design_to desire desperate_to
desperation determination determination_to determined_to dream eager elect_to eye gear_up goal hanker hesitant
hope hopeful hopefully hunger impatient in_hope_of in_search_of intend intent intention interest interested itch
keen loath_to long_for look_for look_forward look_to mean_to motivated_to mull need offer_to opt out_to plan
pledge plot prep prepare prepared priority promise purpose pursue push_to ready refusal refuse reluctance
reluctant resolve resolved schedule scheduled scheme set_on set_out_to set_to strategy strive swear swear_off
tempt threat threaten toy_with undertake unwilling unwillingness vie vision vow wait_to want willing willingness
wish work_to would_like would_love would_prefer would_rather yearn
"""

_DECREE = """
abolish acquiesce acquit adjudicate adopt allow appoint appointment approval approve arrest assign authorise
authorize award ban bar block cancel censure certify charge_with choose co-sponsor command commission commute
compel confirm_as convict cosponsor crown decide decision decree dedicate deport depose deregulate designate
detain directive disallow disbar disqualify dissolve draft elect enact endorse endorsement enforce establish
evict exempt exonerate expel extend extradite find_guilty fine fire forbid give_the_nod go_ahead grant
greenlight hire impeach impeachment implement impose inaugurate indict indictment injunction instruct invalidate
judge_guilty law legalize legislate license mandate name negotiate nominate nomination oblige ordain order
ordinance oust outlaw overrule overturn pardon parole pass permit pick policy postpone preclude prescribe
prohibit prohibition promulgate prosecute punish ratify re-elect re-nominate reappoint redact reelect renominate
repeal require requirement rescind resolution restore restrict restriction reverse revoke rule ruling sanction
scotch sentence settle shelve sign sign_off strike_down subpoena sue suspend tap throw_out turn_away turn_down
uphold verdict veto void vote waive
"""

_PERCEPTION = """
ascertain calculate come_across count demonstrate demonstration detect determine diagnose discern discover
discovery evidence evident examine experience eyewitness feel_like figure_out find finding footage foresee
glimpse go_unnoticed hear indication investigate investigation learn look look_like measure memory monitor
notice overhear peg perceive perception poll prove rank realization realize record reflect remember reminisce
review sample see seen sense show sight sign_of smell sound spot study survey take_notice takeaway tally trace
track uncover unearth unnoticed vivid watch witness
"""

_OTHER = """
accord_with achieve act apply blow boycott depend dine earn fight follow ignore involve march meet move overlook
play reach refrain represent_by sit skip steer stop struggle surround tackle train visit win withdraw
"""

# Words that give way to a stronger one in the same cue: "appeared to deny", "is expected to announce".
_MILD_BELIEF = "expected likely"
_MILD_INTENTION = "attempt effort hesitate seek"
_MILD_PERCEPTION = "appear apparent apparently evidently seem seemingly"

# Phrases whose words would name an act by themselves and here do not: "went back to".
_PASSED_BY = "back_to back_into right_back go_back look_back critical_to by_all_accounts"

# Words that carry an act only where nothing else does: light verbs, media, prepositions.
_WEAK_STATEMENT = """
about accord according article as at attention begin book by carry case cast clear colon column conference
contain continue conversation cover dash define draw essay example feature file follow from give have headline
hit in include interview issued knock language letter line list lyric make memo news newspaper of offer on
op-ed per point post present press provide publish put quoting raise release remarks reportedly resume rumor
run send share show_up sing speech sponsor start story strike struck title to transcript turn under use via
video with word
"""

_WEAK_BELIEF = "for against behind toward towards pro anti"
_WEAK_INTENTION = "try work must will would"


def _table(lists: dict[Act, str]) -> MappingProxyType[str, Act]:
    table: dict[str, Act] = {}
    for act, words in lists.items():
        for word in words.split():
            table.setdefault(word.replace("_", " "), act)
    return MappingProxyType(table)


# Where a word stands in two lists the earlier list wins.
STRONG = _table(
    {
        "belief": _BELIEF,
        "intention": _INTENTION,
        "decree": _DECREE,
        "perception": _PERCEPTION,
        "statement": _STATEMENT,
    }
)
MILD = _table(
    {
        "belief": _MILD_BELIEF,
        "intention": _MILD_INTENTION,
        "perception": _MILD_PERCEPTION,
        "other": _OTHER,
    }
)
WEAK = _table({"statement": _WEAK_STATEMENT, "belief": _WEAK_BELIEF, "intention": _WEAK_INTENTION})
PASSED_BY = frozenset(phrase.replace("_", " ") for phrase in _PASSED_BY.split())
