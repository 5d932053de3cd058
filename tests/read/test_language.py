"""The language guard: English or not, and what is said of an article that is not."""

import subprocess
import sys

import pytest

from onrecord.read import SUPPORTED_LANGUAGES, language_failure, read_article

ENGLISH = (
    "The council met on Monday and decided that the ferry would stay in port until the engine was repaired. "
)
GERMAN = "Der Rat hat am Montag beschlossen, dass die Fähre im Hafen bleibt, bis der Motor wieder läuft. "
FRENCH = "Le conseil a décidé lundi que le bac resterait au port tant que le moteur ne serait pas réparé. "
RUSSIAN = "Совет решил в понедельник, что паром останется в порту, пока не починят двигатель. "
JAPANESE = "議会は月曜日、エンジンが修理されるまでフェリーは港にとどまると決定した。"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (ENGLISH * 8, "en"),
        (GERMAN * 8, "de"),
        (FRENCH * 8, "fr"),
        (RUSSIAN * 8, "ru"),
        (JAPANESE * 8, "ja"),
        (GERMAN, "en"),  # under fifty words, in the Latin script
        (RUSSIAN, "ru"),
        ("42", "en"),
    ],
)
def test_language(text: str, code: str) -> None:
    assert read_article(text.encode(), plain=True)[0].language == code


def test_english_is_no_failure() -> None:
    article, _ = read_article((ENGLISH * 8).encode())
    assert article.language in SUPPORTED_LANGUAGES
    assert language_failure(article) is None


def test_failure_says_language_and_what_was_done() -> None:
    article, _ = read_article((GERMAN * 8).encode())
    failure = language_failure(article)
    assert failure is not None
    assert failure.stage == "language"
    assert "German" in failure.reason
    assert "quotation marks" in failure.reason


# About one ferry, each twice as long as the guard asks for; none may pass for English, with English quoted in it.
OTHERS = {
    "af": "Die raad het Maandag besluit dat die veerboot in die hawe bly totdat die enjin herstel is. Niemand "
    "weet hoe lank dit sal duur nie, en die eilandbewoners is moeg vir wag, sê die hawemeester.",
    "cs": "Rada v pondělí rozhodla, že přívoz zůstane v přístavu, dokud nebude motor opraven. Nikdo neví, jak "
    "dlouho to bude trvat, a obyvatelé ostrova jsou podle správce přístavu unavení z čekání.",
    "cy": "Penderfynodd y cyngor ddydd Llun y bydd y fferi yn aros yn y porthladd nes bod yr injan wedi ei "
    "thrwsio. Nid oes neb yn gwybod pa mor hir y bydd hynny, ac mae pobl yr ynys wedi blino ar aros.",
    "da": "Rådet besluttede mandag, at færgen bliver i havnen, indtil motoren er repareret. Ingen ved, hvor "
    "længe det varer, og øboerne er trætte af at vente, siger havnefogeden, som har været der i ni år.",
    "de": "Der Rat hat am Montag beschlossen, dass die Fähre im Hafen bleibt, bis der Motor wieder läuft. "
    "Niemand weiß, wie lange das dauert, und die Leute auf der Insel haben das Warten satt, sagt die "
    "Hafenmeisterin.",
    "es": "El consejo decidió el lunes que el transbordador se quedará en el puerto hasta que el motor esté "
    "reparado. Nadie sabe cuánto va a durar, y la gente de la isla está cansada de esperar, dice la "
    "capitana del puerto.",
    "eu": "Kontseiluak astelehenean erabaki zuen ferrya portuan geldituko dela motorra konpondu arte. Inork "
    "ez daki zenbat iraungo duen, eta uharteko jendea zain egoteaz nekatuta dago, portuko arduradunak "
    "dio.",
    "fi": "Neuvosto päätti maanantaina, että lautta jää satamaan, kunnes moottori on korjattu. Kukaan ei "
    "tiedä, kuinka kauan siinä kestää, ja saaren väki on väsynyt odottamaan, sanoo satamakapteeni.",
    "fr": "Le conseil a décidé lundi que le bac resterait au port tant que le moteur ne serait pas réparé. "
    "Personne ne sait combien de temps cela durera, et les gens de l’île sont las d’attendre, dit la "
    "capitaine du port.",
    "hu": "A tanács hétfőn úgy döntött, hogy a komp a kikötőben marad, amíg a motort meg nem javítják. Senki "
    "sem tudja, meddig tart ez, és a sziget lakói belefáradtak a várakozásba, mondja a kikötő vezetője.",
    "id": "Dewan memutuskan pada hari Senin bahwa feri itu akan tetap di pelabuhan sampai mesinnya "
    "diperbaiki. Tidak ada yang tahu berapa lama, dan orang-orang di pulau itu sudah lelah menunggu, "
    "kata kepala pelabuhan.",
    "it": "Il consiglio ha deciso lunedì che il traghetto resterà nel porto finché il motore non sarà "
    "riparato. Nessuno sa quanto ci vorrà, e la gente dell’isola è stanca di aspettare, dice la "
    "responsabile del porto.",
    "nl": "De raad heeft maandag besloten dat de veerboot in de haven blijft tot de motor is gemaakt. Niemand "
    "weet hoe lang dat gaat duren, en de mensen op het eiland zijn het wachten moe, zegt de "
    "havenmeester.",
    "pl": "Rada zdecydowała w poniedziałek, że prom zostanie w porcie, dopóki silnik nie będzie naprawiony. "
    "Nikt nie wie, jak długo to potrwa, a mieszkańcy wyspy są zmęczeni czekaniem, mówi kapitan portu.",
    "pt": "O conselho decidiu na segunda-feira que a balsa ficará no porto até que o motor seja consertado. "
    "Ninguém sabe quanto tempo isso vai durar, e as pessoas da ilha estão cansadas de esperar, diz a "
    "capitã do porto.",
    "sv": "Rådet beslutade på måndagen att färjan stannar i hamnen tills motorn är lagad. Ingen vet hur länge "
    "det dröjer, och folket på ön är trötta på att vänta, säger hamnkaptenen, som har varit där i nio "
    "år.",
    "sw": "Baraza liliamua siku ya Jumatatu kwamba kivuko kitabaki bandarini mpaka injini itengenezwe. Hakuna "
    "anayejua itachukua muda gani, na watu wa kisiwa wamechoka kusubiri, anasema mkuu wa bandari.",
    "tr": "Meclis pazartesi günü feribotun motor onarılana kadar limanda kalmasına karar verdi. Bunun ne "
    "kadar süreceğini kimse bilmiyor ve ada halkı beklemekten yoruldu, diyor liman müdürü ile bir "
    "kaptan.",
}
QUOTED = "“We owe it to the islanders to be plain about this,” Ina Dell said."


@pytest.mark.parametrize("code", sorted(OTHERS))
def test_other_languages_do_not_pass_for_english(code: str) -> None:
    text = "\n\n".join([OTHERS[code]] * 3)
    assert read_article(text.encode(), plain=True)[0].language != "en"


@pytest.mark.parametrize("code", sorted(OTHERS))
def test_english_quoted_in_another_language_does_not_make_it_english(code: str) -> None:
    text = "\n\n".join([OTHERS[code], QUOTED, OTHERS[code], OTHERS[code]])
    assert read_article(text.encode(), plain=True)[0].language != "en"


@pytest.mark.parametrize("code", ["de", "es", "fr"])
def test_an_english_summary_over_a_longer_text_does_not_make_it_english(code: str) -> None:
    text = "\n\n".join([ENGLISH, *[OTHERS[code]] * 4])
    assert read_article(text.encode(), plain=True)[0].language == code


@pytest.mark.parametrize(
    "text",
    [
        "Jean de la Croix and Ana del Río were in Los Altos and in El Paso with the van der Reed family, who have "
        "been there since the ferry from Las Palmas was sold. They said that it would not come back. " * 2,
        "“Das ist nicht gut,” the mayor of Neustadt said, and then in English that it was not good. The people of "
        "the town, who had been waiting for this, said that they would have liked to hear it from him before. "
        * 2,
    ],
)
def test_english_with_foreign_names_and_words_is_english(text: str) -> None:
    assert read_article(text.encode(), plain=True)[0].language == "en"


def test_plain_english_loads_no_language_model() -> None:
    program = (
        "import sys; from onrecord.read import read_article; "
        f"print(read_article({(ENGLISH * 8).encode()!r})[0].language, 'py3langid' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["en", "False"]
