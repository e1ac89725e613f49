"""Remarks: a sentence only says that its subject differs or goes further, and the next clause says how."""

import re
from collections.abc import Iterator

from flashgen.clauses import clause_start, has_finite_verb, is_clause
from flashgen.definition_ends import definition_at
from flashgen.rules.antecedents import is_anaphoric
from flashgen.rules.base import Candidate, candidate, rule
from flashgen.rules.naming_verbs import BE
from flashgen.subjects import subject_before
from flashgen.syntax import Reading
from flashgen.terms import term_span

# Behind "more" they judge, and what follows is the reason: "nightwork is more harmful: …".
_JUDGING = "serious|harmful|dangerous|important|useful|common|popular|expensive|effective|worrying|damaging|convincing"
# What only says how its subject stands to what was told before: "goes further", "does the opposite".
_STANDING = re.compile(
    rf"""
    (?: goes | go | comes | come | works | work | differs | differ | starts | start | begins | begin )\b (?!\sfrom\b)
    | (?: does | do )\s (?: just\s )? (?: the\s(?: opposite | reverse | same | contrary ) | it | this | so )\b
    | (?: is | are )\s (?: \w+ly\s | even\s | far\s | much\s | rather\s | a\s(?:bit|little)\s )*
      (?:
          (?: better | worse ) \s \w+ed | \w+er | (?: more | less )\s(?! (?:{_JUDGING})\b)\w+
        | different | similar | simple | easy | straightforward | the\s\w+\sone
      )
      (?: \s(?: still | again | enough | too ) )? \s?:
    | (?: puts? | states? | runs? | says | say | reads? | works? | goes | go )\s (?: it\s | this\s )?
      (?: thus | like\sthis | as\sfollows | this\sway ) \s?:
    | (?: needs? | takes? | uses? | has | have )\s (?: no | another | an?\s(?: different | new | simpler | longer ) )\b
    """,
    re.VERBOSE,
)
# The same in a sentence of its own, behind which only the surest say that the next one tells how.
_STANDING_ALONE = re.compile(
    r"(?:goes|go|works?)(?: \w+){0,3}? (?:differently|further)(?: still)?[.]"
    r"|(?:does|do) (?:just )?the (?:opposite|reverse|contrary)\b"
    r"|(?:takes?|uses?|follows?) (?:another|an? different|the opposite)\b"
)
_REMARKING = frozenset("differently further opposite reverse contrary another different".split())  # its words
_LONGEST_STANDING = 9  # tokens from the verb to the colon


@rule(
    examples=[
        "[Grafting] goes a step further: {a shoot of one tree is bound into a slit in another}.",
        "[Overdubbing] does the opposite: {each player adds a part to what the others have left on the tape}.",
        "[Mezzotint] is far slower: {the whole plate is roughened first and then scraped smooth where light falls}.",
        "A [siphon] works differently: it {lifts water over the rim of a tank by the weight of what has run down}.",
        "[Pit sawing] takes another course. {One man stands below the log and one on top of it}.",
        "[Gresham's law] puts it thus: {bad coins drive good ones out of the market}.",
        "The [first-come rule] works like this: {nobody may draw water twice while another waits}.",
        "The [cradle method] is better tested: {the stone hangs in a net of ropes between two poles}.",
        "[Dry stowage] needs no nails at all: {you wedge each cask against the next}.",
    ],
    counterexamples=[
        "The work is endless: a hedger cuts every winter.  # a quality and its reason",
        "It goes further: the shoot is bound into a slit.  # a pronoun for its subject",
        "The road goes north: past the mill, past the inn.  # no clause behind the colon",
        "Night work is more dangerous: tired men fall from ladders every week.  # a judgement and its reason",
        "The price goes the other way. A good harvest fills the barns of the town.  # tells why",
        "Three things come first: the bell rings, the gate opens and the horses start.  # a list of them",
    ],
    triggers="",
)
def told_behind_remark(reading: Reading) -> Iterator[Candidate]:
    """ "It goes further" or "does the opposite" of a subject, a colon or a full stop, and a clause that says how."""
    naming, first = reading, 0
    if ":" in reading.words:
        colon = reading.words.index(":")
        first = colon + 1
    elif reading.previous is None or _REMARKING.isdisjoint(reading.previous.words):
        return
    elif reading.class_of(0) in "DJNSGK" and not is_anaphoric(reading, 0, 2):
        naming = reading.previous
        colon = naming.end
    else:
        return
    subject = _standing_subject(naming, colon)
    if subject is None:
        return
    if reading.word(first) in ("it", "they") and reading.class_of(first + 1) == "V":
        first += 1 + (reading.word(first + 1) in BE)
    elif not is_clause(reading, first, reading.end):
        return
    told = definition_at(reading, first)
    yield from candidate("told_behind_remark", reading, term_span(naming, *subject), told, naming=naming)


def _standing_subject(reading: Reading, end: int) -> tuple[int, int] | None:
    """The tokens of the subject of which all that stands before token `end` only says how it differs from another."""
    verb = next((n for n in range(end) if reading.classes[n] in "VM"), end)
    standing = _STANDING if reading.word(end) == ":" else _STANDING_ALONE
    if not 1 < end - verb <= _LONGEST_STANDING or not standing.match(reading.text, reading.tokens[verb][0]):
        return None
    subject = subject_before(reading, verb)
    if subject is None or subject[0] != clause_start(reading, verb) or is_anaphoric(reading, *subject):
        return None
    if reading.class_of(subject[0]) == "K" or has_finite_verb(reading, verb + 1, end):
        return None
    return subject
