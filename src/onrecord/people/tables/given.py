"""Given names and the pronoun that usually goes with them; names used both ways stand in `EITHER` too.

They are weak evidence only: a title (`Mrs.`), a word such as `spokeswoman`, or the article's own pronouns
speak louder. Folded: lower case, no accents.

To names of many countries are added the given names of the United States census of 1990 (public domain; at least 3 in
100,000 bearers), less everyday words, places and what is far more often a family name.
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
    abel abram adalberto adan adolfo adolph agustin alden aldo alec alfonso alfonzo alfredo alonzo alphonse
    alphonso alton alva alvaro amado amos anibal antione antone antwan archie arden arlen arlie armand
    armando arnoldo arnulfo aron arron augustine augustus aurelio basil benito bennie bernardo bert bertram
    blaine bradly branden brant brendon brenton bryce bryon buddy buford buster carlton carmelo carmine cary
    cecil cedrick charley chas chauncey chet christoper clair claud claudio clemente cletus clifton colby
    collin colton conrad coy cristobal cristopher curt cyril damion damon dane danial danilo dannie dante
    darell daren darin dario darnell daron darrel darrick darrin darron darwin daryl deandre deangelo
    delbert delmar delmer demarcus demetrius denny deon derick deshawn devon dewayne dewey dexter dino dion
    domenic domingo dominick donn donnell donnie donny donte dorian duane dusty dwain dylan earle edgardo
    edmond edmund edmundo edwardo efrain efren elbert elden eldon eliseo elmo eloy elroy elton elvin elvis
    elwood emanuel emile emmett emmitt emory enoch erasmo erich erick errol ervin esteban eugenio eusebio
    everette ezekiel ezequiel fabian faustino fausto fermin fidel filiberto florencio florentino forest
    forrest franklyn freddy fredric fredrick galen garfield garland garret garth genaro geraldo gerardo
    gerry gilberto gino gonzalo grady graig granville gregorio grover hai hal harlan harland harley harvey
    heriberto herschel hershel hilario hipolito hiram hobert homer horace horacio hosea humberto ignacio ike
    irvin isaiah isaias isiah isidro ismael isreal issac jacinto jamaal jamar jame jamel jamey jarod jarred
    jarrod jasper jayson jefferey jeffery jeffry jerald jeramy jere jermaine jerold jeromy jerrell jerrod
    jerrold jimmie joesph johnathan johnathon johnie johnnie jonah jonathon josiah jospeh josue judson
    kelvin kendall keneth kennith kenton kermit keven kieth kip korey kory kraig kristofer kristopher kurtis
    lamont landon lanny lavern lawerence lazaro leandro leif leland lemuel len lenard lenny leonardo leonel
    leopoldo lino linwood lon lonnie lonny loren louie lowell loyd luciano lucien lucio lucius luigi lynwood
    malcom malik marcelino marcellus marcelo margarito mariano marlin marlon marty mathew mauro maximo merle
    merlin mervin micah michale micheal mickey mikel milford millard minh miquel mitchel modesto monty mose
    moshe nathanael nathanial nestor nickolas nicky noe norberto normand octavio odis olen olin omer oren
    orval orville osvaldo oswaldo otha otis pasquale percy porfirio preston quincy quintin quinton ramiro
    randal randell raphael rashad raymon raymundo refugio reinaldo renaldo renato reynaldo rhett rickey
    rickie rigoberto rocco roderick rodger rodolfo rodrick rogelio rolando rolland romeo ronny roscoe
    rosendo royce rueben rufus russel rusty sal sammie sammy samual santo saul scot scottie scotty shad
    shayne sheldon shon sid silas sonny sterling sylvester tad teodoro terence terrance thad thaddeus thanh
    theo theron timmy toby tod tommie tory trent trey tristan tuan tyrell tyron tyrone ulysses vern vicente
    virgil virgilio vito waldo wally waylon weldon wes wesley wilbert wilford wilfredo willard willian willy
    wilmer wilton winford winfred winston zachariah zachery zackary zane
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
    abbey abbie abby addie adela adelaida adelaide adelia adelina adeline adell adella adelle adina adria
    adriane adrianna adrianne adrienne afton agatha agustina aida aileen aimee aja alaina alanna albertha
    albertine albina alda alecia alejandra alena alene alesha alesia aleta aletha alethea alexa alexia
    alfreda alida aline alisa alisha alissa allene allie allyson almeda altagracia althea alvina alyce
    alycia alysia alyson amada amalia ami amie amparo anabel anastacia andra andria angelia angelica
    angeline angelique angelita angella anglea anh anika anissa anitra annabelle annamarie anneliese
    annemarie annetta annmarie antionette antoinette antonette antonina araceli aracely arcelia ardis ardith
    aretha arielle arleen arlette arline armida artie asha ashely ashlee ashleigh ashlie ashly athena audra
    audry aurea aurelia ava avis awilda bambi barb barbie barbra bea beatriz belen belva benita berenice
    bernadine berniece bernita berta bertie beryl bessie bette bettie bettina bettye beulah beverley bianca
    billie birdie blanch blanche bobbi bobbie bobbye bonita bonny brandee brandi brandie brandy breanna
    breanne bree brenna briana brianna brianne bridgett bridgette brigette britney brittani brittany
    brittney brook buffy caitlyn callie cami camilla candance candi candida candis candy cara caren cari
    caridad carin carina carissa carleen carlene carlota carlotta carlyn carma carmela carmelita carmella
    carolann carolee carolynn carri carrol caryl caryn casandra cassie catharine cathi cathie cathleen
    cathrine cathryn catina catrina cecelia cecile cecily celestine celina chana chanda chandra chantal
    chantel chantelle charissa charisse charla charleen charlette charline charmaine charolette chasity
    chastity chelsey chelsie cheri cherie cherise cherly cherri cherrie cheryle chiquita chrissy christa
    christal christel christen christene christi christiana christie christin chrystal ciara cierra cinda
    cindi cinthia clare claribel clarice clarissa claudette claudine clementine cleo cleta coleen colette
    collette concepcion concetta constance corazon cordelia corene cori corina corine corinna cornelia
    corrie corrina corrine cortney cristal cristi cristin cristina cristine cristy cyndi cythia dalia
    damaris danelle danette dani danica daniele daniella danita danna dannielle danyelle dara darci darcie
    daria darla darleen darline davida davina dawna dayna deana deann deanne deb debbra debby debi debora
    debrah dedra dee deena deidra deidre deirdre delfina delilah delma delois delora deloris delphia
    delphine demetra demetria dena deneen denice denna desirae desiree dessie dian diann dianna dinah dionne
    dixie dollie dolly domenica dominga dominique dona donita dorcas dorene doretha dori dorinda dorotha
    dorothea dorris dortha dorthea dorthy dottie dovie dulce earlene earline earnestine eartha eboni ebony
    eda edelmira eden edie edythe effie elaina elana elba elda eldora eleanora eleanore elenor elfriede elia
    elida elinor elisha elissa elizebeth ellie elma elna elnora eloisa elouise elva elvera elvia elvira
    elyse emelia emilie emogene ena enedina enid enriqueta ericka erlinda erma erna ernestina essie estela
    estella ester ethelyn etta eugenie eula eulalia evalyn evangelina evangeline evelia evette evie evon
    evonne fabiola fannie fanny farrah fawn fay faye felecia felica felice felicita felicitas felipa felisa
    felisha fern ferne filomena flor flora florene florine flossie floy fonda fran francine francisca freida
    gabriella garnet gaye gayla gayle gaynell gemma gena genoveva georgetta georgette georgiana georgianna
    georgie geralyn gerda geri germaine gerri gertie gilda ginny giovanna gisele giselle gladis glenna glory
    golda goldie graciela gregoria gretta griselda guillermina gussie hallie harriett harriette hattie
    haydee hayley hedwig hellen herlinda hermelinda herminia hettie hildegard hoa holli hollie holly
    hortencia hortense hortensia hulda huong idalia idella ileana ilene iliana ilona ilse ima imogene ina
    inez inge ingeborg iola iona ione irena isabell isela iva ivette ivonne ivy jacalyn jacinta jackeline
    jacklyn jaclyn jacque jacquelin jacquline jada jade jaimie jami jamila jammie jana janae janeen janel
    janell janelle janene janette janey janie janina janis janna jannette jannie jaqueline jasmin jaunita
    jayme jayne jazmin jeana jeane jeanetta jeanie jeanine jeanna jeannette jeannine jena jenelle jenifer
    jeniffer jennette jenni jennie jenniffer jeraldine jeri jerilyn jerri jerrie jesica jettie jewel jewell
    jillian joana joanie jodi jodie joelle joellen joetta johnetta johnna joi joleen jolene jolynn joni
    jonna jonnie josefa josefina josephina josette josie jovita joycelyn judi judie juli juliann julianna
    julieta juliette julissa justina justine kacey kaci kacie kaitlin kaitlyn kala kami kandace kandi
    kandice kandy kara karan kari karie karissa karlene karol karolyn karon karri karrie karyn kasandra
    kasey kassandra katelyn katheryn kathi kathie kathlene kathlyn kathrine kathryne kathyrn katina katy kay
    kaye kaylee kecia keely keiko keisha keli kelli kellie kelsie kenna kenyatta keri kerri kerrie kesha
    keshia kiara kimberely kimberlee kimberley kira kirstin kisha kitty kizzy kori krista kristal kristan
    kristi kristian kristie kristine kristy kristyn krystle krystyna kyla kylee kylie kyong kyra kyung lacey
    laci lacie ladonna lakeisha lakesha lakeshia lakisha lanette lani lanita laquita lashanda lashawn
    lashonda latanya latasha latisha latonia latonya latosha latrice latricia laureen laurel laurene
    lauretta laurette lauri lavada laverne lavina lavinia lavon lavonda lavonne lawanda leandra leann leanna
    leanne leatha leatrice leda leeann leesa leigh leilani leisa lela lelia lennie lenora lenore leola
    leonor leora leota lesa leslee lesley lesli lessie leta letha letitia lettie lia liana liane lida lidia
    lilia liliana lillie lilly lina lindsay lindy linette linh linnea linnie linsey lise lisette lissa
    lissette lita lizabeth lizbeth lizette lizzie lona loraine loreen lorelei lorene lorenza lorie lorinda
    lorine lorna lorretta lorri lorrie lottie louann louella louisa lourdes lovie luana luann luanne luciana
    lucie lucienne lucila lucile lucretia lue luella lula lulu lupe lupita lura luz lyda lyla lyn lyndsay
    lyndsey lynnette mable machelle madge mae maegan magda magdalene mai maira majorie malinda malissa
    mallory mamie mandi maranda marcela marcelina marcelle marci marcie marcy margarete margarette marge
    margery margo margret marguerite mari mariah mariam marian mariann marianna maribel maribeth maricela
    marietta marilee marilou marilynn marisela marisol marissa marita maritza marjory marlena marlo marlyn
    marlys marnie marquerite marquita marta marti martine marva maryann maryanne marybeth maryellen maryjane
    maryjo marylee marylin marylou marylyn mathilda matilde mattie maud maudie maura maurine mavis maxie
    maybelle mayme mayra mazie meagan meaghan mechelle meg melba melina melisa mellisa mellissa melodie
    melonie melony melva melvina meryl micaela michell mickie migdalia milagros milissa millicent mimi mina
    mindi minnie mira mireya mirian mirna mirta missy misti mittie mitzi modesta mollie monique mozell
    mozelle myong myriam myrtice myrtis myrtle nakia nakisha nanci nanette nannette nannie nathalie
    natividad nedra nelda nelida nella nelle nelly nereida nettie neva nia nichelle nichol nichole nicki
    nicolasa nicolette nidia niki nila nilda nilsa ninfa nita noelia noemi nola nona norene norine novella
    nydia ocie odette ofelia oleta ollie oralia orpha otilia ouida pamala pansy paola patrica pattie paulina
    pearlie pearline peggie pennie perla phillis philomena phuong phylis phyliss pilar pinkie portia
    pricilla prudence rachael racheal rachelle racquel rae rafaela randa randi rashida raven reba rebeca
    rebekah reina rena renae renate renea renita reta retha reva rhea rhiannon richelle rina robbie robbin
    robyn rocio rolanda romana romona rona ronda ronna rosalba rosalee rosalia rosalina rosalinda rosaline
    rosalva rosalyn rosanna rosanne rosaria rosario rosaura roseann roseanna roseanne rosella roselyn
    rosemarie rosetta rosie rosina rosita roslyn rowena roxana roxane roxann roxanna roxie rubye rufina
    ruthann ruthie sabina sabine sabra sade sadie salina sallie samatha sandi sanjuana sanjuanita sarita
    scarlett selina shaina shalonda shameka shamika shana shanda shandra shanell shani shanika shanita
    shanna shannan shanon shanta shante shantel shantell shara sharee sharen shari sharla sharlene sharonda
    sharron sharyn shauna shawanda shawna shayla shayna sheena shelia shelli shellie shelly shena sheree
    sheri sherie sherilyn sherita sheron sherrie sherron sherryl shiela shirlee shirlene shirly shonda sibyl
    sigrid simona siobhan socorro soledad sonja staci stacia stacie starla stefani stefanie stephaine
    stephani stephany stephenie stephine stormy susann susannah suzan suzanna suzette suzie suzy syble
    tabatha talia tamar tamatha tameka tamela tamera tami tamie tamika tamiko tammi tammie tamra tana
    tanesha tangela tanika tanisha tarsha taryn tasha tawana tawanda tawanna tawnya teena tena tenisha
    teodora tera terese teresita teressa terri terrie tessa tessie thea theda theodora therese thersa
    thomasina thuy tia tiana tiara tierra tiffani tiffanie tiffiny tillie tisha tomasa tomeka tonia tonja
    tonya tori tosha toya tracee traci tracie trena tresa tressa tressie treva trina trinidad trish trista
    twila twyla tyra vada valarie valeria valorie veda velda velia velma velva venessa venita verda vergie
    verla vernell vernice vernie vernita verona vicenta vickey victoria vida vikki vilma vina violeta virgie
    virgina vita viva viviana vonda vonnie wanita wendi wilda willa willene windy winnie winnifred wynona
    xiomara yadira yasmin yesenia yetta yoko yolonda yoshiko zaida zandra zella zelma zena zenaida zenobia
    zina zoila zola zora zoraida zula zulma
    """.split()
)

EITHER = frozenset(
    """
    alexis ariel aubrey avery bailey blair blake cameron carey casey chris corey dakota dana darcy devin
    drew elliot emerson finley frankie gale hayden jackie jaime jamie jan jean jess jessie jody jordan
    jules kai kelly kelsey kerry kim kris lane lee leslie logan lorne lynn madison marion morgan pat paris
    parker peyton reese riley robin rowan sage sam sandy sasha shannon shay sidney skyler stevie sydney
    taylor teal terry toni tracy val whitney
    alva augustine bennie billie bobbie carrol cary cecil clair cleo colby dannie darnell dee demetrius
    denny deon devon dion dominique donnie dorian dusty elisha gayle gerry jame jamey jewel jewell jimmie
    johnie johnnie kasey kendall lavern laverne leigh lesley lindsay lonnie loren louie lupe marlin marty
    merle micah mickey minh nicky ollie otha refugio rickie robbie rosario royce sammie scottie shayne thanh
    theo toby tommie tory trinidad tristan
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
