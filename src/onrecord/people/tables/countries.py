"""Words of a description that tell a country: its name, its people, its capital and a few great cities."""

_COUNTRIES = """
afghanistan afghan kabul taliban
albania albanian tirana
algeria algerian algiers
angola angolan luanda
argentina argentine argentinian buenos
armenia armenian yerevan
australia australian canberra sydney melbourne queensland victoria tasmania perth brisbane
austria austrian vienna viennese
azerbaijan azerbaijani azeri baku
bahrain bahraini
bangladesh bangladeshi dhaka bengali
belarus belarusian minsk
belgium belgian flemish brussels
bolivia bolivian
bosnia bosnian sarajevo
brazil brazilian brasilia rio paulo
bulgaria bulgarian sofia
burkina burkinabe
cambodia cambodian khmer phnom
cameroon cameroonian
canada canadian ottawa toronto quebec ontario alberta montreal vancouver manitoba saskatchewan nova
chile chilean santiago
china chinese beijing shanghai communist
colombia colombian bogota
congo congolese kinshasa
croatia croatian croat zagreb
cuba cuban havana
cyprus cypriot
czech czechoslovakia czechoslovak prague bohemian
denmark danish copenhagen
dominican
ecuador ecuadorian quito
egypt egyptian cairo
estonia estonian tallinn
ethiopia ethiopian addis
finland finnish helsinki
france french paris parisian français française lyon marseille
georgia-country georgian tbilisi
germany german berlin munich bavaria bavarian bundestag bundesliga hamburg
ghana ghanaian accra
greece greek athens
guatemala guatemalan
haiti haitian
honduras honduran
hungary hungarian budapest
iceland icelandic reykjavik
india indian delhi mumbai bollywood bengal kerala tamil punjab gujarat bombay lok
indonesia indonesian jakarta
iran iranian tehran persian
iraq iraqi baghdad kurdish
ireland irish dublin taoiseach fianna fine
israel israeli jerusalem knesset likud
italy italian rome milan sicilian naples italiana
ivory ivorian
jamaica jamaican
japan japanese tokyo osaka
jordan jordanian amman
kazakhstan kazakh
kenya kenyan nairobi
korea korean seoul pyongyang
kosovo kosovar
kuwait kuwaiti
kyrgyzstan kyrgyz
latvia latvian riga
lebanon lebanese beirut
liberia liberian
libya libyan tripoli
lithuania lithuanian vilnius
macedonia macedonian
malawi malawian
malaysia malaysian kuala
mali malian
malta maltese
mexico mexican
moldova moldovan
mongolia mongolian
montenegro montenegrin
morocco moroccan rabat
mozambique mozambican
myanmar burma burmese
namibia namibian
nepal nepali nepalese
netherlands dutch amsterdam hague holland
zealand wellington auckland maori
nicaragua nicaraguan sandinista
nigeria nigerian lagos abuja
norway norwegian oslo
pakistan pakistani islamabad karachi lahore
palestine palestinian fatah hamas gaza
panama panamanian
paraguay paraguayan
peru peruvian lima
philippines filipino philippine manila
poland polish warsaw
portugal portuguese lisbon
qatar qatari doha
romania romanian bucharest
russia russian moscow kremlin soviet ussr duma petersburg россии российский
rwanda rwandan kigali
saudi riyadh arabia
senegal senegalese dakar
serbia serbian belgrade yugoslav
sierra leonean
singapore singaporean
slovakia slovak bratislava
slovenia slovenian ljubljana
somalia somali mogadishu
south-africa african johannesburg pretoria anc
spain spanish madrid barcelona catalan catalonia basque
sri lankan colombo
sudan sudanese khartoum
sweden swedish stockholm
switzerland swiss zurich geneva
syria syrian damascus
taiwan taiwanese taipei
tanzania tanzanian
thailand thai bangkok
tunisia tunisian tunis
turkey turkish ankara istanbul
uganda ugandan kampala
ukraine ukrainian kyiv kiev україни український
emirates emirati dubai
britain british uk england english scotland scottish wales welsh london westminster commons tory labour manchester liverpool glasgow edinburgh
uruguay uruguayan
uzbekistan uzbek
venezuela venezuelan caracas
vietnam vietnamese hanoi
yemen yemeni
zambia zambian
zimbabwe zimbabwean harare
america american us usa u.s states washington republican democrat democratic alabama alaska arizona arkansas california colorado
 connecticut delaware florida hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts
 michigan minnesota mississippi missouri montana nebraska nevada hampshire jersey mexico-state york carolina dakota ohio
 oklahoma oregon pennsylvania tennessee texas utah vermont virginia wisconsin wyoming nfl nba mlb chicago boston
 philadelphia detroit hollywood dallas houston denver seattle atlanta cleveland pittsburgh baltimore congress
"""
# The parts of one country that tell two of its people apart: two senators of one name from two states.
STATES = frozenset(
    """
    alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa
    kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska
    nevada hampshire jersey york carolina dakota ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia
    wisconsin wyoming england scotland wales queensland victoria tasmania ontario quebec alberta manitoba bavaria
    """.split()
)

COUNTRY_OF: dict[str, str] = {}
for _line in _COUNTRIES.replace("\n ", " ").splitlines():
    for _word in _line.split():
        COUNTRY_OF.setdefault(_word, _line.split()[0])
