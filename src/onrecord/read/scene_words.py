"""Words of transcripts that are nobody's: scene notes, labels that are no speaker, titles before a name."""

# A note in brackets is a scene note where all its words are here and one of them is in `SCENE_HEADS`.
SCENE_HEADS = frozenset(
    """
    applause clapping laughter laughs laughing laugh cheers cheering cheer cheered boos booing boo jeers crosstalk
    cross-talk inaudible unintelligible indiscernible indistinct music singing sings silence pause pauses chant chants
    chanting chanted clip videoclip video videotape audiotape tape commercial newsbreak voice-over voiceover
    off-mic off-camera ph phonetic ovation interruption interrupted gavel bell whistles whistling shouting shouts
    shouted coughs coughing sighs sigh whispering whispers recess adjourned crying cries weeping tears sobbing
    standing-ovation gasps gasping groans groaning overlapping chuckles chuckling translator interpreter translation
    telephone unidentified nods snoring sneezes yells yelling heckler hecklers protesters disruption gunfire
    """.split()
)
SCENE_WORDS = SCENE_HEADS | frozenset(
    """
    begin begins end ends start of the a an and in on off from with to through via by for at audience crowd member
    members mic mike microphone camera live break graphic photo speaking simultaneously foreign language spanish
    french arabic russian german sustained prolonged continued continues continuing loud more general standing voice
    no response audio speaker speakers multiple simultaneous sound ringing playing plays background throat clears
    is are was male female man woman usa shown shows word words few several long brief some
    """.split()
)
NO_LABEL = frozenset(
    """
    note notes update source sources date time title subject re contact participants moderators moderator's people
    present speakers location place where when what who why how transcript editor's warning remarks topic topics
    venue agenda summary background correction disclaimer copyright read more related tags category url link http
    https example question-and-answer contents chapter part section
    """.split()
)
TITLES = frozenset(
    """
    mr mrs ms miss dr sen senator rep representative congressman congresswoman gov governor president secretary mayor
    gen general col lt maj capt captain adm admiral ambassador minister prime chairman chairwoman chair judge justice
    commissioner sheriff rev reverend sir lord lady dame prof professor vice deputy former first sgt officer chief
    delegate councilman councilwoman councillor alderman hon honorable pres press spokesman spokeswoman director
    """.split()
)
ASKING = frozenset(
    """
    q question questioner questions reporter reporters press media interviewer
    """.split()
)
