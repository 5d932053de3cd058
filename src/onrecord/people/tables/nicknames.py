"""Given names that may be one person's: short forms with their full names, and one name in several languages."""

_GROUPS = """
abraham abe avraham ibrahim
abigail abby gail
albert al bert albie alberto
alexander alex alec sandy sasha aleksandr aleksander oleksandr alexandre alejandro alessandro aleksandar olexandr oleksander iskander xander sanya sacha alexandros
alexandra sandra sasha alexa aleksandra oleksandra alejandra
alfred alf alfie fred alfredo
alice ali
alistair alasdair alastair ali
amanda mandy
andrew andy drew andrei andriy andrey andrzej andreas andre andres andrii anders ondrej andras
angela angie
anna ann anne annie hanna hannah ania anya
anthony tony antony antonio anton antoine ant
archibald archie
arthur art artie artur arturo
barbara barb babs barbie
bartholomew bart
benjamin ben benny bennie benji binyamin bibi
bernard bernie barney
bradley brad
caroline carrie caro carolyn carolina
catherine cathy kate katie cathie cat kathy kitty katherine kathryn katharine kathleen katarina katerina ekaterina kateryna yekaterina katya catalina caterina
charles charlie chuck chas chaz carlos karl carl charley carlo
charlotte charlie lottie
christina chris tina chrissy christine kristina krystyna
christopher chris kit topher christoph kristofer christophe cristobal
clifford cliff
clinton clint
cornelius neil con
cynthia cindy
daniel dan danny daniil danylo daniele
david dave davey dudu dudi
deborah debbie deb debra
dennis denny denis denys
dmitry dmitri dmitriy dmytro dimitri dima dimitry dmitrii mitya
dominic dom nick dominique
donald don donnie donny
dorothy dot dottie dolly
douglas doug
edmund ed ned eddie edmond
edward ed eddie ted ned teddy eduardo eduard edouard edvard edwardo
edwin ed eddie
eleanor ellie nell nora eleanora
elizabeth liz beth betsy betty eliza libby lizzie bess lisa elisabeth elisabet elsbeth isabel elizaveta
emmanuel manny emanuel manuel manolo
emily em emmy millie
ernest ernie ernesto
eugene gene yevgeny evgeny yevhen evgeni eugenio yevgeniy evgenii yevgeni
ezekiel zeke
florence flo
frances fran francie frankie
francis frank francisco franciszek francesco francois franz paco pancho kiko curro chico
franklin frank
frederick fred freddie freddy rick frederic fritz federico friedrich frederik
gabriel gabe gabo
gerald gerry jerry gerard gerardo gerhard
geoffrey geoff jeff jeffrey
george georgie jorge georges georg yuri yuriy yurii jurgen juri heorhiy georgy georgi giorgio giorgi george
gertrude trudy gert
giuseppe beppe peppe pino joseph
gilbert gil
gordon gordie
gregory greg gregor grigory grigori hryhoriy grzegorz gregorio
harold harry hal harald
helen nell nellie lena elena olena yelena helena helene
henry harry hank hal enrique heinrich henri hendrik henrik enrico
herbert herb bert heriberto
howard howie
hubert bert hugh
hugo hugh
ignatius iggy ignacio nacho ignacy
irving irv
isaac ike yitzhak itzhak izaak
isabella bella izzy isabel isabelle
jacob jake yaakov yakov jakob jacobo jacques jakub
jacqueline jackie
james jim jimmy jamie jaime diego santiago jim-bob seamus hamish jaimie
jane janey janie
janet jan
jason jay
jeffrey jeff geoff jefferey
jennifer jen jenny jenn
jeremy jerry jez jem jeremiah
jerome jerry
jessica jess jessie
jesus chuy chus
joan joanie juana jeanne
joanna jo joanne johanna joanie joann
john jack johnny jon johnnie ian sean juan jean johann hans ivan jan johannes giovanni joao ioannis yannis giannis ivo jonny gianni shaun evan
jonathan jon jonny yonatan john
joseph joe joey jo jose josef pepe iosif yosef giuseppe jozef josip osip yusuf youssef
joshua josh yehoshua
judith judy jude yehudit
julia julie yulia yuliya iulia
julian jules julien juliano
katrin kate kati
kenneth ken kenny
kimberly kim
laurence larry laurie lars lorenzo laurent lawrence lawrie lorne
leonard leo len lenny leonardo leonid leonhard
leopold leo poldi
leslie les
lillian lil lily lilly
louis lou louie luis luigi ludwig ludovic
louise lou luisa
luke lucas luka lukas luca luc
madeleine maddy maddie madeline
malcolm mal
marcus mark marc marko marcos marco marek markus
margaret maggie peggy meg marge margie margo marguerite greta margarita margareta gretchen rita margot daisy madge
maria mary marie mariya mariia miriam maryam masha mariam moira maura marija
martha marty mattie marta
martin marty martyn marten
matthew matt matty mateo matthias matthieu mateusz matteo mattias
maximilian max maxim maksym maksim maxime
maurice mo maury mauricio moritz
melissa mel lissa
michael mike mick mickey mikey mikhail misha mykhailo michel miguel michal mihai mihail michele mikael mischa mitch mykhaylo
mildred millie
mitchell mitch
mohammed muhammad mohamed mohammad muhammed mehmet mohamad mamadou mahomet
moses moshe moe musa moises boogie
nancy nan
natalia natalie natasha nataliya natalya
nathaniel nathan nate nat natan
nicholas nick nicky nico nikolai nikolay mykola nicolas nikola nikolaus klaus kolya miklos nicola nikos mikolaj
nicole nikki nicky
norman norm
oliver ollie olivier
olga olha
oscar oskar ozzie
pamela pam
patricia pat patty tricia trish patti patsy
patrick pat paddy patricio padraig patty
paul pavel pavlo pablo paulo pawel paolo pol pauly
penelope penny
peter pete pyotr petro pedro pierre petr piotr pieter petar pietro petros per
philip phil phillip felipe philippe pip filip
rachel rae rachael raquel
ralph ralf raul rafe
raymond ray raimundo ramon
rebecca becky becca rivka
regina gina reggie
reginald reg reggie
richard rick dick rich ricky richie ricardo riccardo dickie rickey
robert bob rob bobby robbie bert robin roberto robby
roderick rod rory
roger rodge rogelio ruggero
ronald ron ronnie ronaldo
rosemary rose rosie
rudolph rudy rudolf
russell russ rusty
salvador sal salvatore
samantha sam sammy
samuel sam sammy shmuel
sarah sara sally sadie
sergei serge serhiy sergio sergey serhii sergi
sharon shari
shirley shirl
sidney sid sydney
simon si shimon simeon semyon
solomon sol shlomo suleiman suleyman
sophia sophie sofia sofie sonya sonia zofia
stanley stan stanislav stanislaw
stephen steve steven stevie stefan stephan esteban etienne stepan stefano istvan stevan
stephanie steph stefanie
stuart stu stewart
susan sue susie suzy susanna suzanne zsuzsanna susanne
svetlana sveta
sylvia sylvie silvia
tatiana tanya tetiana tatyana tania
terence terry terrence
teresa terry theresa tess terri tessa
theodore ted teddy theo fyodor fedor teodor feodor theodor
thomas tom tommy tomas tommaso tomasz thom toma
timothy tim timmy timofey tymofiy
tobias toby
ulysses lyss
valentina valya
valerie val valeria valery
vasily vasyl vassily basil vasiliy wassily vasilis
veronica ronnie roni vera
victor vic viktor vittorio vitya
victoria vicky vicki tori viktoria vikki
vincent vince vinny vincenzo vincente vicente vin
virginia ginny ginger
vitaly vitali vitaliy vitalii
vladimir volodymyr wladimir vladimer volodimir vova volodya wolodymyr vlad wladymyr
vladislav vladyslav wladyslaw ladislav
walter walt wally gualtiero
william bill billy will willie liam wilhelm guillermo willy willem guillaume bil guglielmo willis
winston winnie
yaroslav jaroslav iaroslav jaroslaw
yitzhak itzik isaac
yoshihide yoshi
zachary zach zack
lee yi ri rhee li rhie
roh no noh
park pak bak
choi choe
kang gang
jung chung jeong chong
cho jo
ryu yu yoo ryoo
kim gim
gamal jamal djamal
hassan hasan hasson
hussein husain hussain husayn hosein
ahmed ahmad achmad ahmet
abdel abdul abd abdal
"""

MEANT_BY: dict[str, frozenset[int]] = {}
for _number, _line in enumerate(_GROUPS.strip().splitlines()):
    for _name in _line.split():
        MEANT_BY[_name] = MEANT_BY.get(_name, frozenset()) | {_number}
