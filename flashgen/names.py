"""Persons' names: which ones a line of text lists, and what is left of one without titles and degrees."""

import re

_TITLES = re.compile(
    r"(?:(?:(?:Associate|Assistant|Assoc|Asst|Adjunct|Visiting|Emeritus|Emerita)\.?\s+(?=Prof)"
    r"|(?:Professor|Professora|Prof|Doctor|Dra?|Mrs?|Ms|Miss|Mx|Sir|Dame|Lord|Lady|Reverend|Revd?"
    r"|Mme|Mlle|Herr|Frau|Sra|Señora?)(?:\.\s*|\s+)(?:(?:rer\.\s*nat|h\.\s*c|med|phil|Ing|habil)\.\s*)*)+)",
    re.IGNORECASE,
)

# Degrees and honours that follow a name. Only listed ones, since "LI" or "Ng" may be somebody's family name.
_DEGREE = (
    r"(?:Ph\.?\s?D|D\.?\s?Phil|D\.?\s?Sc|Sc\.?D|Ed\.?D|Psy\.?D|Pharm\.?D|Eng\.?D|D\.?Eng|D\.?Litt|LL\.?[BMD]|J\.?D|M\.?D"
    r"|M\.?B\.?\s?Ch\.?B|M\.?B\.?\s?B\.?S|B\.?M\.?\s?B\.?S|[BM](?:\.\s?)?(?:A|Sc|S|Ed|Eng|Phil|Res|Litt|Mus|Pharm)"
    r"|[BM]\.?F\.?A|M\.?B\.?A|M\.?P\.?[AH]|M\.?St|M(?:Sci|Chem|Phys|Maths?|Biol|Biochem|Geol|Comp)|BCom"
    r"|PG\s?C\.?E|PG\s?Dip|PGDE|QT[ST]|QTLS|Cert\s?Ed|DipEd|[AS]?FHEA|F\.?R\.?S(?:\.?[CEALB])?|FBA|FREng|FInstP|FIMA"
    r"|MInstP|MRS[BC]|FRCPath|[FM]RC[PS]|CChem|CPhys|CBiol|CSci|CMath|CEng|CPsychol|CFA|CPA|F?ACCA|FCCA|[AF]CA|RN"
    r"|DVM|BVSc|MRCVS|[BD]DS|[OMCKD]BE|KCB|[KQ]C|Esq|Hons|Oxon|Cantab)\.?(?:\s*\([^()]*\))?(?=[\s,/&)]|$)"
)
_DEGREES = re.compile(_DEGREE)
_DEGREES_AT_END = re.compile(rf"(?:\s+\(?{_DEGREE}\)?)+$")

_GENERATION = re.compile(r"(?:Jr|Sr|Junior|Senior|I{2,3}|IV)\.?(?=\s|$)")
_INSTITUTION = re.compile(r"\b(?:Universi|College|School|Institut|Academy|Hospital|Department)")
_GIVEN_NAMES = re.compile(r"[^\W\d][\w'’-]*(?:\s+\w\.?)*(?:,|$)")  # "Laura", "Laura J.", "Laura, PhD"


def split_names(text: str) -> tuple[str, ...]:
    """Return the names that a line lists, each with its titles and degrees, as written.

    Names are parted by semicolons, or else by commas, "and" and "&". What follows a comma stays with the name
    before it if it is a degree ("Laura Mitchell, PhD"), a place of work or "Jr."; "Mitchell, Laura" is one
    name and is turned round. An e-mail address in angle brackets is dropped.
    """
    text = re.sub(r"<[^<>]*>", "", text)
    parts = text.split(";") if ";" in text else re.split(r",?\s+(?:and|&)\s+", text)
    return tuple(name for part in parts for name in _split_at_commas(part))


def bare_name(name: str) -> str:
    """Return the name without titles before it and degrees after it; the whole if nothing would be left."""
    first, *rest = (part.strip() for part in name.split(","))
    bare = _DEGREES_AT_END.sub("", _TITLES.sub("", first, count=1) if _TITLES.match(first) else first)
    generations = [part for part in rest if _GENERATION.match(part)]
    return " ".join([bare.strip(), *generations]) if bare.strip() else name.strip()


def _split_at_commas(text: str) -> list[str]:
    names: list[str] = []
    for part in filter(None, (part.strip() for part in text.split(","))):
        if names and _continues_a_name(part):
            names[-1] += f", {part}"
        else:
            names.append(part)
    # People who have one name each are rarer than a family name put first.
    if len(names) == 2 and " " not in names[0] and _GIVEN_NAMES.match(names[1]):
        given, comma, rest = names[1].partition(",")
        return [f"{given} {names[0]}{comma}{rest}"]
    return names


def _continues_a_name(part: str) -> bool:
    return bool(_DEGREES.match(part) or _GENERATION.match(part) or _INSTITUTION.search(part))
