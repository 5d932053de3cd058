"""Given names of the world that usually go with *he*, by where they are at home.

Written for this project from what is widely known of names; `given.py` has the commonest, which are not
said again here. Weak evidence only. Folded: lower case, no accents, no apostrophes; hyphens stay. Everyday
English words, places and names that are above all family names are left out: a wrong entry makes a person
of a town.
"""

HE_WORLD = frozenset(
    (
        # English, Irish, Scottish, Welsh and American
        """
        abner absalom aidan aiden alaric alasdair alastair alban albie aldous aldwin aled algernon alisdair
        alistair alister allister alun alvah anakin aneurin ansel archibald arlo atticus auberon aubyn augie
        barnabas barnaby barrie bastian benedick benji benjy bernd bevis brenden brody bryn burt cadogan
        cadwallader caius callum calum caradoc cassian cathal cathel chaz cian ciaran cillian clem clovis
        coilin colm colman comhghall conal conall conan cordell corin cormac crispin cuthbert dafydd daithi
        darragh darryn davey daveyon davie declan delroy demetri denholm denzel denzil dermot desmund dewi dez
        diarmaid diarmuid dickie digby donal donnchadh dougal dougie dudley dugald durward dwaine eamon eamonn
        eamus ebenezer eddy edric edsel edwyn efan egbert einion eirik eldred eldridge elis elwin elwyn emlyn
        emmet emrys enos eoghan eoin ephraim ethelbert ethelred euan eustace evander everard ewan ewen faolan
        farquhar fearghal feargus felim ferdie fergal fergus fiachra finbar finbarr findlay fingal finian finn
        fintan fitzroy frederik fyodor gabe gareth garrick gaylord ged gerwyn gethin glanville godfrey godwin
        gomer graeme griff gruffudd gruffydd guto gwilym gwyn gwynfor gylbert hadrian hamish hedley hefin
        herbie hew hezekiah horatio hubie huey humphrey humphry huw hywel iago iain ianto idris ieuan ifan
        ifor ignatius illtyd immanuel ingram inigo iolo iorwerth isambard isidore ivor iwan izaak jabez jago
        japheth jarlath jarvis jaxon jayden jediah jedidiah jeremias jervis jethro joby jocelin jock jonty
        jools jorah joss jotham jud judah judd jude justus keelan keir keiran kenelm kenrick kev kian kieran
        kieron kilian killian kyran lachlan lawrie leander leofric les lex linus llewellyn llewelyn loman
        lorcan lucan lucian ludo ludovic lynton madoc maldwyn marmaduke marvyn mervyn meurig miah mick mohan
        mordecai mortimer muiris mungo murdo myles nahum nat nate neal nehemiah neville niall nicodemus nige
        ninian obadiah obediah octavius odhran oisin orson osbert osian oswald oswin owain ozzie ozzy paddy
        padraic padraig padrig paschal paulie peadar percival peregrine phelim phileas phineas piers proinsias
        quinten raibeart ralphie ranald raylan redvers reg remus rhodri rhys roald robat rocky roddy roderic
        rollo rolly romulus ruaidhri ruairi ruairidh ruari ruaridh rube rurik rylan samson seamas seamus
        seanan sebastien selwyn septimus seumas shadrach shaquille shemar sholto shug silvanus silvester
        simeon sion solly sorley steffan stevan stu sylvan tadhg taliesin tarquin tavish tecwyn tex thelonious
        theobald theodoric theophilus tiarnan tobiah tolliver tomos torcuil torin torquil travon trefor
        tremaine trev tristram trystan tudur tybalt uilleam ulick ulric uriah urien vergil vic vinnie vinny
        wilberforce wilf wilfrid wilkie wyatt wystan yestin yorath yul zac zach zacharias zak zebedee zebulon
        zeke zephaniah
        """
        # African-American and Caribbean coinages
        """
        akeem amare andreus antawn antjuan antonne antwaun antwon arvell cleavon dajuan dakari damarcus
        damarion damonte dandre dangelo daquan darnel dashaun dashawn davante davonte dayvon dejon dejuan
        delonte delvin demario demarion demarkus demetrice demetrious demond demonte denard deontay deonte
        deron desean deshaun desmon devante devonta devonte diontae donta dontae dontavious dontay dontrell
        dquan dwane dwyane ezell gevonte hakeem jabari jabbar jacquez jadakiss jadon jahlil jahmal jahmir
        jahvaris jajuan jakari jakobi jaleel jalen jamarcus jamario jamarion jameer jameis jamell jamelle
        jamil jaquan jaquavious jaron jatavious javante javaris javon javonte jaylen jaylin jaylon jayvon
        jermain jerod jevon jovan juwan kadeem kahlil kalil kamari kawhi keandre kedrick kelvon kendarius keon
        keshawn keyon keyshawn khari kordell kyrie lakeith lamarcus laquan laron laroy latrell lavar lavell
        lavelle lebron lemar leonte leron leshawn levar levon luol maalik malachi malique marcellas markeith
        markel markelle markese marquan marquell marquise marsean marshawn marvelle mekhi montavious montay
        montel montell montrell mookie nasir ndamukong obie octavious oderell orlondo percell quadir quan
        quandre quavious quavon quentavious quenton quincey raekwon raheem rahim rahsaan rahsean rakeem rakim
        rashaad rashaan rashaun rashawn rasheed rayshawn rayshon rayvon reshard rondell rontavious roshaun
        roshon sadiq saquan saquon savion semaj shaka shaquan shaquell shavar shawntae stephon sylvestre
        taquan tarell tarik tavaris tavarus tavion tavon tayshaun terrell tevin toure travante travaris
        travell travonte trayvon treshawn trevion trevon trevonte treyvon tyquan tyrece tyree tyreek tyreese
        tyreke tyrel tyrese tyrie tyrik tyriq tyshawn tyus vashon vontae yancy zavion zebulun
        """
        # Spanish and Latin American
        """
        abelardo abundio adelmo agapito aldemar alejo alexandro alirio amador amancio anastasio aniceto
        anselmo apolinar aquiles arcadio aristides aristobulo arnaldo arsenio artemio asdrubal atilio augusto
        avelino balbino baldomero baltasar baltazar bartolo bartolome basilio baudilio benigno bernabe
        bernardino berto bienvenido blas bonifacio borja braulio buenaventura calixto camilo candido casimiro
        cayetano ceferino celedonio celestino celio celso cesareo chucho cipriano cirilo ciro cleto conrado
        cosme crescencio crisanto crispulo cristian cristiano cuauhtemoc custodio dagoberto damaso delfin
        demetrio desiderio diogenes dionicio dionisio donaciano donato edelmiro eladio elbio eleazar eleuterio
        eligio elpidio emeterio emiliano enzo epifanio ernan estanislao eudoxio eufemio eulalio eulogio
        eustaquio evaristo evelio everardo evo exequiel fabricio facundo feliciano felicito felisardo filemon
        flavio fortino fortunato froilan fructuoso fulgencio gaspar gaston germancito gervasio godofredo
        gualberto gumersindo haroldo heladio heliodoro herberto hermenegildo herminio hernan hernando higinio
        hilarion homero honorio hortensio iker ildefonso inaki indalecio inocencio isidoro italo jacobo
        jaimito javi jenaro jeronimo josemaria jovito juancho juanito juanjo juanma justiniano justino juvenal
        juventino kiko ladislao laureano lautaro leobardo leocadio leoncio leonidas liborio lisandro livio
        lizardo lope lucho luisito lupercio macario macedonio manolo manu marcial maximiliano maximino melchor
        melquiades miguelangel milciades nabor nahuel nando narciso natalio nazario nemesio nepomuceno nereo
        nicanor nicasio olegario oliverio onesimo onofre orestes oriol osiel ovidio paco pancho pascual
        pasqual patricio paulino petronilo placido plinio plutarco policarpo ponciano prudencio quique quirino
        rafa raimundo remigio romulo ronaldo roque rufino ruperto sabas sabino salomon samuelito sandalio
        sandro santi saturnino secundino segismundo serafin servando severiano severino severo sigfrido
        silverio silvestre silvino sixto sotero telmo teobaldo teodulo teofilo thiago tiburcio timoteo tirso
        toribio tranquilino tulio ubaldo ulises uriel valeriano valerio venancio venustiano victoriano
        vladimiro wenceslao wilmar xabier xavi yago yoel yoenis yordan yulieski zacarias zenon
        """
        # Portuguese and Brazilian
        """
        abilio acacio ademar ademir adhemar adilson adriano afonso agnaldo agostinho alcides alexandre almir
        aloisio aloizio aloysio aluisio amarildo amaro americo amilcar angelino antero antonino aparicio
        ariosto arlindo armenio artur ary belmiro benedito bento bernardim beto caetano cafu caio cassio
        claudinei cleber cleiton clodoaldo cristovam cristovao damiao davi decio delfim deltan demostenes
        denilson dilson dinis diogo dirceu djalma dunga durval ederson edilson edinaldo edinho edmilson
        ednaldo edson egidio elano elcio eliseu erico estevao euclides eurico evandro everaldo expedito
        fabiano fabinho felisberto fernao filipe firmino floriano francelino gercino germano gerson getulio
        gilmar gilson giovane givaldo gleison goncalo guilherme gumercindo heitor helder helio henrique
        herculano hildebrando ibere ilidio inacio itamar ivanildo ivo jader jailton jairo januario jeferson
        jefinho joao joaozinho joca jonatas jorginho josias josimar juca juliano juninho jurandir juscelino
        laercio laerte lauro lelio lourenco lourival manoel marcal marcelinho marcio martim martinho mateus
        maximiano maykon messias moacir moacyr murilo nelinho neymar nicolau nilo nilson nilton nivaldo
        norival nuno odilon odorico olavo onyx osmar osni otacilio otavio ozires paulinho paulo pedrinho quim
        quincas renan ricardinho rivaldo robinho rogerio romario romeu romildo ronaldinho rosalvo rubem rubens
        rui ruy salomao salustiano saulo sebastiao sidnei sidonio solano tadeu tancredo tarcisio tarso
        teotonio tiago tiao ubirajara ulisses valdemar valdir valter vinicius vitor vitorino walace waldemar
        waldir waldyr wallyson weverton wilker xandao xande zeca zeferino zico zito
        """
        # French, Belgian, Swiss, Québécois and Haitian
        """
        achille adrien agathange aime alain albin alcide aldric aloys amaury ambroise amede amedee anatole
        anicet anselme anthelme antonin apollinaire archambaud aristide arnaud arsene athanase auguste
        augustin aurel aurele aurelien aymar aymeric baptiste barnabe barthelemy basile bastien baudouin
        benoit beranger bertin blaise boniface brice calixte camil celestin celien cesaire charlemagne
        charles-henri clotaire colas constantin corentin cyprien cyriaque cyrille dany deodat desire didier
        dieudonne domitien donatien edgard edouard eloi elzear emeric emilien enguerrand ephrem etienne eudes
        eusebe eustache evariste evrard fabien fabrice faustin felicien fernand ferreol fidele firmin flavien
        florentin florian florimond foulques franck francois-xavier fulbert gabin gael gaetan gaspard gatien
        gauthier gautier geoffroy georges gervais ghislain gildas gilles godefroy gontran gonzague gratien
        gregoire guilhem guillaume guillem gustave guy-philippe gwenael gwendal helier henri-claude herve
        hilaire hippolyte honorat honore hugues humbert hyppolite ignace isaie jacques-yves jean-baptiste
        jean-bernard jean-bertrand jean-charles jean-christophe jean-claude jean-daniel jean-denis
        jean-francois jean-frederic jean-gabriel jean-guy jean-henri jean-jacques jean-louis jean-luc
        jean-marc jean-marie jean-max jean-michel jean-noel jean-pascal jean-patrick jean-paul jean-philippe
        jean-pierre jean-rene jean-robert jean-sebastien jean-victor jean-vincent jean-yves jeannot jeremie
        joannes joffrey joris josquin josselin jourdain jovenel judicael julien kylian ladislas lazare leandre
        leonce loic louis-philippe louka luc lyonel macaire magloire marc-andre marc-antoine marcelin
        marcellin marien marius mathieu mathis mathurin matthieu maxence maxime maximin mayeul medard
        michel-ange modeste moise narcisse nazaire nicaise nicephore olivier onesime pacome paul-emile
        paul-henri paulin perceval pierre-alain pierre-andre pierre-emmanuel pierre-henri pierre-louis
        pierre-marie pierre-yves pierrick pierrot placide polycarpe rainier raoul raynald regis rejean remi
        remy renald renaud reynald roch rodolphe rodrigue romain romaric romuald rosaire saturnin savinien
        severin seydou sidoine sigebert sigismond simonin stanislas sulpice sylvain sylvere sylvio tancrede
        tanguy telesphore theodule theophane theophile theophraste theotime thibaud thibault thibaut timothee
        titouan ulysse urbain valere valery venceslas vianney victorien virgile wandrille wilfried wilner yann
        yannick yannis yoann yohan yohann ysengrin yvan yves yvon zacharie zephirin zephyrin
        """
        # Italian
        """
        adelchi adone agostino alarico alberico albino alceo alessandro alessio alfio aligi alvise amadeo
        ambrogio amedeo amerigo amintore anacleto angiolo aniello annibale antonello arcangelo arrigo ascanio
        astorre attilio aureliano azeglio baldassare bartolomeo battista beniamino bepi beppe bettino biagio
        bixio bonaventura brando brizio calisto calogero camillo carletto cataldo catello cesare cesarino
        cherubino ciccio ciriaco cirino corrado cosimo costante costantino costanzo crescenzo cristoforo
        davide decimo delfino diodato domenico donatello duccio edmondo edoardo elio elvio emanuele ennio
        enrico ercole ermanno ermenegildo ermes erminio ernani ettore ezechiele ezio fabrizio fedele fedro
        ferdinando ferruccio filippo fiorello fiorenzo flaminio flaviano folco fosco fulgenzio fulvio furio
        gabriele gaetano galeazzo galileo gaspare gaudenzio gavino gennaro gerolamo gervaso giacinto giacomo
        giambattista giampaolo giampiero giancarlo giandomenico gianfranco giangiacomo gianluca gianluigi
        gianmarco gianmaria gianmario gianpaolo gianpiero gianrico gianvito gildo giordano giorgio giosue
        giovan girolamo giuliano giulio giuseppino giustino goffredo gualtiero guerino guglielmo guido
        guidobaldo iacopo ignazio ilario ildebrando innocenzo ippolito ivano jacopo lamberto lando lanfranco
        lapo lazzaro leonida lodovico loris luchino ludovico luigino maffeo manfredi manlio manrico
        marcantonio marcellino mariolino massimiliano massimo maurizio melchiorre michelangelo mino mirco
        mirko nanni napoleone natalino nazareno nello nestore niccolo nicodemo nuccio nunzio oddo oliviero
        onofrio onorato orazio oreste orfeo orso ottaviano ottavio ottone palmiro pantaleo pantaleone paride
        pasqualino patrizio pellegrino peppe peppino pericle pierangelo pierantonio pierferdinando
        pierfrancesco piergiorgio pierluigi piermario piero pierpaolo pietro pippo pompeo prospero raffaele
        raffaello raimondo raniero remo renzo riccardino rinaldo rino romolo rosino rosolino ruggero ruggiero
        sabatino santino saro saverio savino scipione sebastiano serafino silvano silvestro silviu sirio sisto
        stefano stelio tancredi temistocle teodorico tiberio tindaro tiziano tommaso tonino tullio ugo
        ulderico ulisse umberto ursino valentino vannino venanzio vinicio virginio vittore vittorio zeno
        """
        # German, Austrian and Dutch
        """
        aad aart achim adalbert adelbert adolf adriaan adrianus albertus albrecht alfons alois alphonsus alwin
        andries ansgar antonius antoon arend arie arjan arjen armin arnd arndt arne arno arnoud arnulf balduin
        barend bastiaan benedikt benno berend bernardus bernfried bernhard berthold bertold bertolt bjorn bodo
        boudewijn bram burkhard burkhardt carsten cees christoff claus clemens cornelis daan detlef detlev
        diederik diethard diethelm dietmar dietrich dimphinus dirk-jan dominik driek dries eberhard eckart
        eckhard eckhart egbertus egon ehrenfried ehrhard emmerich engelbert erhard ernst eugen evert ewald
        ferdi floris fons frank-walter frans franz-josef franz-peter frido fridolin friedbert friedemann
        frieder friedhelm frithjof frits gangolf gebhard geert geert-jan georg gerben gereon gerfried gerhart
        gero gerrit gerrit-jan gijs gijsbert gisbert godfried gottfried gotthard gotthold gottlieb gottlob
        govert gregor guenter guenther gundolf gunnar gunter guus hagen hannes hanno hanns hans-dieter
        hans-dietrich hans-georg hans-gert hans-joachim hans-jochen hans-jurgen hans-olaf hans-peter
        hans-ulrich hansjorg harald harmen hartmut hasso heiko heimo hein heiner heino heinz helmuth hendrik
        hendrikus henk henning hermann herrmann hidde hilmar hinnerk hinrich holger horst hubertus huib
        huibert ignaz immo ingbert ingo ingolf jaap jacco jacobus jan-christian jan-kees jan-peter jan-willem
        jelle jelmer jeroen jesper jobst jochen joep joeri jolle joop joost jorg jorn jozef jurg jurriaan
        kai-uwe kajetan karl-heinz karl-theodor karlheinz karsten kaspar kees klaas klaus-peter klemens knut
        koen koenraad korbinian kuno lambertus laurens leendert lennart leonhard lieven lodewijk lorenz lothar
        lubbert ludger ludwig lukas lutz luuk maarten machiel malte marijn marnix marten matthaus matthijs
        mattijs meindert meinhard meinrad menno michiel moritz niek niels niklaus niko olaf onno ortwin oskar
        othmar otmar ottfried ottmar ottokar patrik paul-gerhard philipp piet piet-hein pieter pieter-jan
        pirmin raimund rainer ralf reiner reinhard reinhardt reinhold reinier reinout remco renier reto rik
        roderich roel roeland roelof rogier rolf-dieter rudiger ruediger rupprecht ruprecht rutger ruud ruurd
        sander servaas sicco siebe siebren siegbert siegfried sieghard siegmar siegmund sierd sietse sigismund
        sigmar sixtus sjaak sjef sjoerd sjors soenke sonke steffen stijn tankred teun teunis theodoor thijs
        thilo thorben thorolf thorsten tijn tijs tillmann tilman tilmann tilo timo tjeerd tjibbe torben
        torsten traugott twan udo ulf ullrich urs uwe veit vinzenz volker volkmar walther wendelin wenzel
        wessel wiebe wieland wierd wigand wigbold willem-alexander willem-jan willi willibald willibrord wim
        winfried wladimir wolf-dieter wolfhard wolfram wolter wout wouter wubbo wulf xander xaver yannik ytzen
        zeger
        """
        # Nordic: Danish, Faroese, Finnish, Icelandic, Norwegian, Sami, Swedish
        """
        aage agnar agust aimo aksel alf algot alpo alvar alvis amund andor antti anund armas arnar arnfinn
        arni arnljot arnor arto artturi arve arvi arvid arvo asbjoern asbjorn asgeir asgrim aslak asle atle
        atli audun aulis bengt bertel bertil birger birgir bjarki bjarne bjarni bjarte bjoern bjorgvin bjornar
        borge borje bosse bragi brynjar brynjolfur carl-gustaf carl-henric carl-henrik carl-johan carl-oskar
        christer dagfinn dagfinnur edvard edvin eerik eero egil egill eilert eilif einar eino eirikur eivind
        eldar ellert elvar embrik enok ensio erkki erland erlend erlendur erling eskil eskild esko espen
        eyjolfur eystein eyvind filip finnur folke frantz fredrik fridrik fridtjof frode gaute geir gisli
        goesta goran gorm gosta gudbrand gudjon gudlaugur gudmund gudmundur gunnlaugur gunnstein gustaf gustav
        guttorm gylfi haakon hafsteinn hafthor hakan hakon haldor halldor hallgrim hallgrimur hallvard halvard
        halvdan halvor hannu hans-erik haraldur hasse haukur havard heikki heimir helgi hemming herbjorn
        herluf hermod hilding hjalmar hjalti hordur hoskuldur hrafn hreidar huldar ib idar iisakki iivo ilkka
        illugi ilmari ingemar ingjald ingmar ingolfur ingvald ingvar ingve isak ismo ivar iver jaakkima jaakko
        jakob jalmari jan-erik jan-ove jari jarkko jarle jarmo jarno jens-christian jeppe jerker joakim joar
        jogeir jogvan john-arne jokull jonn jonny joran jorgen jorma jorund jostein josteinn jouko jouni juha
        juhana juhani juho jukka jussi jyri jyrki kaare kaarle kaarlo kaj kalervo kalevi kare karl-johan
        kasper kauko kauno keijo kennet kettil kimi kimmo kjartan kjeld kjell klas knud kolbein kolbeinn
        kolbjorn konsta krister kristjan kristoffer kullervo kustaa kyosti lasse lauritz leidulf leifur loftur
        ludvig mads magnar magne markku martti matias mats matti mauno mauri mauritz mika mikael mikkel
        mikkjal mikko miska mogens morten narve nicklas nicolai niilo nikolaj nikulas nils njal njall oddbjorn
        oddgeir oddmund oddur oddvar oeyvind olafur olav ole-gunnar oli olli olof onni orjan ornulf orvar osmo
        osmund osten ottar ove oyvind paavo pall pasi peder pehr pekka pentti per-erik per-olof pertti perttu
        petri petter petteri pietari poul povl preben ragnar ragnvald raimo rasmus rauno reidar reijo reima
        reino reynir risto roine rolv runar rune sakari sakarias saku sampo samppa samuli santeri santtu sauli
        seppo severi sigbjorn sigfinn sigfus sigge sigmundur sigtryggur sigurd sigurdur sigurjon sigve simo
        sindre sindri sivert sixten sjur sjurd skarphedinn skuli snorre snorri sofus soren staffan stale
        steinar steingrim steingrimur steinn stellan stian sture sturla sturle svante svein sveinn sveinung
        svend sverker sverre sverrir taavi taisto taito taneli tapani tapio tarjei tarmo tatu tauno teemu
        teitur tenho teppo terho terje teuvo thorarinn thorbjoern thorbjorn thord thordur thore thorgeir
        thorgils thorir thorkell thorkil thorkild thorlakur thorleif thormod thorstein thorsteinn thorvald
        thorvaldur toivo tollef tom-erik torbjoern torbjorn tord tore torfinn torgeir torgny torgrim torkel
        torkild torleif tormod torolf torstein torulf torvald touko trausti troels trond truls tryggvi trygve
        tuomas tuomo turo tyge tyko uffe ulrik unto urho urpo uuno valdimar valtteri vebjorn vegar vegard
        veijo veikko verneri vesa vidar vidkun vigfus viggo vilhelm vilhelmi vilhjalmur vilho viljami viljo
        vilmundur voitto wollert yngvar yngve yngvi yrjo
        """
        # Polish
        """
        aleksander alojzy ambrozy anatol antoni apoloniusz arkadiusz bartek bartlomiej bartosz benedykt
        beniamin blazej bogdan bogumil boguslaw bohdan boleslaw bonifacy borys boryslaw bozydar bronislaw
        cezary czeslaw darek dariusz dawid dobieslaw eligiusz eryk eugeniusz eustachy feliks ferdynand
        franciszek fryderyk gerwazy gniewomir grzegorz gustaw henryk hieronim hipolit ignacy ireneusz iwo
        jacek jakub janek janusz jarek jaremi jaroslaw jedrzej jeremi jerzy jozek juliusz jurek kacper kamil
        kazik kazimierz konstanty korneliusz krystian krzysiek krzysztof lechoslaw leslaw leszek lubomir
        lucjan ludomir ludwik lukasz maciej maciek maksymilian marceli marcin mariusz maurycy mieczyslaw
        mietek mikolaj milosz miroslaw narcyz nikodem olgierd patryk piotrek polikarp przemek przemyslaw radek
        radoslaw rafal rajmund remigiusz ryszard ryszrad seweryn slawek slawomir stanislaw staszek swietopelk
        sylwester szczepan szczesny szymon tadek tadeusz teodor teofil tobiasz tomasz tomek tymon tymoteusz
        tytus waclaw waldek walenty walerian walery wawrzyniec wienczyslaw wiktor wincenty witek witold wladek
        wladyslaw wlodek wlodzimierz wojciech wojtek zachariasz zbigniew zbyszek zdzislaw ziemowit zygfryd
        zygmunt
        """
        # Czech and Slovak
        """
        ales alexandr alojz andrej arnost blahoslav bohumil bohumir bohus bohuslav boleslav borek borivoj
        bretislav bronislav cestmir ctibor ctirad dalibor dalimil dezider dobromir dobroslav drahomir
        drahoslav dusan eduard evzen fedor frantisek gejza honza horymir hynek ignac imrich jachym jarda
        jarmil jaromir jaroslav jindrich jiri jirka jozo juraj karel kazimir klement koloman kristof krystof
        kvetoslav kvido ladislav leos libor lubor lubos ludek ludovit lumir matej matous matus maxmilian
        metodej mikulas milan milos miloslav milous mirek miroslav mojmir oldrich ondrej osvald otakar oto
        pankrac pavol pravoslav premysl prokop radim radko radomir radoslav radovan rastislav rostislav servac
        slavoj slavomir sobeslav spytihnev stanislav svatopluk svatoslav svetozar tadeas tibor tichomir
        tomislav vaclav vasek vavrinec vendelin vilem viliam vincenc vitezslav vladan vladislav vlastimil
        vlastislav vojta vojtech vratislav zbynek zbysek zdenek zdeno zderad zikmund zoltan
        """
        # Hungarian
        """
        adorjan agoston akos aladar alajos almos andras antal arpad atila attila balazs balint barna bence
        benedek bertalan boldizsar botond csaba csongor denes dezso domokos elemer elod endre erno ferenc
        ferko frigyes fulop gabor gellert gergely gergo geza gyorgy gyozo gyula huba hunor istvan jakab janos
        jeno jozsef kalman karoly kazmer kelemen kornel krisztian krisztof lajos laszlo levente lorand lorant
        lorinc lukacs marcell matyas mihaly miklos miksa odon oszkar pista rezso sandor szabolcs szilard
        szilveszter tamas tihamer tivadar vazul vencel vilmos zalan zsigmond zsolt zsombor
        """
        # Romanian and Moldovan
        """
        alexandru alin anatolie anghel arsenie aurelian avram calin catalin cezar ciprian claudiu codrin
        codrut corneliu cosmin costache costel costica costin cristinel danut decebal dinu dorel dorin doru
        dragos dumitru emanoil florin gavril gelu gheorghe gica grigore haralamb horatiu horia iacob iancu
        ieronim ilie ionel ionut iosif iulian iuliu iurie laurentiu liviu madalin matei mihai mihail mihnea
        mircea miron mitica mugur neculai nelu nichita nicolae nicu nicusor nistor octav octavian onisifor
        ovidiu panait petre petrica petrisor petru radu rares razvan relu sandu serban serghei sergiu sorin
        sorinel spiru stefanita tache theodor tiberiu titu titus toader traian tudor tudorel valer valeriu
        vasile veaceslav vicentiu vintila viorel vlad vladut vlaicu voicu zaharia
        """
        # Bulgarian, Serbian, Croatian, Slovene, Bosnian, Macedonian, Albanian
        """
        adem admir adnan agim agron alekos aleksandar aleksandr alen alija altin amer anastas anatolij andelko
        andon andraz andrija anel anes ante antun anze apostol arben ardian ardit armend arsen artan asllan
        astrit atanas avdija avdo avni bajram bakir bardhyl bashkim bekim bekir beqir besart besim besnik
        blagoj blagoje blagovest blagoy blaz blazo blendi blerim boban bogoljub bogomil boiko bojan borisav
        borislav boro bosko boyan boyko bozhidar bozidar bozo branimir branislav branko bratislav bujamin
        bujar cedomir chavdar cvetan cvetko damir damjan danail danijel danko dardan darko davor davorin davud
        dejan delyan desimir deyan dimitar dimitrij dimitrije dimo dobri dobrica dobrivoje domagoj dragan
        drago dragoljub dragomir dragoslav dragutin draza drazen drazenko drilon dritan dusko dzemal dzenan
        dzevad edin edis edon elvedin elvir emin emir enes engjell enis enver erion ermal ermin fadil fahrudin
        faik faruk fatmir fatos fazli feim ferhat ferid feti fikret filipp flamur franjo frano fuad gani
        gavrilo gazmend gazmir genc gencho gentian georgi gezim gjergj gjon gjorge gjorgje gjorgji gligor
        gojan gojko gorazd gordan grga grigor grozdan gvozden hajdin hajro hajrudin haki halil halim harun
        hasan hashim hidajet hrisimir hristijan hristo hrvoje husein husnija hysen iko ilian ilija ilir
        ilirjan iliya ismet isuf ivailo ivaylo ivica ivko jadran jadranko jakov jakup janez janko jasminko
        jelenko jernej jeton jevrem joco josip jovica jovo joze jure jurica juro kaloyan karlo kasim kiril
        kiro klaudijo kledi klodian korado kosta kostadin kostandin krasen krasimir krastyo kresimir kristijan
        krste krsto krum krume krunoslav kujtim kushtrim labinot lazar lazo lefter leutrim liridon lirim
        ljubco ljuben ljubisa ljubomir ljupco ljupko lovre luan luka lulzim lyuben lyubomir lyudmil maksut
        maltin marijan marinko matija matjaz mato mehmedalija melih memli mentor mevludin midhat mihael
        mihajlo mijat mijo mikan miladin milcho milen milenko milija milinko milisav milivoj milivoje miloje
        milojko milomir milorad milosav milovan milutin miodrag miomir mirad miralem miroljub mirsad mirza
        misko mislav mitar mitja mitko mladen momchil momcilo momir muamer muhamed muhamer muharem mujo munir
        murat naser nazif nazmi nebojsa nedeljko nedim nedzad nenad nevzat nexhat nexhmedin nijaz nikica
        nikolay nikolce ninoslav norik obrad obren ognen ognian ognjen ognyan orce osman ostoja ozren pajo
        panayot panche pandeli pasko pavao pavle pero petar petkan petko petrit petur predrag prenk primoz
        prvoslav qazim qemal radenko radisa radisav radivoj radivoje radoica radoje radojica radojko radosav
        radul raif rajko ramazan ramiz ramush ranko rasid rasim rasko rastko ratko ratomir redzep refik remzi
        rexhep rifat rizah rosen rumen rusmir rustem sabahudin sabri sadik sadudin safet sahib sakib sali
        salih samed sanel sanjin sasho saso savo sead sefedin sefik selman senad senaid senijad sergej
        sevdalin shaban shefqet shkelqim shkumbin shpetim shqiprim sinan sinisa skender skerdilajd slaven
        slavenko slavisa slavko slavoljub slobodan smail smiljan sokrat spahija spase spasen spasoje spiro
        srdan srdja srdjan srecko sreten stamenko stanimir stanko stanoje stevo stipan stipe stjepan stojan
        stojance stoyan stoycho stoyko strahil strahinja sulejman svetislav svetlin svetoslav svilen tadej
        tadija tahir talat tasho tasko tefik teodosij tihomir timotej todor todorche tomaz tomica trajan
        trajce trajko traycho tsanko tsvetan tvrtko tzvetan urh uros vahid valdet valeri valmir valon vasil
        vasilije vaso velibor velimir velin velizar veljko velko venelin ventsislav veselin veso vidan vidoje
        visar vitomir vjeko vjekoslav vjeran vladica vlado vlatko vojin vojislav vojko vojo vuk vukan vukasin
        vukota xheladin xhelal xhemal xhevdet yanko yasen yavor ylber ylli zahir zarija zarko zdenko zdeslav
        zdravko zdravomir zef zejd zelimir zeljko zelyazko zenel zharko zhelyo zhivko ziga zijad zivadin zivan
        zivko zivojin zivorad zlatan zlatko zlatomir zoran zorislav zvezdan zvonimir zvonko zyhdi
        """
        # Greek and Cypriot
        """
        achilleas achilles agamemnon alexandros alkis ambrosios anargyros anastasios anastasis antonios
        antonis apostolos archimedes argyris aris aristeidis aristidis aristos aristotelis arsenios athanasios
        babis charalambos charalampos charilaos christodoulos christoforos christos chronis chrysanthos
        demetrios demetris dimitrios dimitris dimosthenis dionysios dionysis efstathios efstratios efthymios
        eleftherios epaminondas evangelos evripidis fanis fotios fotis georgios gerasimos giannis giorgos
        grigorios grigoris harilaos iakovos iason ieronymos ilias ioannis iordanis isidoros kimon kleanthis
        konstandinos konstantinos kosmas kostas kostis kyriakos lakis lambros lazaros lefteris loukas makarios
        makis manolis manos manthos marinos marios markos menelaos menios michalis miltiadis miltos minos
        mitsos nektarios neoklis nikiforos nikitas nikolaos nikos nondas odysseas olympios orestis panagiotis
        panayiotis panayotis pandelis panos pantelis paraskevas pavlos pericles periklis petros phaedon
        photios photis polychronis polydoros prodromos prokopios prokopis savvas serafim simos socratis
        sofoklis sotirios sotiris spilios spiros spyridon spyros stamatis stathis stavros stefanos stelios
        stergios stratis stratos stylianos takis tasos tassos telemachos thanasis thanassis themistoklis
        theocharis theodoros theodosis theofanis theofilos theologos thodoris thrasyvoulos titos tryfon
        vagelis vangelis vasileios vasilios vasilis vassilis vassos vlassis xenofon xenophon yanis yannos
        yiannis yiannos yiorgos zisimos zisis
        """
        # Russian, Ukrainian and Belarusian
        """
        afanasii afanasy agafon akim aleh aleksei aleksey aleksiy alexej alexey anatoli anatolii anatoliy
        andrey andrii andriy andron anisim antip aristarkh arkadi arkadii arkadiy arkady arseni arsenii
        arseniy arseny artemiy artemy artiom artyom averky avraam bogolep daniil danila danylo davyd dementy
        demid demyan denys dmitrii dmitrij dmitriy dzianis dzmitry efim egor emelyan erast evgeni evgenii
        evgenij evgeniy evgeny evhen faddei fadei fedir fedot ferapont filaret foma frol galaktion gavriil
        gavrila gennadi gennadii gennadiy gennady georgii georgiy georgy gerasim gleb gordei gordey grigori
        grigorii grigoriy grigory hennadii hennadiy heorhii heorhiy hleb hrigory hryhorii hryhoriy ignat
        ignaty ihar ihor illarion illia illya ilya innokentiy innokenty ioann ipaty ippolit ivanko izyaslav
        kirill kirilo klavdy klim kliment kondrat kondraty konstantyn kostiantyn kostya kostyantyn kuzma
        kyrill kyrylo lavr lavrentiy lavrenty leonti leonty leonyd levko liubomyr lukyan lyubomyr makar
        makariy makary maksim maksimilian maksym markian matvei matvey matviy maxym mefody mikhailo mikhas
        mikola mitrofan mitya modest mstislav mykhailo mykhaylo mykola mykyta myroslav nazar nazariy nikandr
        nikanor nikifor nikodim oleh oleksa oleksii oleksiy olexander olexandr olexiy omelyan onufriy orest
        osip ostap pafnuty pankrat panteleimon parfyon pavlo pimen platon porfiry potap prokhor prokofy pyotr
        radion radislav rodion rostyslav savely savva semen semion semyon sergii sergiy serhii serhij serhiy
        siarhei siarhey sidor spiridon stepan sviatoslav svyatoslav syarhei tikhon timofei timofey timur
        trifon trofim tymofiy tymur uladzimir ustin vadim vadym vadzim valentyn valerian valerii valerij
        valeriy varfolomey varlaam vasili vasilii vasiliy vasily vasyl venedikt veniamin viachaslau viachaslav
        viacheslav viatcheslav vikenty viktar vissarion vital vitali vitalii vitalij vitaliy vitaut vladik
        vladimyr vladlen vladyslav vlas vlasiy volodia volodymir vsevolod vyacheslav yakiv yakov yarema
        yaroslav yauhen yefim yefrem yegor yegveny yehor yemelyan yermolai yevgeni yevgenii yevgeniy yevgeny
        yevhen yevhenii yevheniy yulian yuliy yuly yurii yuriy yury yustin zakhar zhores zinovy zmicer zmitser
        """
        # Baltic: Estonian, Latvian, Lithuanian
        """
        aadu aare agris ahto aigars ainars aivar aivars albertas aldis aleksandrs algimantas algirdas algis
        alvydas andrejs andris andrius andrus ansis antanas arnis arnoldas arturas arturs arunas arvydas atis
        audrius augustinas aurelijus ausrys balys bronius ceslovas dainis dainius deividas dmitrijs domantas
        donatas edgaras edgars edmunds eduardas eduards edvins egidijus eimantas einars eriks ernests ervins
        evalds feliksas gatis gediminas giedrius gintaras gintautas gints girts gunars gundars guntars guntis
        gytis helmuts henrijs henrikas hillar ignas igors imants indrek indulis inesis ints ivars jaak jaan
        jaanus jazeps jekabs julijs juozas jurgis juris justas justinas kaarel kalju kalvis karlis karolis
        kaspars kazimieras kestutis krisjanis kristaps kristians kristijonas krists laimonas laimutis laurynas
        leho leonas leonids linas liudas liudvikas maidu mait mantas margus martins martynas meelis mihails
        mihkel mikalojus mindaugas modestas modris motiejus neeme nerijus nikolajs normunds ojars olavs olegs
        olev osvalds paulius peteris petras petris povilas pranas pranciskus priit raimondas raimonds raitis
        raivis raivo ramunas reinis ricardas ricards rihards rimantas rimvydas rinalds ringolds rokas rolandas
        rolands romualdas rudolfs rytis sarunas saulius sergejs sigitas simonas skirmantas stanislovas stasys
        steponas sulev svens taavet tadas talis tanel tarvi tautvydas tiit tomass tonis tonu toomas ugis uldis
        urmas vaclovas vaidotas vaino valdas valdur valentinas valters valts vello vidmantas viesturs viktoras
        viktors vilis vilius villem vincas virgilijus virginijus vitalijs vitalijus vitas vitolds vladimirs
        vladislovas voldemar voldemars vytas vytautas vytenis zenonas zigmantas zigmars zigmas zigurds
        zilvinas zydrunas
        """
        # Georgian, Armenian, Azerbaijani and peoples of the Caucasus and Central Asia
        """
        abdrakhman abdulla abulfaz adlan akaki akhmat akhmed aleko alisher almat almazbek amayak anar aram
        archil arman armen armenak arslan artak artashes artavazd asif askar askhat aslambek aslan avag avetis
        avtandil azamat azer badri bagrat bakhodir bakhtiyar bakytzhan batyr baurzhan beka berdimuhamed berik
        besarion besik besiki besso bidzina chingiz choguldur chyngyz dato daulet dauren davit davitbek
        dzhokhar elchin eldor elguja elkhan elman emomali farrukh fizuli gagik galust garegin garen garik gela
        gevorg ghazaros givi gocha goga gogi grachya guram gurbanguly gurgen hakob hamazasp hambardzum
        harutyun hayk heydar hovhannes hovik hovnan hovsep hrachya hrair hrant ibragim ilgar ilham inal irakli
        ivane izatulla jahangir jansug jivan kairat kakha kakhaber kakhi kamchybek karapet karlen
        kassym-jomart kasymzhomart kayrat khachatur khachik khazret konstantine koryun kote kurmanbek lasha
        lekso levan levani malkhaz mamed mamuka manuchar marat mardiros matevos merab mevlud mher mihran
        mikayil mikheil minas mkrtich murad narek natig nerses nikol nodar nugzar nurlan nursultan orkhan
        paata papuna pargev paruyr poghos polad raffi ramaz ramzan razmik revaz rezo rinat rovshan ruslan
        rustam sadyr samvel saparmurat sardor sargis sarkis sergo serzh seyran shakhrat shalva shamil shavkat
        shota sooronbay soso sukhrab suren talgat tamaz tariel tatul teimuraz temirlan temur tengiz tigran
        timerlan tofik tornike tsotne ulugbek vaagn vaghinak vahagn vahan vahe vahram vaja vakhtang varazdat
        vardan varlam varuzhan vasgen vato vazgen vazha vigen yeghishe yerbol yervand yerzhan zaal zakaria
        zaur zaven zaza zhantoro zhora zorab zorayr zurab zviad
        """
        # Turkish and Kurdish
        """
        abdulkadir abdullatif abidin adil afsin agah ahmet akif akin alaattin alparslan alper alperen altan
        altug anil arda arif atakan atilay ayhan aykut aytac azad azem aziz bahadir bahattin bahri baris
        barzan batuhan bedirhan bedrettin behcet bener berat berk berkan berkay bilal binali bulent burak
        burhan cahit canberk caner cavit celal celil cem cemal cemil cengiz cevat cevdet ceyhun cihat cuneyt
        dengir dogan dogu dursun ebubekir ekmeleddin ekrem emrah emre emrullah engin eray ercan ercument erdal
        erdem erdinc eren ergin ergun erhan erkan erkin erol ersan ersin ertan ertugrul esat ethem eyup
        fahrettin fatih feridun fethullah fevzi feyyaz feyzi fikri fuat furkan galip gokhan gokmen goksel
        gultekin gungor guray gursel guven haci hakki haldun halis halit haluk hamdi hasip hayati hayrettin
        hayri hayrullah hikmet hilmi hulusi husamettin huseyin husnu husrev ilhan ilkay ilker irfan ishak
        izzet kaan kadir kagan kamuran kayhan kazim kemal kemalettin kenan kerem koksal koray korkut kubilay
        kursat lutfi lutfu mahmut masoud masrour mazhar mazlum melik mert mesut mete metin mevlut mithat
        muammer muhammet muharrem muhittin mukremin murathan muzaffer necati necdet nechirvan necmettin necmi
        nejat nihat nizamettin numan nurettin nurullah oguz oguzcan oguzhan okan oktay olcay orcun orhan ozan
        ozhan ozkan polat qubad recai resat resit ridvan riza rojhat rustu sadettin safak sait sakip samet
        samim sarp sedat selahattin selami selcuk semih serdal serdar serhan serhat serkan sertac servet
        settar sezai sezgin soner sukru suleyman taner tankut tarkan taskin tayfun taylan tayyip tekin tevfik
        tolga tolgahan tolunay tugrul tuncay tuncel tuncer turgay turgut ufuk ugur ulas unal vahap vahit vecdi
        veysel volkan vural yakup yalcin yavuz yekta yigit yucel yunus zafer zeki ziya zulfu
        """
        # Arabic and the Arab world, North Africa
        """
        aamir abbas abdalla abdallah abdel abdelaziz abdelbaset abdelfattah abdelghani abdelhak abdelhakim
        abdelhamid abdelilah abdelkader abdelkarim abdelkrim abdellah abdellatif abdelmadjid abdelmajid
        abdelmalek abdelouahab abdelouahed abdelrahman abdenour abderrahim abderrahmane abderrazak abdeslam
        abdessamad abdulaziz abdulhadi abdulhamid abdulkarim abdulmajid abdulmalik abdulqader abdulqadir
        abdulrahim abdulrahman abdulrazak abdulrazzaq abdulsalam abdulwahab abdur abdurrahman abed achraf
        adeeb adel adham ahmid aidh aimen akram alaa alaeddine allal amin amine amjad ammar amr amro anas
        anouar antar anwar aref asaad asem ashraf assem atef atif awni ayad ayman ayoub ayub azeddine azmi
        azmy azzam azzedine bader badr badreddine baha bahaa bahgat bakr baraa basel basem basheer bashir
        bassam bassel bassem belaid belkacem bishara boutros boutrous brahim chadli chafik chakib chawki
        chokri daoud daud dawood dhafer dhia djamal djamel driss ehab emad essam eyad ezzat ezzeddine ezzedine
        fadel fadhel fadi fadl fahad fahd fahmi faical faisal faiz fakhri faouzi faraj fares farid faris
        farooq farouk fateh fathi fathy fawaz fawwaz fawzi fawzy fayad fayez faysal fayssal feisal fethi firas
        fouad foued gaber galal gamal ghaith ghaleb ghalib ghassan ghazi ghiath habib hachem hadhi hadi hafez
        hafiz haidar haider haitham haithem hakim hamad hamada hamadi hamdane hamdeen hamdy hamed hamoud hamza
        hamzah hani hany haroun hashem hasib hassane hassanein hatem hatim hazem hazim hesham hicham hichem
        hilal hisham hosam hosni hosny houari houcine houssem houssine hussam hussien ibraheem idriss ihab
        ilyas ilyes imad imadeddine imed issa issam iyad izz izzat izzeddin jaafar jaber jabir jafar jaffar
        jalal jameel jassem jassim jawad jouma joumaa juma jumaa kacem kadhem kadhim kais kamal kameel kamel
        karim karrar kassem kassim khairat khairi khairy khaldoon khaldoun khaled khaleel khalfan khalifa
        khalil khamis khudair labib lahcen laith lakhdar lamine larbi layth lazhar loay lotfi louay lounes
        luay maamoun maarouf madjid maged mahdi maher mahfoud mahfouz mahjoub mahmud majdi majed majid makram
        malek mamdouh mamoun mansour mansur marouane maroun marwan marzouk marzouq massoud mazen mazin mbarek
        meshal messaoud miloud mishaal mishal moad moayad moaz mobarak moez mofeed mohamad mohamud mohand
        mohcine mohsen mokhtar moncef mondher moneim montassar montasser morad mosab mostafa mouad mouaz
        mouloud mounir mourad moustafa moutaz muath muayyad muaz mufeed mufid muhamad muhammed muhannad muhsin
        mujahid mukhtar mundhir muntadhar munther muqtada musab musaed musallam mustapha mutaz muthanna nabeel
        nabih nabil nadeem nader nadhim nadhir naeem nael nafez nafie naguib nahyan naif najeeb naji najib
        najm najmeddine naseer nasri nasser nassif nassim nawaf nawfal nayef nazem nazih nazir nedal nidal
        nizar noaman nour-eddine noureddine nuri obaid omair othman ouassim oussama qaboos qais qasem qasim
        qassem qassim qusay qutaiba rabah rabee rabih rached rachid radhi radhouane radwan raed rafic rafik
        rafiq raghib rajab rakan ramdane ramez rami ramy ramzi ramzy raouf rashed rassem rateb rauf reda redha
        redouane riad ridha rifaat rochdi rushdi saad saadeddine saadi saadoun saber saddam sadek sadeq saeb
        saeed safouane safwan saif salaam salah salaheddine saleem saleh salman sameer sameh samer samih samy
        sanad satam sattam saud sayed seif shaaban shadi shady shafik shafiq shaher shaker shakir shawki
        shawqi shehab shukri sofiane sofyan soufiane souhail suhaib suhail sulaiman suleiman taha tahar taher
        taieb talaat talal taleb tamer tamim tammam taoufik tarek tareq tawfik tawfiq tayeb tayyeb thabet
        thabit thamer tourki ubaid ubayd uday usama wadih wael wafic wafik wagdi wahab waheed wahib wahid
        wajdi wajih waleed walid wasef wasfi wasim wassim wisam wissam yacine yacoub yahia yahya yakoub yaqoub
        yaqub yaser yasin yasir yasser yassin yassine yazan yazid youcef younes younis younous yousef yousif
        youssef youssouf yousuf zaher zaid zakariya zakaryia zaki zayd zayed zeid zeyad ziad zied zine
        zineddine zinedine ziyad zohair zoheir zouhair zubair zubayr zuhair
        """
        # Persian, Afghan and Pashto
        """
        abbasali abdolhossein abdolkarim abdolreza abtin afshin ahmadreza alireza amanullah amir-hossein
        amirali amirhossein amrullah arash ardalan ardeshir arsalan arsham asadullah asghar ashkan ataollah
        ataullah azizullah babak bahman bahram bahrouz behnam behrang behrooz behrouz behzad bijan borzou
        bozorg camran dariush daryoush davood davoud ebrahim ehsan emadeddin enayatullah esfandiar eshaq
        eskandar esmaeil esmael esmail ezatullah ezzatollah faramarz farbod fardin farhad fariborz farrokh
        farshad farshid farzad farzin fazlullah fereidoun fereydoun feridoon firouz foad gholam gholamali
        gholamhossein gholamreza golbuddin gulbuddin habibollah habibullah haibatullah hamayoun hamidreza
        hamidullah hedayatullah hekmatullah heshmat heshmatollah hooman hooshang hormoz hormuz hossein
        hosseinali houman houshang humayun inayatullah iraj ismatullah jalaluddin jamshid javad javid jawid
        kambiz kamran kamyar karimullah kasra kaveh kayvan kazem keivan keyvan khodadad khosro khosrow khushal
        kianoush kiarash kioumars koorosh kourosh lotfollah lotfullah mahmoudreza manouchehr matiullah mehrab
        mehran mehrdad mehrshad mehrzad mirwais moein mohammad-ali mohammad-javad mohammad-reza mohammadreza
        mojtaba morteza najibullah naqibullah nasrullah nematollah nematullah noorullah obaidullah parviz
        payam pedram pejman peyman pirouz piruz pouria pouya qudratullah rahmanullah rahmatullah ramin rasool
        rasoul reza rohullah roozbeh rostam rouhollah ruhollah sadegh safiullah sajad sajjad sanaullah sasan
        sediqullah sepehr shafiqullah shahab shahpour shahram shahriar shahrokh shahryar shapour shervin
        siamak siavash sirajuddin soheil sohrab soroush sorush taghi tahmasb touraj turaj valiollah yadollah
        zabihullah zabiullah zalmay ziaullah
        """
        # Hebrew, Yiddish and Israeli
        """
        aharon ahron akiba akiva amichai amihai amikam amiram amitai amnon amram anshel arieh arik arye aryeh
        asaf asher assaf avi aviad aviezer avigdor avihai avihu aviram avner avraham avrohom avrum avshalom
        azriel baruch ben-zion bentzi bentzion benzion berel berl bezalel binyamin boaz boruch chaim chanan
        chananya chanina chanoch daniyel doron dov dror dudi dudu ehud elazar elchanan eldad elhanan eliav
        eliezer elimelech eliyahu elkana elkanah elnatan etan eyal eytan ezriel feivel fishel froim gadi
        gadiel gavriel gedalia gedaliah gershom gershon getzel gidi gilad giora hagai haggai haim hanoch hezi
        hillel idan ido igal ilan issachar isser itai itay itzhak itzik izhak kalev kobi koby leib leibel
        leiser matan matityahu mattan meir menachem menahem menashe mendel mendy meshulam moishe mordechai
        moti motke mottel motti nachman nachshon nachum nadav naftali nahman nehemia netanel nissim noach oded
        ofer ohad omri osher paltiel pinchas pinhas pini raanan rachamim rafi refael refoel reuven ronen
        ruvein sagiv shabtai shabtay shai shaul shimi shimon shimshon shlomi shlomo shmaryahu shmuel shmulik
        shneur sholem sholom shraga shuki srul srulik tamir tsvi tuvia tuvya tzachi tzvi uzi velvel yaacov
        yaakov yankel yankev yariv yaron yechezkel yechiel yedidya yehezkel yehiel yehonatan yehoram yehoshua
        yehoyada yehuda yehudah yekutiel yerachmiel yeshaya yeshayahu yiftach yiftah yigael yigal yishai
        yisrael yisroel yitzchak yitzchok yitzhok yoav yochanan yohanan yonason yonatan yonathan yoram yosef
        yoseph yossef yossi yotam zalman zeev zerach zev zevulun zusha zvi zvika
        """
    ).split()
)
