"""Words that tell a term, a kind or a judgement: the lists behind some features of a candidate (flashgen.features)."""

# Adjectives of evaluation or order: they judge or place what they stand before.
EVALUATION = frozenset(
    (
        "main major key important best better worst first second third last final next common typical simple"
        " basic primary central good great greatest biggest largest most only real true whole entire crucial"
        " critical significant obvious famous popular serious useful usual original recent early late new old"
        " previous following current modern chief principal essential fundamental general particular specific"
        " similar different various certain same easy easiest sensible partial careful balanced bold boldest neat"
        " handy safe wise clever elegant quick short long brief tempting striking strange odd curious happy sad"
    ).split()
)
# Nouns of the running text, not of a subject: what an article is made of and how it argues.
ABSTRACT = frozenset(
    (
        "example advantage disadvantage reason result idea problem question answer point fact goal purpose way"
        " thing kind type part case issue challenge difference difficulty effect aim task role use benefit cost"
        " consequence outcome solution step method approach aspect feature factor area number amount level rate"
        " degree situation condition world time day year century place distinction explanation conclusion claim"
        " argument criticism weakness strength mistake error decision choice process change development event"
        " story history figure table map graph diagram chart picture image chapter section book article text"
        " sentence word name title list topic subject study research finding evidence data information experiment"
        " relationship connection link key lot bit piece side end start beginning middle top bottom left right"
        " rest majority objection debate success failure attempt effort response reaction impact influence"
        " importance meaning truth secret trick tip equation value calculation measure measurement total sum"
        " average share proportion unit element component item object member group set pair series range variety"
        " half one"
    ).split()
)
# People in general, by what they do or are.
HUMAN = frozenset(
    (
        "people person student teacher man woman child parent author reader scientist researcher psychologist"
        " sociologist economist historian physicist chemist biologist astronomer philosopher company government"
        " country state worker consumer customer manager employee american citizen leader president king queen"
        " family human individual adult player user expert critic member someone anyone everyone official voter"
        " buyer seller firm business organization organisation team community nation owner examiner candidate farmer"
        " shopkeeper worker doctor nurse patient soldier driver pupil learner neighbour neighbor friend critic poet"
        " artist painter writer novelist composer engineer chemist lawyer judge officer politician investor trader"
        " visitor speaker listener observer attacker defender"
    ).split()
)
# Nouns that name a kind, as definitions open with them.
GENUS = frozenset(
    (
        "process type kind form ability system method theory branch field study science act action practice"
        " tendency condition state measure amount rate degree ratio set group collection series sequence region"
        " area place structure organ tissue cell molecule substance compound element material device tool"
        " instrument machine technique procedure approach strategy model concept idea principle law rule belief"
        " view doctrine movement policy document agreement right power force energy quantity value property"
        " characteristic quality feature attribute change increase decrease difference relationship point line"
        " curve graph statement claim assumption hypothesis explanation description position role status name term"
        " word phrase person individual someone organization organisation institution company firm body unit class"
        " category member part section layer period time stage phase event disorder disease illness response"
        " reaction behavior behaviour pattern style way means mechanism phenomenon effect situation circumstance"
        " market product good service cost price payment tax loan plan program programme project technology"
        " software language number function equation distribution variable test analysis cloud star planet object"
        " particle atom ion bond wave distance speed angle space surface mixture solution gas liquid solid feeling"
        " emotion attitude perception sense sensation knowledge skill art activity job work degree loss gain"
        " combination arrangement distribution transfer exchange movement flow use application lack absence"
        " presence existence study"
    ).split()
)
# Nouns that judge or hint where a definition would name a kind ("a way to earn marks").
JUDGING_NOUNS = frozenset(
    (
        "way sign disaster invitation success failure masterpiece reason favourite favorite trap pity shame gift"
        " burden blessing nightmare example instance reminder warning matter case start chance opportunity"
        " temptation answer lesson hint clue mistake error joke pleasure relief surprise place thing friend enemy"
        " idea skill habit trick shortcut step question reflection one ones tribute compliment insult luxury"
        " necessity story test exception proof warning game puzzle"
    ).split()
)
# Adjectives that do so before any noun ("a quick method").
JUDGING_ADJECTIVES = frozenset(
    (
        "quick good useful favourite favorite bad great easy hard simple popular common important wonderful fine"
        " perfect ideal different better best worse worst nice safe vague fair poor powerful typical clear famous"
        " tempting natural"
    ).split()
)
# Words of which one alone tells a remark from a name: "good news", "this is a rare exception".
REMARKING = ABSTRACT | EVALUATION | JUDGING_NOUNS | JUDGING_ADJECTIVES
