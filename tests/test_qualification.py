"""What a tutor says they teach gives the level and the subject."""

import pytest

from flashgen.qualification import level_and_subject, level_name, subject_name

SPELLINGS = """
A-Level Biology Tutor                    | A-Level | Biology
A Level Biology teacher                  | A-Level | Biology
Alevel biology                           | A-Level | Biology
A2 Biology Tutor                         | A-Level | Biology
GCE Advanced Level Biology               | A-Level | Biology
A‑Level Art and Design                   | A-Level | Art and Design
A-LEVEL BIOLOGY TUTOR                    | A-Level | Biology
International A-Level Physics            | International A-Level | Physics
AS Level Sociology                       | AS-Level | Sociology
AS Psychology Tutor                      | AS-Level | Psychology
GCSE Combined Science Tutor              | GCSE | Combined Science
Edexcel GCSE (9-1) Maths Tutor           | GCSE | Mathematics
GCSE Higher Tier Maths                   | GCSE | Mathematics
IGCSE Chemistry Tutor                    | IGCSE | Chemistry
International GCSE ICT Tutor             | IGCSE | ICT
O Level Geography                        | O-Level | Geography
T Level Digital Tutor                    | T-Level | Digital
Cambridge Pre-U Philosophy Tutor         | Pre-U | Philosophy
IB HL Chemistry Tutor                    | IB HL | Chemistry
IB Chemistry SL Tutor                    | IB SL | Chemistry
IB Higher Level Biology                  | IB HL | Biology
IB SL/HL Physics Tutor                   | IB | Physics
IB Diploma History Tutor                 | IB | History
International Baccalaureate French Tutor | IB | French
IB English Language and Literature Tutor | IB | English Language and Literature
AP Calculus BC Tutor                     | AP | Calculus BC
AP® US History Tutor                     | AP | US History
SAT Math Tutor                           | SAT | Mathematics
ACT Science Tutor                        | ACT | Science
MCAT Biochemistry Tutor                  | MCAT | Biochemistry
Key Stage 3 Science                      | KS3 | Science
KS3-KS4 Science                          | KS3 | Science
KS 1 English                             | KS1 | English
Year 9 History                           | Year 9 | History
Years 10 and 11 Geography                | Year 10 | Geography
Yr 7 Latin                               | Year 7 | Latin
Grade 10 Biology Teacher                 | Grade 10 | Biology
10th Grade Biology                       | Grade 10 | Biology
11+ Maths and English Tutor              | 11+ | Mathematics and English
11 plus English                          | 11+ | English
Eleven-plus English                      | 11+ | English
13+ Common Entrance Latin Tutor          | 13+ | Latin
National 5 Chemistry                     | National 5 | Chemistry
Nat 5 Maths                              | National 5 | Mathematics
Scottish Higher Biology Tutor            | Higher | Biology
Advanced Higher Physics Tutor            | Advanced Higher | Physics
BTEC Level 3 Applied Science Tutor       | BTEC Level 3 | Applied Science
BTEC Health & Social Care Tutor          | BTEC | Health and Social Care
BTEC National Level 3 Extended Diploma in Engineering | BTEC Level 3 | Engineering
High School Chemistry Teacher            | High School | Chemistry
Undergraduate Law Tutor                  | Undergraduate | Law
BSc Chemistry tutor                      | Undergraduate | Chemistry
Degree-level Physics                     | Undergraduate | Physics
University Physics Tutor                 | University | Physics
University Professor of Law              | University | Law
Assistant Professor of Economics, University of Oxford | University | Economics
Masters in Data Science tutor            | Master's | Data Science
Master's Economics Tutor                 | Master's | Economics
MSc Finance Tutor                        | Master's | Finance
Postgraduate Statistics Tutor            | Postgraduate | Statistics
PhD Biology Tutor                        | PhD | Biology
Biology Tutor (A-Level)                  | A-Level | Biology
Physics GCSE tutor                       | GCSE | Physics
Tutor of A-level Religious Studies (AQA) | A-Level | Religious Studies
Lecturer in Physics                      | | Physics
Head of Biology                          | | Biology
Maths/Physics Tutor                      | | Mathematics and Physics
GCSE English Lang & Lit                  | GCSE | English Language and Literature
A-Level Further Maths Tutor              | A-Level | Further Mathematics
English as a Second Language Tutor       | | English as a Second Language
C++ Tutor                                | | C++
11 plus tutor                            | 11+ |
Private Tutor                            | |
"""


@pytest.mark.parametrize("row", SPELLINGS.strip().split("\n"), ids=lambda row: row.split("|")[0].strip())
def test_level_and_subject_are_read_in_the_spellings_people_use(row: str) -> None:
    tutor_type, level, subject = (cell.strip() for cell in row.split("|"))
    assert level_and_subject(tutor_type) == (level, subject)


@pytest.mark.parametrize(
    ("tutor_type", "level"),
    [
        ("GCSE and A-Level Physics Tutor", "GCSE"),
        ("Physics Tutor, A-Level & GCSE", "A-Level"),
        ("AS/A-Level Physics", "AS-Level"),
        ("A/AS Level Physics", "A-Level"),
    ],
)
def test_of_several_levels_the_first_is_kept(tutor_type: str, level: str) -> None:
    assert level_and_subject(tutor_type) == (level, "Physics")


@pytest.mark.parametrize("subject", ["Maths", "math", "MATHS", "mathematics", "Mathematics"])
def test_mathematics_is_one_subject_however_it_is_called(subject: str) -> None:
    assert subject_name(subject) == "Mathematics"


def test_capitals_are_made_even_so_that_one_subject_makes_one_deck() -> None:
    assert subject_name("history of art") == subject_name("History of art") == "History of Art"
    assert subject_name("PHYSICS") == "Physics"


def test_capitals_that_mean_something_stay() -> None:
    assert [subject_name(name) for name in ("PSHE", "iOS development", "US History")] == [
        "PSHE", "iOS Development", "US History",
    ]  # fmt: skip


def test_a_level_given_by_itself_gets_its_usual_spelling_and_an_unknown_one_stays() -> None:
    assert level_name("a levels") == "A-Level"
    assert level_name("Beginners") == "Beginners"


def test_a_subject_is_never_a_sub_deck_of_another() -> None:
    """Else two subjects would share the GUIDs of their terms, and withdraw each other's cards."""
    assert subject_name("science :: biology") == "Science: Biology"
