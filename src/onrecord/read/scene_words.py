"""Words of transcripts that are nobody's: scene notes, labels that are no speaker, titles before a name."""

# A note in brackets is a scene note where all its words are in `SCENE_WORDS` and it is about a sound or a scene, not
# an editor's replacement such as "[the video]": see `_is_scene` in transcript.py.
SCENE_SOUNDS = frozenset(  # a note by themselves
    """
    applause applauds applauding clapping laughter laughs laughing cheers cheering cheered boos booing booed jeers
    jeering crosstalk cross-talk cross-talking overtalk overtalking inaudible inaubible unintelligible indiscernible
    indistinct chants chanting chanted videoclip newsbreak voice-over voiceover off-mic off-mike off-camera ph phonetic
    ovation whistles whistling coughs coughing sighs sighing weeping sobbing gasps gasping groans groaning overlapping
    pause pauses commercial-break news-break audio-break audio-gap audio-glitch audience-reaction break-in
    chuckles chuckling sneezes yelling shouting crying whispering whispers standing-ovation
    """.split()
)
SCENE_THINGS = frozenset(  # a note only in capitals, or with a word of `SCENE_ACTIONS`
    """
    music silence clip video videotape audiotape audio tape commercial break bell bells timer gavel recess
    heckler hecklers protester protesters disruption gunfire interruption translator interpreter translation
    camera satellite technical difficulties telephone phone cellphone unidentified unknown unclear gap glitch
    anthem reaction laugh cheer boo chant speech spanish french arabic russian german language simultaneously
    tears phonetically shouts cries yells
    """.split()
)
SCENE_ALONE = frozenset(  # things that with a capital letter are a note, all of the note's words among them
    """
    music silence commercial break bell bells timer gavel gunfire interruption gap glitch reaction laugh cheer boo chant
    technical difficulties unclear audience crowd audio loud brief long prolonged national anthem recess standing
    """.split()
)
SCENE_ACTIONS = frozenset(
    """
    begin begins end ends start starts rings ringing plays playing sounds sounding speaking speaks through via
    interrupted interrupts interrupt interrupting shouted singing sings performed sung played nods clears shown shows
    adjourned continues continued
    """.split()
)
SCENE_WORDS = (
    SCENE_SOUNDS
    | SCENE_THINGS
    | SCENE_ACTIONS
    | frozenset(
        """
        of the a an and in on off from with to by for at audience crowd member members mic mike microphone camera live
        graphic photo foreign sustained prolonged continuing loud more general standing voice no response speaker
        speakers multiple simultaneous sound background throat is are was male female man woman usa several long brief
        some question questions mixed national moment commentary coverage
        """.split()
    )
)
NO_LABEL = frozenset(
    """
    note notes update source sources date time title subject re contact participants moderators moderator's people
    participant's articipants panelists panelist attendees present speakers location place where when what who why
    how transcript editor's warning remarks topic topics venue agenda summary background correction disclaimer
    copyright read more related tags category url link http https example question-and-answer contents chapter part
    section full load-date language publication-type length end quote moderator's begin byline headline for from to
    cc bcc tel phone fax email mail room attn attention attachment attachments memorandum memo ingredients method
    directions serves tip tips step steps population area founded psalm verse score home away breaking developing
    exclusive watch analysis opinion whereas resolved in on this that these remember look listen think again but so
    and now finally first second third one two three four five however
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
# Titles that, in capitals within a line, show that a label begins and no shouted sentence.
SURE_TITLES = (
    "MR MRS MS MISS DR SEN SENATOR REP REPRESENTATIVE CONGRESSMAN CONGRESSWOMAN GOV GOVERNOR MAYOR".split()
)
# Titles that make a label of the name after them even where it stands once, and in small letters.
NAMING_TITLES = frozenset(word.lower() for word in SURE_TITLES) | frozenset(
    """
    rep representative congressman congresswoman president secretary ambassador minister judge justice commissioner
    sheriff rev reverend councilman councilwoman councillor alderman hon delegate lord lady dame professor
    """.split()
)
# Who "THE ...:" may be: an office or a part in what goes on, not the subject of a heading.
ROLES = frozenset(
    """
    court witness clerk president speaker chair chairman chairwoman chairperson minister moderator judge foreperson
    foreman bailiff defendant interpreter reporter secretary mayor governor officer host narrator announcer deponent
    coroner arbitrator registrar videographer translator audience crowd king queen pope chancellor taoiseach premier
    convener presidency commissioner ambassador magistrate juror plaintiff respondent applicant
    """.split()
)
# Labels of somebody unnamed: a question is theirs where their words end with a question mark.
UNNAMED = frozenset(
    "unidentified unknown unidentifiable audience participant student voter speaker caller".split()
)
# Words of a list of participants that are no part of a name.
OFFICES = TITLES | frozenset("state moderators moderator participants attorney us senate".split())
