"""Given names of the world that usually go with *she*, by where they are at home.

Written for this project from what is widely known of names; `given.py` has the commonest, which are not
said again here. Weak evidence only. Folded: lower case, no accents, no apostrophes; hyphens stay. Everyday
English words, places and names that are above all family names are left out: a wrong entry makes a person
of a town.
"""

SHE_WORLD = frozenset(
    (
        # English, Irish, Scottish, Welsh and American
        """
        aelwen aeronwen aggie aideen ailbhe ailish ailsa aine aisling aislinn alis allegra alys amabel
        amaryllis amelie anabelle anais aneira angharad annabella annabeth annalise anneka annest annis anthea
        anwen anya aoibhe aoibheann aoibhinn aoife arabella araminta ariadne arianwen arwen avril babs beatrix
        bebe bedelia bess bethan bethia betsan betti bev blathnaid blodwen brangwen branwen brid bridie
        brielle brigid briony bronagh bronwen bronwyn bryony cait caitrin caitriona calista calla calliope
        caoilfhionn caoimhe caragh caron carys catrin catriona celine ceridwen cerys charmian cherith cheryll
        christabel christobel cicely cilla clarabel clementina cleopatra cliodhna cliona clodagh clotilda
        constantia coralie coreen cosima cressida crissy dagmar daireann daphna darcey dearbhail dearbhla
        deborrah decima deedee deirdra delyth demelza dervla desdemona devorah diandra dilys dodie dolours
        doretta doria dorrie drusilla dulcie dymphna eabha eadie edda efa eileanoir eilidh eilis eilish
        eiluned eimear eimer eira eirian eirlys eirwen eithne eleri elfreda elfrida eliana eliane elin elliw
        elodie elowen elspeth eluned elwyna emeline emmeline emmie enya erinn ermintrude esme ethelinda eudora
        euphemia eve evelina eveline fenella ffion finola fionnghuala fionnuala flo floella florrie freya
        gaenor ghislaine gilly ginevra gladwys glenis glenys glinda glynis gobnait goneril grainne grania
        granuaile gretel grizel guinevere gwenda gwendolen gwenllian gwenyth gwladys gwyneth hadassah hafwen
        haidee hephzibah hermia hermina hermione hester hetty hildred honora honoria idony iesha ignatia
        indira iolanthe isabeau isadora isbel iseult ishbel isla isobel isolda isolde izzy jacinda jacinth
        jacquetta jacqui jancis jayna jaynie jem jemima jerusha jessamine jessamy jessamyn jilly jobeth
        jocasta joslyn jovanka kaleigh karenza karis kath katrine kayleigh keira kelda kensa kerensa keziah
        kiera kiersten kimmie kirstie kirsty laetitia laoise laraine laurinda lauryn leana leanora leonie
        lettice lexi libby liddy lilias lilibet lilith linnet lisbeth lizzy lleucu llinos lorelai lotty lowri
        lucasta lucilla luned lynsey lyra lysandra maddie maeve mahala mair maire mairead mairi maisie malvina
        mared margaretta mariel marilla meabh meggie mehitabel meriel merissa milly minerva minna mirabel
        mirabelle moina morag moreen morgana morven morwenna moya moyra muireann muirne myfanwy nan nance
        narelle nerida nerissa nerys nessa nesta netta ngaire niamh nichola nigella ninette norah nuala odelia
        olive olwen olwyn oona oonagh oriana orla orlagh orlaith ottilie ottoline pamella perdita peronel
        perpetua persephone petronella petula petunia phaedra phemie philippa phyllida pia pippa pollyanna
        poppy pru prue prunella quintina raelene reanna reenie renie rhian rhona rhonwen rhosyn roisin ros
        rosabel rosabella rosaleen rosamond rosamund rosanagh rosheen roz sadhbh saoirse saranna saskia seonad
        seonaid septima shannen sharona sheelagh shelagh sheona shona sian sibylla sidonie sidony sile silvana
        sindy sinead sineag siwan sophy sorcha steph sukey suki sunniva sybilla sydnee sylvie tacy tallulah
        tamsin tamsyn tamzin tansy tasmin tatum tegan tegwen thalia theodosia thirza thomasine thora tibby
        tiegan tiggy tilda tilly titania toinette trix trixie trudi ulla una undine valda vashti venetia
        verena verity vesta victorine violetta vivianne vivien vivienne wenda xanthe yasmine yolande ysanne
        yseult zadie zillah zinnia zoey zuleika zuzanna
        """
        # African-American and Caribbean coinages
        """
        ajah akeelah akila alexus aliyah alonda altamese aminah aniya aniyah annalee aquanetta arnetta ayana
        ayanna breonna brionna chakita chanelle chanice chantay chantell chaquita charita charmayne cherelle
        cherita cherlyn ciera damita daneen danyell dashawna dawnetta deandra denisha deondra deshawna
        domonique ebonie ebonique edwena fantasia fredricka iantha ieshia imani iyana iyanna jahzara jakayla
        jalisa jalisha jameela jamesetta jamilah janay janaya janiya janiyah jazlyn jazmine jazmyne jeanett
        jessyca jonetta kadijah kalisha kamilah kaneisha kanesha kania kanisha keandra keiana keishia kela
        kenisha kenyetta kerisha ketanji keyanna keyona keyonna kiana kianna kierra kimberli kimora kiyana
        lachelle ladasha lakeesha lakiesha lakita laneisha lanesha lanisha laporsche laporsha laquana laquanda
        laquinta laquisha larhonda lashauna lashaunda lashawna lashawnda lashay lasonya latarsha latashia
        latavia lateefah latesha latia laticia latifah latrece latrina latrisha latrisse lavonia letisha
        loretha luvenia mahalia makayla makiyah maleah malika markeisha markesha markita marquetta mashonda
        mikayla mikeisha mishawn monae moniqua muriah myeisha myesha myisha nakeisha nakesha nakita nashawna
        nekeisha nevaeh niesha nikeya nikisha nyasia nyesha oletha oprah ozella phylicia quaneisha quanesha
        quanika quanisha quiana quinesha quvenzhane raquelle rashawna rashonda rayonna rhonisha ricketta
        ronesha ronisha ronnetta roshanda roshawn roshawna sanaa saniya saniyah sapphira shadae shakeema
        shakeita shakia shakila shakina shakira shakita shalanda shalisa shalita shamara shamari shamia
        shamica shamira shandrea shaneice shaneka shanelle shanequa shanice shaniqua shanise shaniya shaniyah
        shantae shantavia shantay shantelle shantia shantrell shaquana shaquanda shaquanna shaquetta shaquila
        shaquita sharae sharday sharde sharita sharlotte sharlyn sharmaine sharnell sharonica shatara shatina
        shavon shavonda shavonne shawnice shawnte shawntel shawntelle shelonda shemeka shemika shenika
        sheniqua shenita sherelle sherice sherika sherise sheronda shevonne shirelle shirleen shondra shonta
        shontae shontelle shynita simaya solange swanetta syreeta takeisha takesha takeya takia takisha
        takiyah talisha tameika tamesha tamia tamira tamya tanea taneisha taneka taneshia taniya taniyah
        taraji tarana tarika tashara tashawna tasheka tashia tashika tashina teairra tenika tenille tequilla
        terica terika terrica tiarra tikisha timeka timika tiombe tiphani tiyana toccara tomika towanda
        trenice trenise trenita trinette tyeisha tyesha tyeshia tyisha tykeisha tyneisha uzoamaka valeisha
        vaneta vanetta vanita verlene vernetta vonetia vonetta wynetta xzavia yasheka yashica yevette yulonda
        zakia zakiya zakiyah zaniyah zaria zariah zipporah zsakeva zykia
        """
        # Spanish and Latin American
        """
        adalgisa adalgiza adelfa adelita adoracion agripina agueda ainara ainhoa ainoha aitana alba alfonsina
        almudena alondra amaia amaya ana-maria anahi analia anayeli andreina angelines angustias antonella
        anunciacion apolonia arancha arantxa aranzazu ariadna aurora auxiliadora azucena basilia begona
        bernarda betzabe bibiana brigida camila candela candelaria carmenza carmina casilda casimira cayetana
        celestina chabela chabuca charo chavela chayo chelo clarisa claudina clotilde concha conchita
        consolacion coronada covadonga crisanta cruzita dalila damiana dayana dayanara deisy desamparos digna
        dolorita domitila dorotea edilia eduviges eleonora emelina emilce emiliana encarna encarnacion
        engracia epifania erendira ermelinda escolastica estefania estefany eufemia eusebia fabiana felicidad
        fermina fernanda fidelia florencia florentina florinda fortunata fuensanta genara gertrudis gimena
        gisella gricelda hermosinda iciar idoia ifigenia imaculada inmaculada iraida iraides irasema isabela
        isaura isidora itati itxaso itziar jadira jimena joaquina jordana laia lara laurencia leire leocadia
        leonela liset lizeth loreto lucrecia luzmila macarena macaria madelen magali magaly maite malena
        maria-jose mariajose maricarmen maricruz maricusa marielos marilu marilys maripaz maristela maritere
        marlen marlenny maurilia maxima merche milagritos milagrosa milena mireia mirella mirtha montse
        moraima nagore nayeli nekane nerea nereyda ninoska nohelia nohemi nuria olaya oneida onelia orfelina
        paloma paquita petrona priscila prudencia purificacion remedios rigoberta romelia romina rosana salome
        salustiana samanta saray sebastiana serafina severina sonsoles soraya telma teofila tere timotea trini
        vanesa victorina viridiana virtudes ximena xochil xochitl yadhira yahaira yajaira yamila yamile
        yamilet yamileth yanelis yanet yaneth yanira yareli yaretzi yaritza yasmina yecenia yeimi yenny yesica
        yessica yohana yolima yuliana yurena yuridia zaira zulay zuleima zulema zuleyka zurine
        """
        # Portuguese and Brazilian
        """
        agostinha albertina alcina aldina alzira amelinha ana-paula anabela andressa anielle anitta antonieta
        aparecida araci arlete arminda assuncao aurelina balbina belmira benedita bruna carmem cassia catarina
        cinara cintia claudete claudiane cleide cleonice conceicao cristiana cristiane dalva dayane deise
        deolinda dilma dilza djamila dulcineia ediane edilene edileusa edinalva efigenia elenice eliene eliete
        elisangela elizete elza emanuela etelvina eurides evanilda fafa felismina filipa flavia florbela geisa
        geralda gertrudes gilma giselda gislaine giulia glaucia gleisi graziela greice guiomar heloisa heloiza
        hermenegilda hermengarda hilma iara idalina ignez ilda ilma iolanda iracema ivanilde ivete ivone
        izabel izabella izaura jaciara jacira janaina jandira janete joelma joseane jucara judite jurema
        jussara katia lais leonilda ligia liliane lindalva livia lucelia luciane lucilene ludmila luiza
        luizianne luzia madalena mafalda maisa marcilene margarida mariele marielle marilene marilia marineide
        marisete mariza marli marluce mayara meire micheline mirela moema monalisa natalina nathalia nayara
        neide neiva nelia neusa neuza nilce nilza nise noemia odete piedade pietra quiteria raimunda raissa
        ramalha regiane romilda rosane rosangela roseana roseli rosely rosemeire rosilda rosilene rosimere
        rosinha roza rute simara sirlei soraia suelen sueli suely suzana suzane suzete tabata tainara talita
        tamires tarsila tatiane tereza terezinha thais thaisa thalita thaynara tiazinha umbelina urania
        valdirene valquiria vanda vanderleia vania vera-lucia veridiana violante viviane waldirene walkiria
        wanderlea yasmim zelia zenaide zilah zilda zilma zita zulmira
        """
        # French, Belgian, Swiss, Québécois and Haitian
        """
        adelie agathe aglae albane aleth alexandrine alexane aliette alizee alphonsine amandine amarante
        anastasie andree ange-marie angele annaick anne-cecile anne-claire anne-laure anne-marie anne-sophie
        annick apolline ariane armande armelle astride athenais aude aurelie axelle bathilde benedicte benoite
        berangere berengere berthe bertille blandine capucine carine christele christelle clarisse claudie
        clea clelia clemence cloe clothilde colombe corentine cosette cunegonde cyrielle daphnee donatienne
        dorine dorothee edmee edwige eglantine eleonore elvire emerance emilienne emmanuelle esclarmonde
        eudoxie eulalie evelyne fabienne fanchon fantine faustine felicie felicite fernande fideline flavie
        flore florie francette francoise frederique gaelle gaetane gilberte ginette godelieve guenola guylaine
        guylene gwenaelle gwenola hedwige heloise henriette hermance hermeline honorine huguette iphigenie
        iseut jacinthe jacotte janick janique jehanne jenevieve jocelyne josee josephe josiane josseline
        judicaelle julienne karine katell lalie laure laureline laurianne laurine leane leocadie leontine
        leopoldine lili lison loana loane lou-anne louane louisette louison lucette ludivine lydie lyse
        madelaine madelon maelle maelys maeva magalie magdeleine manon marceline margaux marie-agnes
        marie-ange marie-annick marie-antoinette marie-christine marie-claire marie-claude marie-eve
        marie-france marie-francoise marie-helene marie-jeanne marie-jose marie-josee marie-laure marie-line
        marie-louise marie-luce marie-lyne marie-madeleine marie-noelle marie-odile marie-paule marie-pierre
        marie-rose marie-segolene marie-therese marie-victoire mariette mariline marise marjolaine marthe
        maryline maryse maryvonne mathilde mauricette melisande melissandre mireille muguette mylene myrtille
        nadege najat nicoletta ninon noelie noemie nolwenn oceane octavie odile olympe ombeline ophelie oriane
        orlane ornella paquerette pascale pascaline paule pelagie perette perrine petronille philomene
        pierrette prisca priscille quitterie raphaelle raymonde regine rejane rolande romane rose-marie
        roselyne rosette rosine sandrine segolene seraphine severine sixtine soizic solene solveig sophonie
        suzon svetlane sybille sylvaine sylvette sylviane thecla tiphaine tiphanie toinon ursule valentine
        vanina vassilissa veronique victoire vinciane violaine violette virginie xaviere yaelle yolaine
        ysaline ysee yveline yvelise zelie zenobie zephirine
        """
        # Italian
        """
        addolorata agata agnese alessandra alessia ambra angiola aniella annalisa annamaria annarita
        annunziata antonietta apollonia arianna armanda assunta assuntina azzurra bartolomea benedetta bice
        brunella calogera carmelina caterina catia cesarina cesira chiara cinzia claretta clorinda concettina
        consolata costanza dafne desideria diletta domiziana donata donatella doriana dorina edvige elettra
        elisabetta elodia enrica enrichetta erminia ernesta ersilia fabia fabrizia fausta federica fiammetta
        filippa fiorella fiorina flaminia fosca franca fulvia galatea gelsomina genoveffa gerarda giacinta
        giacoma giacomina giada gianna giannina gigliola gioconda giordana giuditta giuliana giulietta
        giuseppa giuseppina giustina grazia graziana graziella guendalina iacopa ilaria ilenia imma immacolata
        iole isotta itala jolanda jole letizia licia ligeia lionella loredana lucetta lucrezia ludovica luigia
        luigina maddalena margherita mariagrazia marialuisa mariangela mariannina mariapia mariarosa
        mariastella mariateresa mariavittoria marica mariella marilena marinella maristella marzia matelda
        maurizia mercede michela milvia mirka monia morena natascia nicla nilde nives nunzia nunziatina
        oderisia ombretta onorata orietta orsola orsolina ortensia ottavia paolina pasqualina patrizia
        petronilla piera pierina placida quirina rachele raffaella rossana rossella santina saveria savina
        sibilla silvestra simonetta smeralda stefania tecla teresina tiziana tosca tullia ugolina umberta
        valeriana vanna verdiana vincenza vinicia virna vitalba vittoria vittorina zelinda
        """
        # German, Austrian and Dutch
        """
        aafke aaltje adelheid adriaantje agaath aleida aletta alrun angelien anke ankie annegret anneke
        annelies annemie annemiek annemieke annet anni annika antje arntraud aukje babette baerbel barbel
        baukje beatrijs bep betje birgit birgitta birte brechtje brigitta brunhilde burgl carien carlijn
        carola carolien carolin catharina christien christl cisca claartje cobie cordula dieuwke diewertje
        dorit dorle dorte doutzen edelgard edeltraud edeltraut eefje eefke elfi elfie elke els elsbet elsbeth
        elske erdmute eva-maria evamaria evelien famke femke fenna fenne floortje fokje fransje franzi
        franziska frauke frederike friedel friedericke friederike gabi gaby geertje geertruida geli gerdi
        gerdien gerhild gerlind gerlinde gerritje gerta gertraud gertrud gesa gesche gesine gitta gitte gonny
        gre greetje gretl griet grietje gudrun gunda gundel gundula guusje hadewych hanne hanneke hannelore
        hedda hedi heide heidelinde heidemarie heidrun heike heleen heleentje helke helma hendrika hendrikje
        henni henrike herlinde herma herta hertha hilde hildegunde hiltraud hiltrud hiske ilka ilke imke ineke
        ingelore irmela irmgard irmhild irmtraud irmtrud jacoba jacomina jacquelien janke janneke jannetje
        jantien jantine jeltje jenneke jikke jinke jitske jolande jolien jorien josefien josje jurriaantje
        jutta karlijn karola karoline katarina katelijne katharina kathe kathrin katinka katja katrien kerstin
        klaartje klaaske klara klarissa klazien koosje kornelia kreszentia kunigunde laurien leentje leni
        lenie lenneke leontien lidewij lieke lien lieneke liesbet liesbeth liesel lieselot lieselotte liesl
        lieve lilli lilo liselot liselotte lisl loes loesje lonneke lore lotte louwrien luise luitgard maaike
        maartje machteld madelief madlen maike maja malwine mareike maren margarethe margit margita margreet
        margriet margrit maria-theresia marie-luise marieke marielouise marije marijke marijse marit marjan
        marjo marjolein marjon marlies marliese marlis marloes martje mascha mechthild mechtild meike mieke
        miep mies mijke minke mirjam mirthe moniek myrthe nadja natasja neelie neeltje nele nelleke nienke
        noortje notburga oda ortrud quirine regula rianne ricarda rixt roelien roos rosi rosl roswitha
        rozemarijn saartje senta sibylle sieglinde sientje sietske siglinde sigrun silke sjoukje sofie steffi
        stijntje svenja swantje sylke sylvana sytske tabea tanja tatjana thekla theres theresia tineke titia
        tjarda tjitske toos traudl traute trijn trijntje trude trudel trudie truus ursel uschi uta ute
        veronika viktoria vroni walburga walli waltraud waltraut wencke wendelien wibke wiebke wieteke wietske
        wilhelmine willeke willemien willemijn wiltrud wya xaviera xenia yfke ymkje yteke zenta zenzi
        """
        # Nordic: Danish, Faroese, Finnish, Icelandic, Norwegian, Sami, Swedish
        """
        aada aase aasta agneta agnete agot aila aili aina ainikki aino alfhild alfrun amalie anette ann-britt
        ann-christin ann-christine ann-mari ann-marie anna-karin anna-lena anna-liisa anna-maija anna-maria
        anne-grete anne-lise anne-mari anne-mette anneli annelie annelise anniken annikka annikki annukka arna
        arndis arnhild asdis ase aslaug asne astri astrun aud audhild auli aune beate benedikte bente bergljot
        bergthora berit birgitte birna birta birthe bjorg bjork bodil bolette borghild brita britt britt-marie
        britta bryndis brynhild brynja catrine cecilie dagfrid dagny dagrun dicte disa ditte dorete dorthe
        ebba eeva eevi eija eila eili eini eirin eivor eldbjorg elfa elina elisabet ellinor elsa-brita emelie
        eva-lena eydis fjola freja freydis freyja fride fridrun froydis grete grethe gry gudbjorg gudlaug
        gudny gudrid gudridur gudveig gull-maj gunborg gunhild gunilla gunnbjorg gunnel gunnhild gunvor guri
        guro gyda gyrid halldis halldora hallgerd hallgerdur hanna hanna-kaisa hannele hedvig hege helja helka
        helvi herborg herdis hildegun hildur hilja hilkka hillevi hilppa hjordis hrafnhildur iben iida iina
        iines inga-lill inge-lise ingebjorg ingegerd ingela inger ingibjorg ingigerdur ingjerd ingrun ingunn
        ingvild inkeri irja irmeli iselin jaana jannicke jannike jette jofrid johanne jonina jorid jorun
        jorunn josefine judit juliane justiina jytte kaarina kadri kaia kaija kaino kaisa kaisu kaja kajsa
        kamilla karen-marie kari-anne karianne karita karoliina karolina katariina katla katri katrin kerttu
        kicki kiia kikki kirsi kirsikka kirsti kirstine kjellaug kjellfrid kjersti kolbrun kreeta kristbjorg
        kristiane kristiina kyllikki laila laina leena lempi liisa liisi liivi lilja lillemor lisbet
        lise-lotte lotta lovisa lovise lykke maaret maarit magnhild maija maija-liisa maiju maiken maikki
        maj-britt maj-lis majbritt majken majlis malene margareta margrete margrethe mari-anne maritta marja
        marja-liisa marjaana marjatta marjukka marjut marketta martta meeri merete merethe merja mervi mette
        mette-marit mialotta mikaela milja minea minja mirja mirjami mirva niina noora oddbjorg oddlaug oddny
        oddrun oddveig olaug olava olina onerva orvokki outi pauliina pernille piia pinja pipsa piret pirjetta
        pirjo pirkko raakel ragna ragnfrid ragnhild ragnhildur raija raili rannveig ranveig rauha rebekka
        reetta reidun riikka riina riitta rikke ritva roosa saana saara saija saila saima saimi saini sanelma
        sanni satu senja sidsel signhild signy sigridur sigurbjorg sigurlaug sigurros sigvor siiri silje
        sinikka sirje sirkka sirkku sirpa sissel snaefridur soila solbjorg solfrid solgunn solrun solvei
        steinunn stine suvi svana svanhild svanhildur svava sylvi synne synneva synnove taimi taina tarja taru
        teija tellervo terhi thorbjorg thordis thorhildur thorunn tiia tiina tiril tirill tonje torborg tordis
        torhild toril torill torunn tuija tuire tuula tuuli tuulia tuulikki tytti tyyne ulla-maija ulrika
        ulrikke unn unni unnur valborg valgerd valgerdur vappu varpu veera veslemoy vibeke vigdis viivi
        viivikka vilde virpi viveca vuokko wenche wibeke ylfa ylva yngvild yrja
        """
        # Polish
        """
        agnieszka aldona aleksandra alicja anastazja aneta angelika ania aniela arleta basia benigna bernadeta
        blanka blazena bogdana bogumila boguslawa boleslawa bozena bronislawa brygida cecylia czeslawa dagmara
        danuta dobrawa dobrochna dominika dorota edyta elwira elzbieta ernestyna ewa ewelina felicja feliksa
        franciszka genowefa gertruda gosia grazyna halina halszka hanka henryka honorata irmina iwona iza
        izabela jadwiga jagienka jagna jagoda jaroslawa jolanta jolka jozefa jozefina judyta julita justyna
        kalina kamila kasia katarzyna kazimiera kinga klaudia klementyna krysia kunegunda leokadia lucja
        lucyna ludwika malgorzata malwina marcjanna mariola maryla marysia marzanna marzena matylda michalina
        mieczyslawa miroslawa nadzieja oktawia oliwia ottylia otylia patrycja pelagia petronela roksana
        rozalia salomea seweryna slawomira stanislawa stefka swietlana sylwia teodozja urszula waclawa
        weronika wieslawa wiktoria wioletta wislawa wladyslawa zaneta zdzislawa zofia zosia zuzia zyta zywia
        """
        # Czech and Slovak
        """
        alica alzbeta alzbetka andela anezka anicka apolena barbora bohdana bohumila bohuslava brigita
        bronislava dasa dobromila drahomira drahoslava drahuse edita eliska frantiska gizela hedvika hortenzie
        iveta ivona jarmila jaromira jaroslava jasna jindriska jirina jitka johana jolana katerina kornelie
        kristyna kveta kvetoslava kvetuse ladislava lenka libena libuse ljuba lubica lubomira marika marketa
        milada miloslava miroslava oldriska pavla pavlina radana radka radmila radomira radoslava rostislava
        ruzena sarka slavomira stanislava stepanka svatava svetla sylva tatana vendula viera vladena vladimira
        vladislava vlasta vlastimila xenie zdena zdenka zdislava zofie zofka zorka zuzana
        """
        # Hungarian
        """
        agota aliz anett aniko aranka auguszta boglarka borbala boriska csenge csilla dorka dorottya emese
        emoke eniko erzsebet erzsi eszter etel etelka fanni franciska fruzsina gizella gyongyi hajnal hajnalka
        ibolya ildi ildiko iren jolan juliska katalin kriszta krisztina lenke lilla ludovika lujza magdolna
        nikolett orsolya panna piroska rahel rebeka rozsa rozsi sarolta szidonia szilvia szofia szonja terez
        terezia tunde virag zsanett zsazsa zsofi zsofia zsuzsa zsuzsanna zsuzsi
        """
        # Romanian and Moldovan
        """
        anca ancuta andreea anisoara aurica axinia brandusa camelia catinca catrinel codruta cosmina despina
        didina doina domnica dumitra ecaterina elisabeta eufrosina fevronia floarea florica florina georgeta
        geta gheorghita gratiela ilinca ioana ionela iulia iuliana lacramioara lenuta lucica luminita madalina
        maricica marinela marioara mariuca mihaela mioara mirabela narcisa nicoleta niculina oana ortansa
        paraschiva petruta profira raluca reghina rodica ruxandra safta sinziana smaranda sorana sorina stanca
        steliana steluta tincuta titiana tudora tudorita victorita viorica voichita zamfira zenovia zoita
        """
        # Bulgarian, Serbian, Croatian, Slovene, Bosnian, Macedonian, Albanian
        """
        adisa aferdita agnesa aisa ajla ajna ajsa albana albulena aldijana alenka amela amra anamarija
        anastasija andjela andjelka andreja anica anka antea anteja antoaneta arijana arjeta arta azemina azra
        barica besiana biljana bilyana bisera biserka blagica blazenka blerina blerta bogdanka bojana bojka
        borislava borjana boryana bosiljka boyana bozana bozica bozidarka branislava branka brankica buljana
        cveta cvetana cvijeta dafina daliborka damjana danijela darija darinka davorka dejana denitsa desanka
        desislava despa dessislava dijana dilyana dimana dimitrina dimka divna dobrila donka doroteja dragana
        dragica draginja dragoslava drita dubravka dunja dunya durdica dusanka dusica duska dzejlana dzenana
        dzenita elfeta elica elisaveta elmedina elmira elona elvana emel emina ereza ermina evgeniya fahrija
        fatime fatmira fatmire ferida fikreta fikrete fljutra flutura gabrijela galya ganka gentiana gergana
        ginka gjyste goca gorana gordana gorica gospava grozdana hajra hajrija halida hanifa hatidza hedija
        hristina ilina iliyana iskra ivelina ivka jadranka janja jasenka jasmina jelena jelica jelisaveta
        jelka jevrosima jorgovanka jovana jozica julijana kadrije kaltrina kamelia katica katya klaudija klea
        klodiana koraljka kosara kosovare krasimira krassimira kristalina ksenija kunigunda lejla leposava
        lidija lilyana lindita liridona ljatife ljerka ljilja ljiljana ljubica ljubinka ljubov ljudmila ljupka
        lucija luljeta lumnije lumturi lyubka lyubomira lyubov lyudmila majlinda manjola manushaqe marija
        marijana mariya mateja mejra merima mersiha mevlida milanka mileva milica milijana milka milkica
        milomirka milosava mimoza mirana mirha mirjana mirlinda mladena mladenka mojca munira nadezda nadezhda
        nadica nafija naida natalija natasa naxhije nedeljka nedyalka nerma nermina nevena nevenka nevzeta
        nexhmije nikolina nizama olgica olivera ornela penka petja petranka petrunka petya plamena radinka
        radojka rahela rajna ramize rasema razija refija rositsa roska rossitza rumiana rumyana ruzha ruzica
        sabaheta sabiha sadeta sadija safeta sahra saliha sanela saneta sanja sashka savka seida selveta
        semiha senada sevdije shpresa shqipe slavenka slavica slobodanka smilja smiljana smiljka snezana
        snezhana snjezana spasena spomenka srebrenka stanimira stanka stojanka stojna stoyanka suada subhija
        suvada svjetlana temenuzhka teuta tihana tijana todorka tomislava tsvetana tsvetanka tsvetelina
        tsvetomira urska valbona valdete vangelija varja vasilka velina ventsislava verica veselina veska
        vesna vesselina vidosava viktorija vinka visnja vjosa vladana vlatka vlora vukosava xhevahire yana
        yoana yoanna yordanka zaklina zdravka zehra zejna zejneba zeljana zeljka zhaklina zhivka zinka zivana
        zivka zlatica zlatina zlatka zorana zorica zrinka zumra zumreta zvezdana zvjezdana
        """
        # Greek and Cypriot
        """
        afroditi agathi aggeliki aglaia aikaterini akrivi aliki alkistis andriana andromachi androulla anthi
        anthoula antigoni areti argyro ariadni aristea aspasia athina charikleia charoula chrysa chrysanthi
        chrysoula danae danai despoina dimitra dionysia domna doukissa efi efstathia efterpi efthymia eftychia
        eirini ekaterini elefteria eleftheria eleni elisavet elissavet elpiniki erasmia ermioni eudokia
        evangelia evanthia evdokia evgenia faidra fani fedra fofi foteini fotini froso garyfallia gerasimina
        giannoula giota glykeria hrysoula ilektra ioanna ioulia iphigeneia irini ismene ismini kalliopi
        kalliroi kanella kiriaki klairi kleio kleopatra konstantina koula kyriaki lambrini lemonia litsa
        louiza loukia magdalini marianthi matina matoula melpomeni mersini myrsini myrto natassa nefeli
        nektaria niovi nitsa ourania panagiota panayiota paraskevi parthena peristera persefoni photini
        pinelopi polytimi polyxeni popi rallou renia rodoula roula sevasti smaragda sotiria soula soultana
        souzana spyridoula stamatia stavroula styliani tasia tasoula thaleia theofania theoni theopisti thomai
        toula tzeni vagia vasiliki vassiliki vasso voula xanthippi yanna yianna yiota zinovia zografia zoi
        """
        # Russian, Ukrainian and Belarusian
        """
        agafya aglaya agrafena aksinya akulina alesya alevtina aliona alla alona alyona anastasiia anastasiya
        anastassia anfisa anisya antonida anzhela anzhelika anzhelina arina asya avdotya dariia dariya darya
        daryna dasha ekaterina elizaveta evgeniia evpraksiya faina fyokla galia galina ganna halyna iana
        inessa inna irada iryna irynka ivanna izolda kapitolina kateryna katsiaryna khrystyna klavdia klavdiya
        ksenia kseniia kseniya larisa larysa lera lesya lidiia lidiya liliya lioudmila liubov liudmila
        liudmyla lizaveta lubov ludmyla lukerya lyuba lyuda lyudmyla lyusia lyusya maiya marfa marharyta
        mariia marya maryana maryia maryna masha matryona mavra melaniya muza nadiia nadiya nadzeya nastassia
        nastia nastya nataliia nataliya natallia natalya nelli nelya ninel nonna oksana oleksandra olesia
        olesya olha olya oxana paraska pelageya praskovya rayisa rimma ruslana serafima sofiia sofiya sofya
        solomia solomiia solomiya stepanida sveta sviatlana svitlana taisia taisiia taisiya tatsiana tatsyana
        tetiana tetyana uliana ulyana ustinya valentyna valeriia valeriya varenka vasilina vasilisa vika
        viktoriia viktoriya viktoryia vitalina volha yadviga yanina yaroslava yefrosinia yekaterina yelena
        yelizaveta yelyzaveta yeva yevdokia yevgenia yevgeniya yevheniia yevheniya yuliia yuliya zhanna
        zinaida zoia zoya
        """
        # Baltic: Estonian, Latvian, Lithuanian
        """
        agne aija aiste anete annija asnate aurelija aurika ausra ausrine baiba biruta birute brone dace
        dagnija daiga daiva danguole danute dzidra dzintra edite egle elvyra emilija evija gabija genovaite
        giedre gintare gundega gunita gunta heli heljo ieva iluta ilvija ilze imbi inara inese ineta ingrida
        inguna jadvyga janika jogaile jurate juste juta kaidi karmen kersti kristel kulli laima laimdota lauma
        lembi liene liia liina liis lilija livija loreta luule maarika maarja marite marju meeli merike milda
        mirdza neringa nijole ramune rasa rasma reet ruta sarmite sigita sigute silvija skaidrite skaiste
        skirmante sniege solvita tiiu triin ugne ulvi urve vaira vaiva velta viia viive vija vilte vineta
        virginija zaiga zanda zinta zivile zydre
        """
        # Georgian, Armenian, Azerbaijani and peoples of the Caucasus and Central Asia
        """
        aidai aigerim aigul ainur ainura aizada akmaral alfiya aliya altynai anahit anait anoush anush araksya
        arevik armenuhi armine arpine arus asel asmik astghik astkhik asylai ayten bermet botagoz dariga
        dilbar dilfuza dilnoza dinara eka eliso elnara eteri gayane gohar gulbahor guli guliko gulmira gulnar
        gulnara gulnaz gulnora gulsara gulshan gvantsa hasmik haykuhi heghine heghnar hripsime iamze ketevan
        keti khatia khatuna lala lamara leyla lika lilit lusine mahliyo maiko makvala manan manana manizha
        mariami medea mehriban mzia nadira nanuka nare nargiz nargiza narine natela natia nazeni nazik nazira
        nestan nigar nune nurgul nutsa nvard ofelya pikria ripsime rusudan ruzanna saltanat saodat satenik
        sevil shorena shushan shushanik siranush sirusho sirvard sophio sopho sopio syuzanna taguhi tamriko
        tamta tatevik tekle teona tinatin togzhan tsira tsisana tsovinar umida varduhi varsenik venera zarema
        zarina zaruhi zebo zeinab zhaneta zhibek zukhra zulaikho zulfiya
        """
        # Turkish and Kurdish
        """
        adile asiye asli aslihan ayca aycan aygul ayla aylin aynur ayse aysegul aysel aysen aysenur aysun
        aytul bahriye banu basak behice behiye belgin belkis bengi bengu bennu beren beril berrin beste betul
        beyza bihter billur bircan birgul birsen burcak burcin burcu buse busra cansel cansu cemile ceren
        ceyda cigdem damla defne derya dicle didem dilan dilara dilek dilruba dilsah dilsat duygu ebru ece
        ecem edanur ela elcin elif emine esin esma esra eylem ezgi ezo fadime fahriye fatma fatmagul fatmanur
        fehime ferda feride feriha ferihan feyza figen fikriye filiz firdevs firuze funda fusun gamze gizem
        gokce gonca gonul gozde gulay gulbahar gulcan gulden guler gulfem gulizar gullu gulperi gulru gulsah
        gulsen gulseren gulsum gulten habibe hacer hafize halide halime hamide handan hande hasibe hatice
        havva hayriye hayrunnisa hediye helin hicran huban hulya humeyra huriye iclal idil ilknur inci irem
        isil isilay ismihan jale kadriye kezban kubra kumru leman lerzan lutfiye mahinur makbule mehtap
        melahat meliha melike melis meltem meral merve meryam meryem mihriban mualla muazzez muge mujde mujgan
        mukaddes mukerrem munevver naciye nagehan nalan nazan nazife nazli nazlican nazmiye nebahat necla
        necmiye nefise nermin neslihan neslisah nesrin nevin nevriye nilay nilgun niluefer nilufer nimet nuran
        nuray nurbanu nurcan nurdan nurhan nursel nursen nurten oya ozge ozgenur ozgul ozlem ozlen pakize
        pelin pelinsu perihan pervin rabia raziye refika remziye reyhan rezzan rojda rojin ruveyda sabahat
        safiye sebnem seda selda selin semra senay senem sengul serap sermin sevcan sevda sevgul sevilay sevim
        sevinc sevtap seyma sibel simay songul suheyla sukran sukriye sukufe sule sumeyye suna tansu tuba
        tugba tulay tulin turkan ulku ulviye umay umran vildan viyan yasemin yelda yeliz yesim yonca yurdagul
        zekiye zeliha zerrin zeynep zeyno zisan zubeyde zuhal zulal zuleyha
        """
        # Arabic and the Arab world, North Africa
        """
        aasiya abeer abir abla adiba adila afaf afnan ahlam ahlem aicha aischa alia aliaa amany amat amatullah
        ameena ameera amel amena amira amna amneh anoud areej arij arwa aseel asma asmaa asmahan assia assma
        atika awatef awatif aya aziza azza badia badriya bahija balkis balqis basima basma basmah bassima
        batoul batul bouchra bouthaina bushra butheina chahinaz chaima chaimaa cherifa chirine cyrine dalal
        dania darine deema dima dounia eiman eman enaam enas esraa etaf fadela fadhila fadia fadila fadwa
        fairouz fairuz faiza faouzia farah farida fariha fatema fatemah faten fathia fathiya fatiha fatin
        fatna fatoum fawzia fawziya fayrouz fayza ferdous ferial feriel feryal fidaa fouzia ghada ghadeer
        ghadir ghalia ghaliya ghena ghina ghizlane ghufran habiba hadeel hadia hadil hadjer hafida hafidha
        hafsa hafsah hager hajar hajer hala halah halima hamida hanaa hanadi hanan hanane haneen hanen hania
        hanin hasiba hasna hasnaa hassiba hawra hayat hayfa heba hedia hela hend henda hessa hiam hiba hidaya
        hind houaida houda houria huda husna ibtihaj ibtisam ibtissam ihssane ikhlas ikram ikrame ilhem imane
        imen inaam inas inass intisar intissar israa itab jalila jamalat jamileh jawaher jihan jihane jinan
        jouhaina joumana jumana kaoutar kaouther karima karimeh kawtar kawthar kenza khadeeja khadidja khadija
        khadijah khadra khaira khaoula khawla khayra kholoud khouloud khulood lamia lamiaa lamis lamya latifa
        layal layan layla linah loubna loujain loujaine lubaba lubna lujain mahasen mahbouba maissa maissoun
        majda majida manal maram mariem mariyam marwa marwah maryem mayada mayar maysa maysaa maysoon mayssa
        meriem merna mervat miral mirvat moufida mouna mounia mounira mouza mozah muna munirah mushira nabiha
        nabila nadera naglaa nahed nahla naila nailah naima najah najia najiba najla najlaa najwa naoual
        nariman narjes nashwa nashwah nassima nawal nawel nayla nazeeha naziha neama nebal nehad nemat nermeen
        nermine nevine nibal nidaa nihal nisreen nisrine noha nouf noufissa nouha nouhad noura nourah nourhan
        nousseiba nuha nujood omaima omayma ouafa ouarda ouissal oumaima oumayma rabab rabha rabiaa rachida
        radhia radia radwa raghad raghda rahaf rahma raihana rajaa rania rasha rawan rawya rayhana razan reem
        reema rehab reham rehana rihab riham rim roua rouba rouqaya ruba rukaya rula ruqaya ruqayya ruqia
        ruwaida rym saadia saadiya sabreen sabria sabrine safaa safia safiya safiyya sahar sajida sakina
        salima salwa samah samar sameera samia samiha samira samya saoussan sarra sawsan seham selwa shadha
        shadia shahd shahinaz shahira shaima shaimaa sharifa shatha shayma shereen sherihan sherine shireen
        shorouk shorouq shoruq shurouq siham sihem sohad sohaila sondos souad souha souhad souheila souhir
        soukaina soumaya suad suhad suhair suheir sumaiya sumaya sumayya taghreed tagreed tahani tasneem
        tasnim thanaa thuraiya thuraya umaima umayma wadha wafa wafaa wahiba wahida walaa warda wassila wiam
        widad wided wijdan wissal yakout yamina yasmeen yosra yousra yusra zahida zahira zahraa zainab zaineb
        zaynab zeina zeinabou zeineb zeyneb zhor zineb zohra zoubida zoulikha zubaida zulaikha zulekha
        """
        # Persian, Afghan and Pashto
        """
        afsaneh afsoon anahita anousheh arezoo arezou atefeh atena atousa azadeh azita bahareh banafsheh
        behnaz behnoosh delaram elaheh elham elnaz fahimeh farahnaz faranak farangis fariba faribah farideh
        farkhondeh farkhunda farnaz farnoosh farzaneh fatemeh fereshta fereshteh firoozeh firouzeh ghazal
        ghazaleh golbahar golnar golnaz golnoosh golriz golshifteh googoosh habibeh haleh hamideh hanieh
        hediyeh hengameh homeira jaleh katayoun katayun khadijeh khojasteh ladan laleh leili leyli maedeh
        mahboobeh mahboubeh mahdieh mahin mahnaz mahnoosh mahrokh mahsa mahshid mahvash maliheh manijeh
        marjane marzieh marziyeh masoomeh masoumeh masumeh mehri mehrnaz mehrnoosh mehrnoush melika mitra
        mojdeh mojgan monireh morvarid naghmeh nahid narges nargess nasibeh nasrin nastaran nazanin nazila
        nazy negar negin nilofar niloofar niloufar nooshin noushin pantea parastoo parastou parisa parmida
        parnaz parvaneh pegah razieh reyhaneh rokhsareh roxaneh roya saharnaz saideh samaneh sedigheh sepideh
        setareh shabnam shaghayegh shahla shahnaz shahparak shahrbanoo shahrnush shahrzad shakiba sharareh
        sheida shideh shirin shohreh shokoofeh shukria simin soheila somayeh soodabeh soudabeh sudabeh tahereh
        tahmina tahmineh taraneh vajiheh yalda yasaman yeganeh zarghuna zhaleh zohreh zoleikha
        """
        # Hebrew, Yiddish and Israeli
        """
        ahuva atara avigail aviva ayala ayelet bat-el batia batsheva batya batyah bilha bracha chanah chava
        chavi chaya dafna devora dikla dorrit einat elisheva esti fruma frumet galit gila gilat gitel hadas
        hadassa hagar hagit haviva hedva hila hinda ilana ilanit inbal irit karni karnit keren lihi lilach
        limor liora liraz livnat malka malkie meira meirav merav mindel miri mirit naama naamah naava nava
        nechama nehama neta nili nitza nitzana noya nurit odeya ofira ofra ophira orit orly orna osnat penina
        perel pnina raizel reizl rifka rivi rivka rivkah rochel ronit ruchama ruchie ruti rutie sarai sarit
        shifra shikma shira shirel shirit shlomit shoshana shoshi shprintze shulamit shulamith sigal sigalit
        sivan smadar tali talya tikva tirtza tirza tova tovah tsipora tzipi tzipora tziporah tzippi tzivia
        vered yaara yaffa yehudit yentl yifat yocheved yonit zahava zehava zippora zissel zohara
        """
    ).split()
)
