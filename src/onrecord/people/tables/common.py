"""Names that so many people have that the name alone says little of who it is; folded, without accents.

The tiers are shares of the population of the United States in its census of 1990 (public domain): a family name is
common from one person in 2,000 on and known from one in 11,000; a given name from one in 400 and one in 5,000. The
common names of other countries were added by hand.
"""

COMMON_FAMILY = frozenset(
    """
    abdullah adams adeyemi ahmed alexander ali allen alonso alvarez andersen anderson andersson andrews
    armstrong arnold austin bailey baker ball banks barker barnes barrett bauer becker begum bell bennett
    berry bird bishop black booth botha bowen boyd bradley brooks brown bryant burke burns burton butler
    byrne campbell carpenter carr carroll carter castillo castro chambers chapman chaudhry chavez chen cho
    choi clark clarke cohen cole coleman collins cook cooper costa cox crawford cruz cunningham curtis
    daniel daniels das davies davis dawson day dean diallo diaz dixon dlamini douglas doyle duncan dunn
    edwards elliott ellis eriksson esposito evans ferguson fernandes fernandez ferrari ferreira fields
    fischer fisher fitzgerald fleming fletcher flores flynn ford foster fox francis franklin freeman
    french friedman gao garcia gardner gibson gilbert giles gomez gonzales gonzalez goodwin gordon graham
    grant gray green greene grey griffin griffiths guo gupta gutierrez hall hamilton hansen harper harris
    harrison hart harvey hassan hawkins hayes he henderson henry hernandez hicks higgins hill hoffmann
    holland holmes hopkins houston howard hu huang hudson hughes hunt hunter hussain hussein ibrahim islam
    ito ivanov jackson james jansen jenkins jensen johansen johansson johnson jones jordan jung kang
    karlsson katz kaye kelley kelly kennedy kerr khan kim king klein knight kobayashi koch kumar lambert
    lane larsen lawrence lawson le lee levy lewis li lim lin little liu lloyd long lopez luo lynch ma
    macdonald malik marshall martin martinez mason matthews may mccarthy mcdonald mensah meyer miller
    mills mitchell mohamed mohammed montgomery moore morales morgan morris moss mueller muller murphy
    murray myers nakamura ndiaye nelson newman newton nguyen nichols nicholson nielsen nilsson nkosi
    norris norton o'brien obrien oconnor okafor oliveira oliver olsen olson ortiz owen owens page palmer
    park parker parsons patel patterson payne pearce pearson pedersen pereira perez perkins perry peters
    peterson petrov pham phillips pierce poole popov porter potter powell pratt price rahman ramirez ramos
    ray reed reid reyes reynolds rice richards richardson richter riley rivera roberts robertson robinson
    rodriguez rogers romero rose rosenberg ross rossi rowe roy ruiz russell russo ryan sanchez sanders
    santos sato saunders schmidt schneider schulz scott shah sharma sharp shaw sidorov silva simmons
    simpson sims singh smirnov smith snyder souza spencer stephens stevens stevenson stewart stone
    sullivan sun sutton suzuki sweeney tanaka taylor thomas thompson torres townsend tran traore tucker
    turner van-der-merwe vargas vasquez wade wagner walker wallace walsh walters wang ward warren
    washington watanabe watkins watson watts weaver webb weber webster wells west wheeler white williams
    willis wilson wolf wood woods wright wu xu yamamoto yang york young zhang zhao zhou zhu
    """.split()
)
KNOWN_FAMILY = frozenset(
    """
    abbott abrams acevedo ackerman acosta adkins aguilar aguirre akers albert albright aldridge alford
    allison alston alvarado ames amos andrade anthony archer arias arrington arroyo arthur ash ashley
    atkins atkinson avery avila ayala ayers baca bacon baird baldwin ballard barber barlow barnard barnett
    barr barrera barron barry bartlett barton bass bates battle baxter beach bean beard beasley beatty
    beck belcher beltran bender benjamin benson bentley benton berg berger bergeron bernal bernard best
    betts billings bingham blackburn blackwell blair blake blanchard bland blankenship blanton blevins
    bloom blue boggs bolden bolton bond bonilla bonner booker boone boswell boucher bowden bower bowers
    bowles bowling bowman boyce boyer boyle bradford bradshaw brady branch brandon brandt brantley braun
    bray brennan brewer brewster bridges briggs bright britt britton brock broussard browning bruce bruno
    bryan buchanan buck buckley buckner bullard bullock bunch burch burgess burks burnett burrell burris
    burt bush butts byers byrd cabrera cain calderon caldwell calhoun callahan camacho cameron camp campos
    cannon cano cantrell cantu cardenas carey carlisle carlson carlton carmichael carney carrillo carson
    cartwright carver case casey cash castaneda castle cates cervantes chamberlain chan chandler chaney
    chang chappell charles chase cherry childers childress childs christensen christian christopher chung
    church cisneros clay clayton clement clements clemons cleveland clifton cline coates cobb cochran
    coffey coffman coker colbert collier colon combs compton conklin conley conner connolly connor conrad
    contreras conway cooke cooley copeland corbett corbin cordova cornett correa cortez costello cote
    cotton couch courtney covington cowan crabtree craft craig cramer crane crews crocker crockett crosby
    cross crouch crow crowder crowe crowley crum cuevas cummings cummins curran curry dailey dale dalton
    daly daugherty davenport david davidson davila deal decker dejesus delacruz delaney delarosa deleon
    delgado dempsey dennis denton dewitt dick dickerson dickey dickinson dickson dillard dillon dobson
    dodd dodson dominguez donahue donaldson donnelly donovan dooley dorsey doss dotson dougherty downey
    downing downs drake draper drew duarte dubois dudley duffy duke dukes dunbar dunham dunlap dupree
    duran durham dwyer dye dyer eaton edmonds elder eldridge elkins ellison elmore emerson emery england
    english erickson ervin erwin escobar esparza espinosa espinoza estes estrada everett ewing farley
    farmer farr farrell farris faulkner felix ferrell ferris field figueroa finch fink finley fish
    fitzpatrick flanagan flowers floyd foley fontenot forbes foreman forrest fountain fowler franco frank
    franks fraser frazier frederick frey fritz frost fry frye fuentes fuller fulton funk gagnon gaines
    galindo gallagher gallegos galloway galvan gamble garland garner garrett garrison gary garza gaston
    gates gay gentry george gibbons gibbs gill gillespie gilliam gilmore givens glass glenn glover godfrey
    godwin goff goins goldberg golden goldstein good goode goodman gore gorman goss gould grace grady
    graves greenwood greer gregg gregory griffith griggs grimes gross groves guerra guerrero gunn gunter
    gustafson guthrie guy guzman haas hahn haines hairston hale haley hamm hammond hampton hancock haney
    hankins hanna hannah hanson harden hardin harding hardy hargrove harmon harrell harrington hartley
    hartman hastings hatch hatcher hatfield hathaway hayden haynes hays head heard heath hebert heller
    helms helton hendricks hendrickson hendrix henley hensley henson herbert herman herrera herring herron
    hess hester hewitt hickey hickman hilliard hilton hines hinkle hinton ho hobbs hodge hodges hoffman
    hogan holbrook holcomb holden holder holley holliday hollingsworth hollis holloway holman holt hood
    hooper hoover hopper horn horne horton hoskins house howe howell hubbard huber huff huffman huggins
    hull humphrey hurley hurst hurt hutchins hutchinson hutchison hyde ibarra ingram inman irvin irwin
    ivey jacobs jacobson jamison jarvis jefferson jeffries jennings jewell jimenez john johns johnston
    joseph joyce joyner juarez justice kaiser kane kaplan kaufman keith keller kemp kendall kendrick
    kenney kent kern kessler key keys kidd kimball kinney kirby kirk kirkland kirkpatrick kline knapp
    knowles knox kramer krause krueger kuhn lacy ladner lake lam lamb lancaster land landry lang lange
    langley lara larkin larson latham law leach leal leblanc lehman leon leonard leslie lester levine
    lilly lindsay lindsey livingston locke lockhart logan lord lott love lovell lowe lowery lowry lozano
    lucas lucero lugo luna lund lutz lynn lyon lyons macias mack mackey madden maddox madison magee
    mahoney major maldonado malone maloney manley mann manning manuel marino marks marquez marrero marsh
    massey mata mathews mathis maxwell mayer mayes mayfield maynard mayo mays mcallister mcbride mccabe
    mccain mccall mccann mccarty mccauley mcclain mcclellan mcclendon mcclure mcconnell mccord mccormick
    mccoy mccray mccullough mcdaniel mcdermott mcdowell mcelroy mcfadden mcfarland mcgee mcghee mcgill
    mcginnis mcgowan mcgrath mcguire mcintosh mcintyre mckay mckee mckenzie mckinley mckinney mcknight
    mclaughlin mclean mcleod mcmahon mcmillan mcneal mcneil mcneill mcpherson mcqueen meade meadows medina
    meeks mejia melendez melton mendez mendoza mercado mercer meredith merrill merritt messer metcalf
    meyers meza michael middleton miles milligan milton miner minor miranda mobley molina monroe montes
    montoya moody moon mooney mora moran moreno morin morrison morrow morse morton moser moses mosley
    moyer mullen mullins muniz munoz murdock nance nash navarro neal neely newell newsome nicholas nieves
    nix nixon noble noel nolan norman norwood novak numbers nunez ochoa oconnell odell odom odonnell oneal
    oneil oneill orozco orr ortega osborn osborne pace pacheco padgett padilla pagan paige palacios parks
    parrish pate patrick patton paul payton peck pena penn pennington peoples petersen petty phelps phipps
    pickett pierre pierson pike pineda piper pittman pitts plummer poe polk pollard pollock ponce pope
    potts powers preston prince pritchard proctor pruitt pryor puckett pugh quick quinn quinones quintana
    quintero raines rainey ramey ramsey randall randolph rangel rankin rasmussen ratliff raymond reece
    reese reeves reilly reyna rhodes rich richard richmond ricks riddle riggs rios ritchie ritter rivas
    rivers roach robbins roberson robison robles rocha rodgers rodrigues rodriquez roe rojas rollins roman
    rosa rosado rosales rosario roth rouse rowland rubio rucker ruffin rush rutherford rutledge salas
    salazar salinas sampson samuels sanderson sandoval sanford santana santiago sargent savage sawyer
    schaefer schmitt schroeder schultz schwartz seals sears self sellers serrano sewell sexton seymour
    shafer shaffer shannon sharpe shea sheehan sheffield shelton shepard shepherd sheppard sherman shields
    shirley shoemaker short silver simms simon simons sinclair singleton sizemore skinner slater slaughter
    sloan small smart smiley snell snider snow solis solomon sorensen sosa soto sparks spears spence
    spivey springer stafford stanford stanley stanton stark starks starr steele stein stephenson sterling
    steward stinson stokes stout stover strickland strong stroud stuart suarez summers sutherland swain
    swanson swartz sweet swift sykes talley tanner tapia tate tatum teague terrell terry thomason thornton
    thurman tidwell tillman tipton todd tolbert tomlinson tracy travis trent trevino trujillo tuttle tyler
    tyson underwood valdez valencia valentine valenzuela vance vang vaughan vaughn vazquez vega velasquez
    velazquez velez vickers vigil villa villanueva villarreal villegas vincent vinson vogel waddell walden
    wall waller walls walter walton ware warner waters webber weeks weiss welch welsh werner weston whaley
    whitaker whitehead whitfield whitley whitney wiggins wilcox wilder wiley wilkerson wilkins wilkinson
    willard william williamson wills winston winter winters wise witt wolfe womack wong woodard woodruff
    woodward wooten workman worley wyatt wynn yarbrough yates yoder zamora zimmerman zuniga
    """.split()
)
COMMON_GIVEN = frozenset(
    """
    aaron abdul abdullah adam ahmed alan albert alex alexander ali alice allan amanda amit amy ana andrei
    andrew angela ann anna anne anthony antonio arthur ashley barbara barry ben benjamin betty beverly
    bill billy bob bobby brandon brenda brian bruce carl carlos carmen carol carolyn catherine charles
    cheryl chris christina christine christopher craig cynthia dan daniel david deborah debra denise
    dennis diane dick dmitri don donald donna doris dorothy doug douglas ed edward elizabeth emily emma
    eric evelyn fatima frances francisco frank fred gary george gerald gloria graeme graham greg gregory
    hans harold harry hassan heather helen henry hiroshi ian ibrahim irene ivan jack jacques james jamie
    jan jane janet janice jason jean jeff jeffrey jennifer jerry jessica jim jimmy jin joan joe john jon
    jonathan jorge jose joseph josh joshua joyce juan judith judy julie justin karen karl kate katherine
    kathleen kathy keith kelly ken kenji kenneth kevin kim kimberly klaus larry laura lawrence lee li
    linda lisa liz luis luke margaret maria marie mark martha martin mary matt matthew melissa michael
    michel michelle miguel mike mildred min ming mohamed mohammed muhammad nancy neil nicholas nick nicole
    omar pamela pat patricia patrick paul pedro peter phil philip pierre rachel raj ralph ravi ray raymond
    rebecca richard rick rob robert roger ron ronald rosa rose roy ruth ryan sam samuel sandra sanjay sara
    sarah scott sean sergei sharon shirley simon stephanie stephen steve steven stuart sue susan tammy ted
    teresa terry theresa thomas tim timothy tom tommy tony tyler vijay virginia walter wei william willie
    """.split()
)
KNOWN_GIVEN = frozenset(
    """
    abigail abraham ada addie adele adrian adriana adrienne agnes aida aimee al alberta alberto alejandro
    alexandra alexis alfonso alfred alfredo alicia alisa alisha alison allen allison alma alonzo alton
    alvin alyssa amber amelia amos andre andrea andres andy angel angelica angelina angelo angie anita
    annette annie antoinette antonia april archie arlene armando arnold arturo audrey aurora austin
    beatrice becky belinda bennie benny bernadette bernard bernice bert bertha bessie beth bethany betsy
    bettie beulah billie blake blanca blanche bobbie bonita bonnie brad bradford bradley brandi brandy
    brent brett bridget brittany brittney brooke bryan bryant byron caitlin caleb calvin cameron camille
    candace candice candy cara carla carlton carole carolina caroline carrie carroll casey cassandra
    cassie cathy cecelia cecil cecilia cedric celeste celia cesar chad charlene charlie charlotte chelsea
    cheri cherie chester christa christian christie christy cindy claire clara clarence clark claude
    claudia clay clayton cleo clifford clifton clint clinton clyde cody colin colleen connie conrad
    constance consuelo cora corey corinne cornelius cory courtney cristina crystal curtis daisy dale
    dallas damon dana danielle danny darin darla darlene darnell darrel darrell darren darryl daryl dave
    dawn dean deanna debbie debora delbert delia della delores deloris dena derek derrick desiree devin
    dewey dexter diana dianna dianne dina dixie dolores dominic donnie dora doreen dorothea dorthy doyle
    drew duane dustin dwayne dwight earl earnest ebony eddie edgar edith edmund edna eduardo edwin effie
    eileen elaine elbert eleanor elena elias elisa elisabeth ella ellen ellis elmer eloise elsa elsie elva
    elvira enrique erica erick erik erika erin erma ernest ernestine ernesto ervin esperanza essie estella
    estelle esther ethel etta eugene eugenia eula eunice eva evan everett faith fannie fay faye felicia
    felipe felix fern fernando flora florence floyd forrest francine francis francisca frankie franklin
    freda freddie frederick fredrick gabriel gail garrett garry gayle gene geneva genevieve geoffrey
    georgia geraldine gerard gerardo gertrude gilbert gilberto gina ginger gladys glen glenda glenn goldie
    gordon grace grady grant gregg gretchen guadalupe guillermo gustavo guy gwen gwendolyn hannah harriet
    harvey hattie hazel hector heidi helena helene henrietta herbert herman hilda holly homer hope horace
    howard hubert hugh hugo ida ignacio ina inez ingrid ira iris irma irvin irving isaac isabel ismael
    israel iva jackie jacob jacqueline jacquelyn jaime jake jana janelle janette janie janine janis jared
    jasmine javier jay jeanette jeanne jeannette jeannie jeffery jenifer jenna jennie jenny jeremiah
    jeremy jermaine jerome jesse jessie jesus jewel jewell jill jillian jimmie jo joann joanna joanne jodi
    jody joel joey johanna johnathan johnnie johnny jonathon jordan josefina josephine josie joy juana
    juanita julia julian julio julius june kara kari karin karla kathryn katie katrina kay kayla kelley
    kelli kellie kelsey kelvin kendra kenny kent kerri kerry kimberley kirk krista kristen kristi kristie
    kristin kristina kristine kristopher kristy krystal kurt kyle lamar lana lance latasha latonya latoya
    laurel lauren laurence laurie laverne leah leigh lela leland lena lenora leo leon leona leonard leroy
    leslie lester leticia levi lewis lila lillian lillie lindsay lindsey lionel lloyd lois lola lonnie
    lora loren lorena lorene lorenzo loretta lori lorna lorraine lottie lou louis louise lourdes lowell
    lucas lucia lucille lucinda lucy lula lupe luther luz lydia lyle lynda lynette lynn lynne mabel mable
    mack madeline mae maggie malcolm mamie mandy manuel marc marcella marcia marco marcos marcus margarita
    margie marguerite marian marianne maribel marilyn marina mario marion marissa marjorie marla marlene
    marsha marshall marta marty marvin maryann mathew mattie maude maureen maurice max maxine may megan
    meghan melanie melba melinda melody melvin mercedes meredith merle micheal michele milton mindy minnie
    miranda miriam misty mitchell mollie molly mona monica monique morgan morris moses muriel myra myrna
    myron myrtle nadine naomi natalie natasha nathan nathaniel neal nell nellie nelson nettie nichole
    nicolas nikki nina noah noel nora norma norman ola olga olive oliver olivia ollie opal ora orlando
    orville oscar otis owen pablo pam patrica patrice patsy patti patty paula paulette pauline pearl peggy
    penny percy perry pete phillip phyllis polly preston priscilla rachael rafael ramiro ramon ramona
    randal randall randolph randy raquel raul reba rebekah regina reginald rena rene renee rex rhonda
    ricardo rickey ricky rita roberta roberto robin robyn rochelle roderick rodney rodolfo rogelio roland
    rolando roman ronda ronnie roosevelt rosalie rosario rosemarie rosemary rosetta rosie ross roxanne
    ruben ruby rudolph rudy rufus russell sabrina sadie sallie sally salvador salvatore samantha sammy
    sandy santiago saul sergio seth shane shanna shannon shari shaun shawn shawna sheila shelby sheldon
    shelia shelley shelly sheri sherman sherri sherrie sherry sheryl sidney silvia sonia sonja sonya
    sophia sophie spencer stacey stacie stacy stanley stefanie stella stewart susanne susie suzanne
    sylvester sylvia tabitha tamara tami tamika tammie tanya tara tasha taylor terence teri terrance
    terrell terrence terri thelma theodore therese tiffany tina todd tomas tommie toni tonya tracey traci
    tracie tracy travis trevor tricia trina trisha troy trudy tyrone valerie vanessa velma vera verna
    vernon veronica vicki vickie vicky victor victoria vincent viola violet virgil vivian wade wallace
    wanda warren wayne wendell wendy wesley whitney wilbert wilbur wilfred willard willis wilma wilson
    winifred wm woodrow yolanda yvette yvonne zachary
    """.split()
)
# Given and family names of the most populous countries, by general knowledge.
COMMON_GIVEN |= frozenset(
    """
    mohammad muhammed mohamad mahmoud mustafa yusuf youssef khalid hamid saeed said salman imran tariq bilal nasser
    karim rashid jamal kamal khaled walid samir ahmad hussein hossein reza mehdi hamza ismail osman murat mehmet ayse
    fatma zahra maryam leila noor rahul rajesh suresh ramesh sunil anil ashok deepak arun vinod manoj priya anita
    sunita pooja neha wang jing yan ying na ning hui xin yu jun tao bo bin peng yong lei hong mei ping young sung
    hyun seung soo ji eun hye takashi yuki satoshi akira yoko naoki dmitry vladimir alexei nikolai mikhail yuri elena
    natalia irina olga tatiana viktor igor oleg oleksandr volodymyr joao paulo luiz ana rafael marcos fernando andre
    alejandro diego jesus javier sergio ricardo eduardo roberto mario manuel rafael raul marco andrea giovanni giuseppe
    francesco luca stefan thomas andreas wolfgang klaus jurgen philippe nicolas francois laurent jean-pierre
    """.split()
)
COMMON_FAMILY |= frozenset(
    """
    yadav verma mehta joshi reddy rao nair iyer mishra pandey jain agarwal kapoor bose chowdhury hossain akhtar iqbal
    qureshi siddiqui mahmood butt akbar rehman shaikh sheikh hosseini mohammadi karimi rezaei ahmadi yilmaz kaya demir
    celik sahin cheng tang song han feng deng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye wei su lu jin
    yoon shin seo kwon hwang ahn hong lee pak rhee nguyen pham hoang phan vu vo dang bui do santoso wijaya abdi ali
    """.split()
)
