"""Whether a card stands alone: a term that is a term, a definition that needs nothing around it.

These are the grounds on which no card is made whatever its score; softer doubts are features of the score.
"""

import re
from collections.abc import Sequence, Set

from flashgen.stems import STOP_WORDS, content_stems, lower_words, stem

# "this" may point to something in the definition itself, but mostly to a sentence that the card doesn't have;
# "this life" is the one that everybody has
_DEMONSTRATIVE = re.compile(
    r"\b(?:(?:of|in|by|for|to|with|from|like|as|when|that|if)"
    r" (?:(?:this|these) (?!(?:life|world|earth)\b)[a-z]|this(?:[.,;]|$))"
    r"|(?:over|under|above|below|on|at|through|into|about|against|upon|behind|beyond|beside|before|after|during|without)"
    r" (?:this|these)(?:[.,;]|$))",
    re.IGNORECASE,
)
LONGEST_TERM = 7  # words
LONGEST_DEFINITION = 60  # words
_NON_TERM_WORDS = frozenset(
    (
        "it this that these those they he she we you i there here such what which who one ones another other"
        " others meantime each both all some many most several few none either neither everyone everything something"
        " someone anyone nobody anybody term word phrase name expression thing things example examples answer"
        " question reason reasons others former latter four five six seven eight nine ten eleven twelve afterwards"
    ).split()
)
_NON_TERM_STARTS = frozenset(
    (
        "this that these those such its their his her our your my one some many most several few each every both"
        " all any another other no what which who when where how why if there here two three four five first"
        " second third including like also so too rather quite almost been become becomes became consider suppose"
        " imagine compare more less fewer much same"
    ).split()
)
# What a comparison makes a term of all the same: "more developed country", "less economically developed country".
_COMPARED_KINDS = frozenset(("developed", "economically"))
# One of several, and told apart by words that the term leaves out: "a form of tax, which is paid in grain".
_ONE_KIND = re.compile(r"(?:[\w-]+ )?(?:kind|type|form|sort) of (?!the\b)", re.IGNORECASE)
# Inside a term, in small letters ("Her Majesty" and "WHO" have capitals), they belong to the sentence around it.
_NEVER_INSIDE_TERMS = frozenset(
    (
        "my your our his her their its this these those such which who whom whether is are was were been called termed"
    ).split()
)
_DATE = re.compile(
    r"(?:spring|summer|autumn|fall|winter|january|february|march|april|may|june|july|august|september|october|november"
    r"|december) (?:of )?(?:\d{1,2},? )?\d{4}",
    re.IGNORECASE,
)
_QUANTITY = re.compile(
    r"\d+(?:[.,]\d+)* ?(?:kg|g|t|km|m|cm|mm|s|min|h|N|J|kJ|W|kW|V|A|Hz|Pa|K|mol|eV|°C|%|[a-z]{3,}s|year|bar|amu|psi)"
)
# They open proper names too: "First World War", "Four Noble Truths".
_ORDINALS = frozenset(("first", "second", "third"))
_NUMBERS = frozenset("one two three four five".split()) | _ORDINALS
_NUMBERED = frozenset(("law", "theorem", "quartile"))  # and "second law of motion"
# And "the third world", "a third class lever", but not "one party".
_ORDERED = frozenset(
    "world person party language class order degree generation declension conjugation estate harmonic derivative"
    " trimester principle".split()
)
# "The main advantage", "a serious weakness": they evaluate or order; what they are said to be defines nothing.
_EVALUATIONS = frozenset(
    (
        "advantage disadvantage strength weakness benefit drawback criticism limitation objection shortcoming"
        " flaw merit example instance illustration reason difference similarity difficulty problem mistake error"
        " misconception question answer point aim goal purpose task challenge step result consequence outcome"
        " conclusion upshot lesson exception difficulty question trouble danger risk clue tip trick advice habit"
        " key secret surprise irony complaint argument evidence priority concern worry trap"
    ).split()
)
# Some subject or other teaches what they are, so they are left to the score.
_TERMS_ALL_THE_SAME = frozenset(
    (
        *("argument", "evidence", "exception", "goal", "habit", "risk", "strength", "similarity", "task", "irony"),
        *("standard error", "common difference", "practical reason", "primary key"),
    )
)
_EVALUATIVE = frozenset(
    (
        "main major key chief principal primary central important serious obvious best better worst worse good"
        " great big greater bigger biggest greatest largest most common commoner commonest usual typical famous"
        " simple simplest easiest hardest first second third last final next only real true whole further"
        " additional clear classic useful powerful striking notable well-known best-known familiar favourite"
        " favorite single little other frequent fatal early later popular standard strong strongest weak weakest"
        " practical immediate ultimate obvious tricky trickier subtle subtler"
    ).split()
)
# "Smith's answer", "the baker's job": what somebody says or does in one case.
_ONES_OWN = frozenset(
    "answer reply response view opinion point question conclusion advice job aim goal success".split()
)
# Before a preposition they never name a thing to learn: "the goal of the survey", "an example of a lever".
_REMARKS = frozenset("example result exception advantage disadvantage benefit drawback goal purpose aim role".split())
_PREPOSITIONS = frozenset("of to for in".split())
_DANGLING_START = re.compile(
    r"(?:it(?! is (?:\w+ly )?(?:\w*usual|\w*common|customary|\w*necessary|\w*possible|\w*lawful|\w*likely|hard|easy"
    r"|difficult) (?:for|to|that)\b)"  # a dummy subject
    r"|this|these|those(?! (?:[\w-]+ ){0,3}?"
    r"(?:who|that|which|of|in|with|whose|whom|from|for|due|we|people|\w+ed|\w+ing|made|borne|held|kept|known"
    r"|given|taken|found|built|sold|paid)\b)|they|them|he|she|such|so|also"
    r"|however|therefore|thus|then|there|here|not(?! (?:an? |the )?[^.;,]+ but )|that(?= (?:of|[a-z]+s)\b)"
    r"|the (?:reverse|opposite|other way r?a?round)(?=[.:;]|\Z)|a different"
    r"|the same(?! [a-z]+ (?:is|are|can|may|must)\b)"  # "the same key is used to lock and to unlock" stands alone
    r"|as above|as follows|the following|the latter|the former|one of (?:these|those)|another"
    r"|more|less|worth|why|because|due to|based on this|in which (?:case|event)"
    r"|(?:\w+ ){1,4}of (?:which|whom)(?! (?:we|one|you|people|nobody|the|an?|\w+ (?:is|are) (?:made|\w+ed))\b)"
    r"|becoming|being (?:\w+ly )?used"  # what happens to it just now
    r"|(?:first |originally )?(?:\w+ly )?(?:stated|proposed|introduced|developed|discovered|invented|published"
    r"|pioneered|observed|populari[sz]ed) (?:by|in)"  # whose it is, not what it is
    r"|where (?:\$|\w{1,2} (?:is|are))"  # what a letter of the formula before it stands for
    r"|(?:also |often )?(?:called|named|termed|coined|known as)|(?:illustrated|shown|depicted|pictured) in)\b"
    r"|(?:written|denoted|abbreviated)(?: as| by)? \$",  # a sign for it, which tells nothing
    re.IGNORECASE,
)
_POINTS_AWAY = re.compile(
    r"\b(?:(?:do|does|did|doing|so|from|than|between|of|to|like) (?:this|these|the two)(?:[.,;]|$)"
    r"|(?:\w+ing|of|to|(?<!more )(?<!less )(?<!rather )than|like) one[.,]?\Z"  # "replacing one"
    r"|one such \w+[.,]?\Z|of (?:that|this) (?:kind|sort|type)[.,]?\Z"
    r"|from one to the other|(?:these|those) (?:two|three|four|few)\b|of the (?:first|second|latter|former)\b(?! \w)"
    r"|the (?:first|former) to the (?:second|latter)|do(?:es|ing)? (?:this|these|so)\b|(?<!and )so made\b)",
    re.IGNORECASE,
)
# Whole definitions, or how they begin.
_WHOLLY_POINTS_AWAY = re.compile(
    r"\b(?:(?:an?|the) (?:\w+ ){1,2}(?:to|of|for|from|by|with|in|on) it[.,]?\Z"  # "the usual answer to it"
    # "eats both", "the best of both"; with words enough before it they may tell which two
    r"|\w+ both[.,]?\Z"
    r"|(?:(?!(?:and|or|two)\b)\S+ ){0,8}(?:has|have|having|of|with|from|for|in) both"
    r"(?: (?:going|at once|together)\b|[.,]?\Z)"
    r"|(?:an?|the) (?:[\w-]+ ){1,2}(?:itself|themselves)[.,]?\Z"  # "the rope itself"
    r"|\w+[^\Wsui]s (?:it|him|her|them)\b(?!:| (?:\w+ly )?(?:is|are|was|were|has|can|may|an?|\w+er|easy|hard"
    r"|difficult|clear|necessary|\w*possible|\w*legal|\w*lawful)\b)"  # "allows it on one condition"
    r"|(?:an?|the) [\w-]+ with both [\w-]+[.,]?\Z"
    # "the fall that results", "the part just below"
    r"|(?:an?|the) (?:(?!from\b)[\w-]+ ){1,2}(?:(?:that|which) (?:(?:follow|result)(?:s|ed)?|ensue[sd])"
    r"|(?:(?:just|right|immediately) )?(?:above|below|beneath|inside|outside|in between|in question))[.,]?\Z"
    r"|(?:\S+ ){0,5}such an? [\w-]+[.,]?\Z"
    r"|one (?:too|also|as well)\b"  # "is one too"
    r"|(?:an?|the) (?:[\w-]+ ){1,4}between them\b"
    r"|works? (?:in )?(?:much |just |exactly )?the same(?: way)?(?: (?:on|in|for|with|at) [\w ]+)?[.,]?\Z"
    r"|\w+ (?:in )?an? (?:\w+ )?(?:different|other) \w+[.,]?\Z"  # "takes a different road"
    r"|(?:an?|the) (?:first|second|third|former|latter|certain|particular|given|same|other|next|last|new|different"
    r"|special) \w+[.,]?\Z)",  # "a different method"
    re.IGNORECASE,
)
# "An essential part of a diet", "one of the most popular sports": they rank a thing and leave out what it is.
_RANKS = re.compile(
    r"(?:perhaps |probably |arguably )?(?:"
    r"(?:(?:an?|the|another|one|our|its|their) )?(?:\w+ly )?(?:(?:more|most|very|single) )?(?:important|essential"
    r"|critical|key|major|crucial|vital|huge|useful|powerful|popular|obvious|excellent|great|good|perfect|valuable|integral"
    r"|significant|effective|serious|big|central) (?:\w+ )?(?:element|part|factor|component|aspect|role|consideration"
    r"|step|topic|example|point|issue|concern|concept)s?\b"
    r"|one of (?:the|its|our|their|many|several|[\w ]+[’']s) ?(?:\w+[’']s )?(?:most|best|worst|largest|biggest|greatest"
    r"|earliest|oldest|main|key|major|leading|few|many|more|primary|chief|top|fastest|newest|simplest|easiest|strongest"
    r"|hardest|first)\b"
    r"|(?:by far )?the (?:\w+ )?(?:most|least) (?:important|popular|common|commonly|famous|familiar|effective|robust"
    r"|visible|misunderstood|obvious|frequently|widely|useful|powerful|serious|dangerous|difficult|expensive|successful"
    r"|significant|controversial|widespread|notable|recent|influential)\b(?! or\b))",
    re.IGNORECASE,
)
# "Consists of three stages", "takes another road", "works against it": what these are stands in other sentences.
_TELLS_NOT_WHICH = re.compile(
    r"(?:consists? of|has|have|contains?|follows?|comprises?|involves?|takes?|includes?)"
    r" (?:two|three|four|five|six|seven|eight|several|many|various)(?: (?:or|and) \w+)?"
    r" (?:[\w-]+ ){0,2}(?:changes|parts|stages|steps|phases|types|kinds|forms|elements|components|processes"
    r"|features|factors|aspects|functions|principles"
    r"|problems|advantages|disadvantages|methods)[.]?\Z"
    r"|(?:[\w-]+ ){1,4}of (?:a different|another) (?:kind|sort|type)[.]?\Z"
    r"|(?:take|use|follow|need)s? another [\w-]+[.]?\Z"
    r"|\w+s (?:against|for|with|on|to|from|in|by|along|through|into) (?:it|them)[.]?\Z"
    r"|(?:an?|another) (?:\w+ly )?(?:standard|classic|typical|familiar|common|famous|simple|well-known|usual"
    r"|extreme|good|striking|nice) (?:example|instance|illustration)\b(?! of\b)",
    re.IGNORECASE,
)
# What the author tells learners of their course.
_TO_LEARNERS = re.compile(
    r"\b(?:(?:in|on|for) your (?:specification|syllabus|exams?|examination|course|textbook|notes)"
    r"|you (?:should|must|need to|ought to) (?:\w+ )?(?:know|learn|remember|revise|memori[sz]e|be familiar)"
    r"|examiners? (?:loves?|likes?|wants?|expects?|enjoys?))\b",
    re.IGNORECASE,
)
# "A process called malting": what it is called, not what it is.
_ONLY_NAMES = re.compile(
    r"(?:(?:an?|the|one|some|what) )?(?:[\w-]+ ){1,3}?(?:called|termed|named|known as|referred to as|labelled)"
    r" (?:[\w“”\"’'-]+ ?){1,4}\.?[”\"]?\Z",
    re.IGNORECASE,
)
# "uses this heat": what it is was told before the definition, unless there are words enough in it to have told that.
_DEMONSTRATIVE_NOUN = re.compile(r"(?<!, and )\b(?:this|these) (?:(\w+) )?([a-z]+)", re.IGNORECASE)
_DEMONSTRATIVES = frozenset(("this", "these"))
_EVERYBODYS = frozenset(("life", "world", "earth"))  # "this life"
_LONG_ENOUGH_TO_RESOLVE = 10  # words
# What no definition ends with: the sentence was cut in the middle of a clause.
_NO_LAST_WORDS = frozenset(
    "which that who whose he she we they the a an and or as is are was were be if because".split()
)
_PREPOSITIONS_AT_END = frozenset("of in by from at than as per see with into".split())
# With one of these words before it a preposition may stand alone: "a cup one drinks from", "what a hermit lives in".
_STRANDED = re.compile(
    r"\b(?:that|which|who|whom|whose|what|where|how|to|we|they|you|he|she|it|one|people|someone|somebody|everyone|is|are"
    r"|be|been|being|was|were|\w+n['’]t|in between)\b",
    re.IGNORECASE,
)
_SHOWN = frozenset("shown seen illustrated depicted described discussed given presented listed plotted".split())
_BE = frozenset("be is are was were".split())
# "what she hopes to be", "as things actually are": nothing is cut off behind them.
_BEFORE_LAST_BE = frozenset("to would could should can may it they he she we you actually really there".split())
_INDIRECT_QUESTION = re.compile(r"\b(?:how|what|who|where) [^,;]*\Z", re.IGNORECASE)  # "how elastic a wall is"
_LOOSE_CONTRAST = re.compile(r"\b(?:but|that|which), [^,]*$")  # "helps the trade but, for two reasons" and no more
_DANGLING = re.compile(
    r"\b(?:as (?:above|below|follows|mentioned|noted|discussed)|(?:described|discussed"
    r"|mentioned|given|listed) (?:above|earlier|below)|the (?:former|latter"
    r"|following(?! (?:year|month|week|day|morning|night|season|spring|summer|autumn|winter|(?-i:[A-Z]))))"
    r"|see (?:figure|table|below|above)"
    r"|(?:this|(?<!and how )these) (?:is|are|was|were|can|may|chapter|section|article|figure|table|example|module"
    r"|book|course)|aforementioned)\b",
    re.IGNORECASE,
)


def term_objection(term: str) -> str | None:
    """Why a term is not one, or None."""
    words = term.split()
    lower = [word.lower().strip("“”\"'‘’,.()") for word in words]
    if not any(map(str.isalpha, term)):
        return "no word in the term"
    if _DATE.fullmatch(term):
        return "the term is a date"
    if _QUANTITY.fullmatch(term):
        return "the term is a quantity"
    if len(words) > LONGEST_TERM:
        return "the term is too long"
    if len(term) < 2 and not term.isupper():
        return "the term is a single letter"
    named_by_number = (
        lower[0] in _NUMBERS
        and len(words) > 1
        and (words[-1][0].isupper() or lower[1] in _NUMBERED or (lower[1] in _ORDERED and lower[0] in _ORDINALS))
    )
    names_kind = len(words) > 2 and lower[1] in _COMPARED_KINDS
    if lower[0] in _NON_TERM_STARTS and not (named_by_number or names_kind):
        return "the term points to something else in the text"
    if not _NEVER_INSIDE_TERMS.isdisjoint(words) or _ONE_KIND.match(term):
        return "the term points to something else in the text"
    if len(lower) == 1 and re.split("['’]", lower[0])[0] in _NON_TERM_WORDS:
        return "the term is a pronoun or a word of the running text"
    evaluates = stem(lower[-1]) in _EVALUATIONS and all(word in _EVALUATIVE for word in lower[:-1])
    if evaluates and " ".join(map(stem, lower)) not in _TERMS_ALL_THE_SAME:
        return "the term evaluates or orders, it names nothing"
    if len(words) > 1 and lower[-1] in _ONES_OWN and re.search(r"['’]s?$", words[-2]):
        return "the term evaluates or orders, it names nothing"
    preposition = next((place for place, word in enumerate(lower) if word in _PREPOSITIONS), 0)
    is_remark = preposition and stem(lower[preposition - 1]) in _REMARKS
    if is_remark and all(word in _EVALUATIVE for word in lower[: preposition - 1]):
        return "the term evaluates or orders, it names nothing"
    if term.count("(") != term.count(")") or term.count("“") != term.count("”"):
        return "a bracket or quotation mark of the term has no partner"
    return None


def definition_objection(term: str, definition: str, *, english: bool = True, marked: bool = False) -> str | None:
    """Why a definition does not stand alone on the back of a card with this term, or None.

    Its wording is looked at only in English. `marked` says that the author's layout marks it as a definition: then
    it may be as short as a bare genus.
    """
    words = definition.split()
    if len(words) < 2 or not (marked or len(content_stems(definition)) > 1):
        return "the definition is too short"
    if not any(map(str.isalpha, definition)):
        return "no word in the definition"
    if len(words) > LONGEST_DEFINITION:
        return "the definition is too long"
    if english and (objection := _wording_objection(term, definition, words, marked)):
        return objection
    quotes_match = definition.count("“") == definition.count("”") and definition.count('"') % 2 == 0
    if definition.count("(") != definition.count(")") or (english and not quotes_match):
        return "a bracket or quotation mark of the definition has no partner"
    if gives_away(term, definition):
        return "the definition gives the term away"
    return None


def _wording_objection(term: str, definition: str, words: Sequence[str], marked: bool) -> str | None:
    pointing = _MAY_POINT.intersection(lower_words(definition))
    if _DANGLING_START.match(definition) or (
        pointing and (_points_elsewhere(definition, pointing) or _is_unresolved(term, definition, pointing))
    ):
        return "the definition points to something else in the text"
    # the heading of a table may say what "this" is
    if not marked and not _DEMONSTRATIVES.isdisjoint(pointing) and _has_unresolved_noun(term, definition):
        return "the definition points to something else in the text"
    if _RANKS.match(definition):
        return "the definition ranks the thing, it tells not what that is"
    if _TELLS_NOT_WHICH.match(definition):
        return "the definition points to something else in the text"
    if _TO_LEARNERS.search(definition):
        return "the definition tells learners what to do with it"
    if _ONLY_NAMES.match(definition):
        return "the definition only tells a name"
    if definition.endswith("?"):
        return "the definition is a question"
    last = words[-1].rstrip(".,")
    if _LOOSE_CONTRAST.search(definition):
        return "the definition breaks off"
    ends_whole = last in _BE and (words[-2] in _BEFORE_LAST_BE or _INDIRECT_QUESTION.search(definition))
    cut = (last in _NO_LAST_WORDS and not ends_whole) or (last == "in" and words[-2] in _SHOWN)
    is_noun = last == "see" and words[-2] in ("a", "the")  # a bishop's
    if last in _PREPOSITIONS_AT_END and not is_noun and not _STRANDED.search(definition):
        return "the definition breaks off"
    if cut or (last == "to" and words[-2] in ("came", "come", "comes")):
        return "the definition breaks off"
    return None


# Looking for a word in a set takes a fiftieth of the time that the patterns take, and most definitions have none of
# the words of which each phrase of a pattern has one. Those of _POINTS_AWAY:
_AWAY = frozenset("this these those two one such other first second former latter so kind sort type".split())
_PLURAL_PRONOUNS = frozenset(("they", "them", "themselves"))
# of _WHOLLY_POINTS_AWAY:
_WHOLLY_AWAY = frozenset(
    (
        "it him her them one such both other first second third latter former certain particular given same next last"
        " new different special itself themselves follow follows followed result results resulted ensues ensued above"
        " below beneath inside outside between question"
    ).split()
)
# of _DANGLING and _DEMONSTRATIVE:
_POINTING = frozenset(
    (
        "this these see above below earlier follows following mentioned noted discussed former latter aforementioned"
    ).split()
)
_MAY_POINT = _AWAY | _PLURAL_PRONOUNS | _WHOLLY_AWAY | _POINTING
_ONE_WORD = re.compile(r"\S+\s")  # right before the pronoun it is a verb, no plural: "allows them"
_BEARER = re.compile(" of an? ")  # "it" stands for the one: "root of a plant: holds it in the ground"
_PLURAL_PRONOUN = re.compile(r"\b(?:they|them|themselves)\b", re.IGNORECASE)
_PLURAL = re.compile(
    r"\b(?:\w+[^\Wsui]s|people|children|men|women|data|media|criteria|phenomena|person|someone|somebody|anyone|everyone"
    r"|each|every|individual|\w+ and \w+)\b",
    re.IGNORECASE,
)


_TWO = re.compile(r"\btwo\b")


def _is_unresolved(term: str, definition: str, pointing: Set[str]) -> bool:
    """Whether it points to what it leaves out: "do this", "an answer to it", or "them" without a plural before it.

    `pointing` are the words of the definition that may do so.
    """
    has_bearer = _BEARER.search(term)
    if not (has_bearer or _WHOLLY_AWAY.isdisjoint(pointing)) and _WHOLLY_POINTS_AWAY.match(definition):
        return True
    away = None if has_bearer or _AWAY.isdisjoint(pointing) else _POINTS_AWAY.search(definition)
    resolves = away is not None and ("," in definition[: away.start()] or _TWO.search(definition, 0, away.start()))
    if away is not None and not resolves:  # "one, the other, or neither of these"; "of two rows as those two stand"
        return True
    pronoun = None if _PLURAL_PRONOUNS.isdisjoint(pointing) else _PLURAL_PRONOUN.search(definition)
    if pronoun is None or _PLURAL.search(term):
        return False
    before = definition[: pronoun.start()]
    return _ONE_WORD.fullmatch(before) is not None or not _PLURAL.search(before)


def _points_elsewhere(definition: str, pointing: Set[str]) -> bool:
    if _POINTING.isdisjoint(pointing):
        return False
    return bool(_DANGLING.search(definition) or _DEMONSTRATIVE.search(definition))


def _has_unresolved_noun(term: str, definition: str) -> bool:
    """Whether a noun behind "this" was told of before the definition: not in the term, nor in words enough ahead."""
    for demonstrative in _DEMONSTRATIVE_NOUN.finditer(definition):
        before = definition[: demonstrative.start()]
        told = {*map(stem, lower_words(f"{term} {before}"))}
        nouns = {stem(word.lower()) for word in demonstrative.groups() if word}
        if nouns <= _EVERYBODYS:
            continue
        if len(before.split()) < _LONG_ENOUGH_TO_RESOLVE and nouns.isdisjoint(told):
            return True
    return False


def gives_away(term: str, definition: str) -> bool:
    """Whether the term stands on the back of the card, or hardly anything but its content words does.

    "Acid rain" may be told of with the words "rain" and "acid" apart from each other, an "in-group" as a group.
    """
    front, back = content_stems(term), content_stems(definition)
    if not front or set(front).difference(back):
        return False
    words, said = [*map(stem, lower_words(term))], [*map(stem, lower_words(definition))]
    while words[0] in STOP_WORDS:
        words.pop(0)
    in_a_row = any(said[at : at + len(words)] == words for at in range(len(said)))
    if in_a_row and len(front) == 1 and "-" in term:
        return term.lower() in definition.lower()
    return in_a_row or len(back) < 2 * len(front)
