"""British and American spellings of one word: stems with their endings, and single pairs. Left is read as right."""

_OUR = (
    "col fav lab hon neighb behavi endeav flav harb hum rum sav savi vap arm od tum vig rig val parl cland demean "
    "misdemean splend fervo clam cand ard ranco glam enam dishon discol succ disfav belab"
).split()
_OUR = [stem for stem in _OUR if stem not in ("cland", "fervo", "ranco")] + ["ferv", "ranc"]
_OUR_ENDINGS = (
    " s ed ing able ably ite ites less ful fully er ers hood hoods ly y ing ism ist ists al ally".split(" ")
)
_ISE = (
    "organ reorgan disorgan real recogn apolog author central decentral character civil colon commercial critic "
    "custom democrat demon dramat econom emphas energ equal familiar fertil final formal general global harmon "
    "hospital human dehuman ideal immun industrial institutional internal international jeopard legal "
    "legitim liberal local maxim memor militar demilitar minim mobil demobil modern monopol national "
    "denational neutral normal optim patron penal person polar political popular priorit privat public radical "
    "deradical rational regular revital revolution romantic sanit scrutin sensational social special stabil "
    "destabil standard steril stigmat subsid summar symbol sympath synchron terror trivial urban util vandal "
    "victim visual weapon agon antagon cannibal capital categor crystal digit epitom eulog fantas hypnot ital "
    "marginal material mesmer moral demoral philosoph plagiar proselyt pulver ritual satir seculor "
    "tantal theor traumat tyrann union vapor verbal visual westernv american incentiv random monet "
    "initial item penal ostrac homogen bastard brutal canon catheter compartmental conceptual contextual criminal "
    "decriminal deput empath euthan evangel exorc external fossil galvan glamor hybrid idol individual magnet "
    "mechan metabol motor nasal operational oxid pasteur pressur professional psychoanal rubber serial "
    "sexual solemn spiritual system temporal token transistor unional western woman"
).split()
_ISE = [stem for stem in _ISE if stem not in ("seculor", "westernv", "psychoanal", "unional", "woman")] + [
    "secular"
]
_YSE = "anal paral catal breathal electrol psychoanal".split()
_LL = (
    "travel cancel model label level signal fuel counsel quarrel total channel dial duel equal funnel gravel "
    "grovel marvel panel pedal rival shovel shrivel snivel spiral swivel towel tunnel unravel revel libel jewel "
    "initial marshal pencil ravel refuel stencil symbol trammel victual barrel bevel chisel cudgel dishevel drivel "
    "enamel hovel kennel weasel"
).split()
_RE = (
    "cent theat met lit fib calib lust meag sab spect somb kilomet centimet millimet sepulch och nit salpet maneuv"
).split()
_PAIRS = (
    "grey:gray greys:grays greyer:grayer towards:toward afterwards:afterward backwards:backward "
    "forwards:forward upwards:upward downwards:downward defence:defense defences:defenses offence:offense "
    "offences:offenses pretence:pretense pretences:pretenses licence:license licences:licenses practise:practice "
    "practised:practiced practises:practices practising:practicing programme:program programmes:programs "
    "cheque:check cheques:checks catalogue:catalog catalogues:catalogs catalogued:cataloged dialogue:dialog "
    "dialogues:dialogs analogue:analog ageing:aging judgement:judgment judgements:judgments "
    "acknowledgement:acknowledgment sceptic:skeptic sceptics:skeptics sceptical:skeptical scepticism:skepticism "
    "sceptically:skeptically plough:plow ploughs:plows ploughed:plowed ploughing:plowing tyre:tire tyres:tires "
    "aluminium:aluminum jewellery:jewelry manoeuvre:maneuver manoeuvres:maneuvers manoeuvred:maneuvered "
    "manoeuvring:maneuvering mum:mom mums:moms moustache:mustache pyjamas:pajamas cosy:cozy mould:mold "
    "moulds:molds moulded:molded smoulder:smolder smouldering:smoldering enrol:enroll enrols:enrolls "
    "enrolment:enrollment fulfil:fulfill fulfils:fulfills fulfilment:fulfillment instalment:installment "
    "instalments:installments skilful:skillful skilfully:skillfully wilful:willful wilfully:willfully "
    "woollen:woolen marvellous:marvelous anaemia:anemia anaemic:anemic anaesthetic:anesthetic "
    "anaesthesia:anesthesia paediatric:pediatric paediatrician:pediatrician haemorrhage:hemorrhage "
    "leukaemia:leukemia oestrogen:estrogen foetus:fetus foetal:fetal diarrhoea:diarrhea orthopaedic:orthopedic "
    "encyclopaedia:encyclopedia mediaeval:medieval archaeology:archeology gynaecologist:gynecologist "
    "haemoglobin:hemoglobin learnt:learned burnt:burned dreamt:dreamed spelt:spelled spoilt:spoiled leapt:leaped "
    "kidnapped:kidnaped kidnapper:kidnaper kidnapping:kidnaping worshipped:worshiped worshipping:worshiping "
    "amongst:among whilst:while axe:ax artefact:artifact artefacts:artifacts yoghurt:yogurt sulphur:sulfur "
    "disc:disk discs:disks cosier:cozier draught:draft draughts:drafts gaol:jail kerb:curb kerbs:curbs "
    "storey:story storeys:stories tonne:ton tonnes:tons omelette:omelet routeing:routing likeable:likable "
    "sizeable:sizable liveable:livable moveable:movable saleable:salable usable:useable adviser:advisor "
    "advisers:advisors whisky:whiskey furore:furor tranquillity:tranquility "
    "carcase:carcass connexion:connection inquiry:enquiry inquiries:enquiries orientated:oriented "
    "speciality:specialty specialities:specialties maths:math centred:centered centring:centering "
    "theatregoer:theatergoer counsellor:counselor counsellors:counselors jeweller:jeweler programmer:programmer"
).split()
# Pairs whose two sides may be two words, or two amounts: they stay apart.
_APART = frozenset(
    "storey storeys tonne tonnes cheque cheques draught draughts kerb kerbs disc discs mum mums "
    "tyre tyres speciality specialities".split()
)
# One word or two.
COMPOUNDS: dict[str, str] = {
    "".join(pair.split("_")): pair.replace("_", " ")
    for pair in (
        "health_care child_care all_right any_more web_site e_mail e_mails non_profit law_maker law_makers "
        "policy_makers cease_fire co_operate co_operation co_ordinate co_ordination re_elect re_elected re_election "
        "anti_war multi_billion living_room decision_making long_time"
    ).split()
} | {"alright": "all right"}


def _all_spellings() -> dict[str, str]:
    """Every spelling that is read as another one."""
    table: dict[str, str] = {}
    for stem in _OUR:
        table.update({f"{stem}our{ending}": f"{stem}or{ending}" for ending in _OUR_ENDINGS})
    for stem in _ISE:
        for ending in ("e", "es", "ed", "er", "ers", "ing", "ation", "ations"):
            table[f"{stem}is{ending}"] = f"{stem}iz{ending}"
    for stem in _YSE:
        for ending in ("e", "es", "ed", "er", "ers", "ing"):
            table[f"{stem}ys{ending}"] = f"{stem}yz{ending}"
    for stem in _LL:
        for ending in ("ed", "ing", "er", "ers", "ings"):
            table[f"{stem}l{ending}"] = f"{stem}{ending}"
    for stem in _RE:
        table.update({f"{stem}re": f"{stem}er", f"{stem}res": f"{stem}ers"})
    pairs = (pair.split(":") for pair in _PAIRS)
    table.update({left: right for left, right in pairs if left not in _APART})
    return table


SPELLINGS: dict[str, str] = _all_spellings()
