"""Names that so many people have that the name alone says little of who it is; folded, without accents."""

COMMON_FAMILY = frozenset(
    """
    smith jones williams brown taylor davies davis evans thomas johnson roberts walker wright robinson thompson white
    hughes edwards green hall wood harris lewis martin jackson clarke clark turner hill scott cooper morris ward moore
    king watson baker harrison morgan patel young allen james mitchell phillips anderson lee bell parker miller cook
    bennett campbell kelly murphy stewart marshall murray graham gray grey reid ross ryan burns collins robertson
    wilson rogers reed howard cox hunter russell fisher foster hamilton grant gordon simpson adams nelson carter hart
    harvey mason palmer black stone fox webb wells ford kennedy butler barnes price powell richards richardson shaw
    garcia rodriguez martinez hernandez lopez gonzalez gonzales perez sanchez ramirez torres flores rivera gomez diaz
    reyes cruz morales ortiz ramos silva santos costa ferreira oliveira pereira souza fernandez fernandes alvarez
    romero ruiz alonso castro vargas rossi russo ferrari esposito muller mueller schmidt schneider fischer weber meyer
    wagner becker schulz hoffmann koch bauer richter klein wolf peters jansen hansen johansen olsen larsen andersen
    nielsen jensen pedersen eriksson andersson johansson karlsson nilsson ivanov petrov sidorov smirnov popov kim park
    choi jung kang cho lim wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu lin guo he gao luo tanaka
    suzuki sato watanabe ito yamamoto nakamura kobayashi nguyen tran le pham khan ahmed ali hussain hussein hassan
    mohamed mohammed ibrahim abdullah rahman islam singh kumar sharma gupta das roy shah begum chaudhry malik cohen
    levy katz friedman rosenberg okafor adeyemi mensah diallo traore ndiaye dlamini nkosi van-der-merwe botha
    alexander arnold austin ball banks barker barrett bird bishop booth bowen bradley brooks bryant burke burton byrne
    carr chambers chapman coleman cole crawford cunningham curtis daniel daniels dawson day dean dixon douglas doyle
    duncan dunn elliott ellis ferguson fitzgerald fleming fletcher flynn francis franklin freeman french gardner gibson
    gilbert giles goodwin greene griffin griffiths hawkins hayes henderson henry hicks higgins holland holmes hopkins
    houston hudson hunt jenkins jordan kaye kerr knight lambert lane lawrence lawson little lloyd long lynch macdonald
    mcdonald mccarthy matthews may mills montgomery moss newman newton nichols nicholson norris norton o'brien obrien
    oconnor owen owens page parsons patterson pearce pearson perkins perry peterson pierce poole porter potter pratt
    reynolds rice riley rose rowe saunders sanders sharp simmons sims spencer stephens stevens stevenson sullivan
    sutton sweeney townsend tucker wade wallace walsh walters warren washington watkins watts weaver webster west
    wheeler willis woods york
    """.split()
)
COMMON_GIVEN = frozenset(
    """
    john david michael james robert william richard thomas charles george paul peter mark andrew stephen steven steve
    chris christopher daniel dan matthew matt anthony tony joseph joe brian kevin jason jeff jeffrey ryan gary tim
    timothy jose larry scott frank eric raymond ray gregory greg sam samuel patrick jack dennis jerry alex alexander
    tyler henry harry doug douglas aaron adam ben benjamin nick nicholas jim jimmy bob bobby bill billy tom tommy mike
    rob rick dick ed edward ted don donald ron ronald ken kenneth simon martin philip phil alan allan neil ian graham
    keith roger graeme barry stuart craig lee jamie sean luke josh joshua jonathan jon mary jane susan sue linda anne
    ann anna karen sarah sara helen margaret elizabeth liz jennifer jessica emma laura julie kate katherine catherine
    lisa nancy barbara patricia pat kim amy michelle maria jean joan alice emily rachel rebecca ruth carol diane juan
    carlos luis antonio miguel jorge pedro francisco jose ana carmen rosa hans karl peter jan klaus pierre jacques
    michel marie ivan sergei dmitri alexander andrei mohammed muhammad mohamed ahmed ali hassan omar ibrahim abdul
    abdullah fatima kim min jin wei li ming hiroshi kenji ravi raj amit sanjay vijay
    """.split()
)
