"""Given names of the whole world with the pronoun that usually goes with them: the door to both long lists.

The three sets share no name. `EITHER_WORLD` has those in use for men and for women, in one country or between
two (Nordic Inge, German Inge): they say that this is a person, not which pronoun. Folded as in `given_he.py`.
"""

from .given_he import HE_WORLD
from .given_she import SHE_WORLD

__all__ = ["EITHER_WORLD", "HE_WORLD", "SHE_WORLD"]

EITHER_WORLD = frozenset(
    (
        # English, Irish, Scottish, Welsh and American
        """
        ainsley alexie bevin ceri deryn desi emery hadley jacky marley merrill naoise noa rhyan skylar
        """
        # African-American and Caribbean coinages
        """
        jaylyn lashon shavonte
        """
        # Portuguese and Brazilian
        """
        juraci lucimar
        """
        # French, Belgian, Swiss, Québécois and Haitian
        """
        alix jehan jessy nino sacha
        """
        # German, Austrian and Dutch
        """
        anne-jan antonie gerd gert hennie henny sanne sascha uli
        """
        # Nordic: Danish, Faroese, Finnish, Icelandic, Norwegian, Sami, Swedish
        """
        janne vanja vieno
        """
        # Czech and Slovak
        """
        jindra
        """
        # Romanian and Moldovan
        """
        ghita
        """
        # Bulgarian, Serbian, Croatian, Slovene, Bosnian, Macedonian, Albanian
        """
        sasa
        """
        # Greek and Cypriot
        """
        artemis charis
        """
        # Russian, Ukrainian and Belarusian
        """
        shura slava valya zhenia zhenya
        """
        # Baltic: Estonian, Latvian, Lithuanian
        """
        valdis
        """
        # Turkish and Kurdish
        """
        cihan deniz devrim evren melek ozgur rojan suat sureyya umit umut yasar yuksel
        """
        # Arabic and the Arab world, North Africa
        """
        hikmat ihsan jihad nihad noor nour raja sabah salam shams taysir
        """
        # Persian, Afghan and Pashto
        """
        masih parvin shokat
        """
        # Hebrew, Yiddish and Israeli
        """
        adi amit lior liron ofir roni rotem shachar tomer yona
        """
    ).split()
)
