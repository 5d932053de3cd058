"""Given names and the pronoun that usually goes with them; names used both ways stand in `EITHER` too.

They are weak evidence only: a title (`Mrs.`), a word such as `spokeswoman`, or the article's own pronouns
speak louder. Folded: lower case, no accents.
"""

HE = frozenset(
    """
        aaron abdul abdullah abe abraham adam adrian ahmad ahmed al alan albert alberto alejandro alex
    alexander     alexei alfred ali allan allen alvin amadou amir anatoly anders andre andreas andrei
    andres andrew andrzej     andy angel angelo angus anthony antoine anton antonio antony ari arnold
    artem arthur arturo asa austin axel     barack barney barry bart bashar beau ben benedict benjamin
    benny bernard bernie bertrand bill billy bob     bobby boris brad bradley brandon brendan brent bret
    brett brian bruce bruno bryan bud byron caleb calvin     carl carlo carlos cedric cesar chad charles
    charlie chester chris christian christoph christophe christopher     chuck clarence clark claude clay
    clayton clement cliff clifford clint clinton clive clyde cody colin conor     connor corey cornelius
    cory craig curtis cyrus dale damian damien dan daniel danny darius darrell darren     darryl dave
    david dean demarco denis dennis derek derrick desmond dick diego dieter dimitri dirk dmitri     dmitry
    dmytro dominic don donald doug douglas duncan dustin dwayne dwight earl ed eddie edgar eduardo edward
    edwin eli elias elijah elliot elliott elmer elon emil emmanuel emilio enrique eric erik ernest ernesto
    ernie erwin ethan eugene evan everett ezra fabio federico felipe felix ferdinand fernando floyd
    florent     francesco francis francisco francois frank franklin franz fred freddie frederic frederick
    friedrich fritz     gabriel garrett garry gary gavin gene geoff geoffrey george gerald gerard gerhard
    gianni gideon gilbert     giovanni giuseppe glen glenn gordon graham grant greg gregg gregory
    guillermo gunther gus gustavo guy hamid     hank hans harold harrison harry hassan heinrich hector
    helmut henri henrik henry herb herbert herman hiro     hiroshi howard hubert hugh hugo hussein ian
    ibrahim igor ira irving isaac ismail ivan jack jackson jacob     jacques jaime jair jake jamal james
    jan jared jason javier jay jean jed jeb jeff jefferson jeffrey jens jeremiah     jeremy jerome jerry
    jesse jesus jim jimmy joachim joaquin joe joel joey johan johann johannes john johnny     jon jonas
    jonathan jordi jorge jose josef joseph josh joshua juan juergen jules julian julio julius jurgen
    justin kareem karl keith ken kenneth kenny kent kevin khalid khizr kirk klaus konrad konstantin kurt
    kyle     lamar lance larry lars laurence laurent lawrence lech leo leon leonard leonid leopold leroy
    lester levi     lewis liam lindsey lionel lloyd lorenzo lou louis luca lucas luis luiz luke luther
    lyle lyndon magnus mahmoud     malcolm manfred manuel marc marcel marcello marco marcos marcus mario
    mark markus marshall martin martyn     marvin mateo mateusz mathias matt matteo matthew matthias
    maurice mauricio max maxim maximilian mehdi     mehmet mel melvin michael michal michel miguel mike
    mikhail miles milo milton mitch mitchell mitt mohamed     mohammad mohammed moises morris moses
    muhammad murray mustafa myron nathan nathaniel narendra ned neil     nelson newt nicholas nick nicolas
    nigel nikita niklas nikolai noah noel norbert norman oleg oleksandr oliver     omar orlando oscar
    osama otto owen pablo paolo pascal patrick paul pavel pawel pedro pere perry pete peter petr petro
    phil     philip philippe phillip pierre piotr quentin quinn rafael rahm ralph ramil ramon randall
    randolph randy     rashid raul ravi ray raymond recep reggie reginald reince rene reuben rex ricardo
    riccardo rich richard     rick ricky rob robby robert roberto rod rodney rodrigo roger roland rolf
    roman romano ron ronald ronan ronnie     rory ross roy ruben rudolf rudolph rudy rupert russ russell
    ryan salvador salvatore sam samir samuel santiago scott     sean sebastian serge sergei sergey sergio
    seth shane shaun shawn shinzo sidney sigmund silvio simon solomon     spencer stan stanley stefan
    stephan stephen stephane steve steven stewart stuart sven taras tariq ted teddy     terrence tim
    timothy theodore thierry thomas tito tobias todd tom tomas tommy tony travis trevor troy tyler
    ulrich valentin vernon viktor victor vince vincent vincenzo vitaly vladimir volodymyr wallace walt
    walter     warren wayne wendell werner whit wilbur wilfred wilhelm will willem william willie wolfgang
    woodrow xavier     yair yitzhak yuri yusuf zachary zack
    """.split()
)

SHE = frozenset(
    """
    abigail ada adele adriana agnes aisha alana alexandra alexandria alice alicia alina alison allison
    alma alyssa amal amanda amber amelia amina amy ana anastasia andrea angela angelina angie anita anja
    ann anna annabel anne annette annie antonia april ariana arlene ashley astrid audrey ayesha barbara
    beata beatrice becky belinda bella bernadette bernice bertha beth bethany betsy betty beverly blanca
    bonnie brenda bridget brigitte brooke caitlin camille candace candice carla carly carmen carol carole
    carolina caroline carolyn carrie cassandra catalina catherine cathy cecilia celeste celia charlene
    charlotte chelsea cheryl chloe christiane christina christine christy cindy claire clara claudia
    colleen connie consuelo cora corinne courtney crystal cynthia daisy daniela danielle daphne darlene
    dawn deanna debbie deborah debra deja delia delores denise diana diane dianne dina dolores donna dora
    doreen doris dorothy edith edna edwina eileen elaine eleanor elena elisa elisabeth elise eliza
    elizabeth ella ellen eloise elsa elsie emilia emily emma erica erika erin ernestine esmeralda
    esperanza estelle esther ethel eugenia eunice eva evelyn faith farhana fatima felicia fiona florence
    frances francesca freda frida frieda gabriela gabrielle gail geena genevieve georgia georgina
    geraldine gertrude ghazala gillian gina ginger giorgia gisela gladys glenda gloria grace greta
    gretchen guadalupe gwen gwendolyn hannah harriet hazel heather heidi helen helena helene helga
    henrietta hilary hilda hillary hope huma ida imelda imogen ines ingrid inga irene irina iris irma
    isabel isabella isabelle ivana ivanka jackie jacqueline jacquelyn jane janet janice janine jasmine
    jeanette jeanne jeannie jen jenna jennifer jenny jessica jill jo joan joann joanna joanne jocelyn
    johanna josephine joy joyce juana juanita judith judy julia juliana julianne julie juliet june kamala
    karen karin karina karla kate katharine katherine kathleen kathryn kathy katie katrina kayla kellyanne
    kendra kimberly kirsten kristen kristin kristina krystal lana larissa latoya laura lauren laurie lea
    leah leila lena leona leonora leticia lila lilian lillian lily linda lisa liz liza lois lola lolita
    lora lorella lorena loretta lori lorraine louise lucia lucille lucinda lucy luisa lydia lynda lynette
    lynn lynne mabel mackenzie madeleine madeline madelyn magdalena maggie malala malia mandy manuela mara
    marcella marcia margaret margarita margie margot maria mariana marianne marie mariela marilyn marina
    marine marisa marjorie marla marlene marsha martha martina mary maryam matilda maude maureen maxine
    maya megan meghan melania melanie melanne melinda melissa mercedes meredith mia michaela michele
    michelle mildred millie mindy miranda miriam moira molly mona monica monika muriel myra myrna nadia
    nadine nancy naomi natalia natalie natasha nell nellie nicola nicole nikki nina noelle nora noreen norma
    octavia olena olga olivia opal ophelia paige pam pamela patrice patricia patsy patti patty paula
    paulette pauline pearl peggy penelope penny petra phoebe phyllis polly priscilla rachel ramona raquel
    rebecca regina renata renee rhoda rhonda rita roberta rochelle rosa rosalie rosalind rosalynn rose
    rosemary roxanne ruby ruth sabrina sally salma samantha sandra sara sarah saundra selena selma serena
    sharon sheila shelby shelley sherri sherrilyn sherry sheryl shirley silvia simone sofia sondra sonia
    sonya sophia sophie stacey stacy stella stephanie sue susan susana susanna susanne susie suzanne
    svetlana sylvia sybil tabitha tamara tammy tania tanya tara tatiana tatyana teresa teri tess thelma
    theresa tiffany tina tracey tricia trisha trudy tulsi ulrike ursula uma valentina valerie vanessa vera
    verna veronica vicki vickie vicky viola violet virginia vivian wanda wendy whitney wilhelmina wilma
    winifred winona yael yolanda yulia yvette yvonne zahra zelda zephyr zoe
    """.split()
)

EITHER = frozenset(
    """
    alexis ariel aubrey avery bailey blair blake cameron carey casey chris corey dakota dana darcy devin
    drew elliot emerson finley frankie gale hayden jackie jaime jamie jan jean jess jessie jody jordan
    jules kai kelly kelsey kerry kim kris lane lee leslie logan lorne lynn madison marion morgan pat paris
    parker peyton reese riley robin rowan sage sam sandy sasha shannon shay sidney skyler stevie sydney
    taylor teal terry toni tracy val whitney
    """.split()
)

# Short forms that newspapers use for the same person, so that "Jim Pell" and "James Pell" are one.
SHORT = {
    short: full
    for full, shorts in {
        "alexander": "alex sasha",
        "andrew": "andy drew",
        "anthony": "tony",
        "benjamin": "ben",
        "bernard": "bernie",
        "charles": "chuck charlie",
        "christopher": "chris",
        "daniel": "dan danny",
        "david": "dave",
        "deborah": "debbie",
        "donald": "don",
        "edward": "ed ted",
        "elizabeth": "liz beth betsy",
        "frederick": "fred",
        "gerald": "gerry jerry",
        "gregory": "greg",
        "james": "jim jimmy",
        "jeffrey": "jeff",
        "jennifer": "jen jenny",
        "jonathan": "jon",
        "joseph": "joe",
        "joshua": "josh",
        "katherine": "kate kathy katie",
        "kenneth": "ken",
        "lawrence": "larry",
        "margaret": "maggie peggy",
        "matthew": "matt",
        "michael": "mike",
        "nicholas": "nick",
        "pamela": "pam",
        "patricia": "pat patti patty",
        "peter": "pete",
        "philip": "phil",
        "raymond": "ray",
        "rebecca": "becky",
        "richard": "rick dick rich",
        "robert": "bob rob bobby robby",
        "ronald": "ron",
        "samuel": "sam",
        "stanley": "stan",
        "stephen": "steve",
        "steven": "steve",
        "susan": "sue susie",
        "theodore": "ted",
        "thomas": "tom tommy",
        "timothy": "tim",
        "walter": "walt",
        "william": "bill will billy",
    }.items()
    for short in shorts.split()
}
