"""Bytes become the text that their author wrote."""

import subprocess
import sys

import pytest

from flashgen.decoding import decode, repair_mojibake
from flashgen.problem import Problem

SENTENCE = "A naïve B cell – called “unprimed” – hasn’t met its antigen."


@pytest.mark.parametrize(
    "data",
    [
        SENTENCE.encode("utf-8"),
        SENTENCE.encode("utf-8-sig"),
        SENTENCE.encode("utf-16"),
        b"\xfe\xff" + SENTENCE.encode("utf-16-be"),
        SENTENCE.encode("cp1252"),
    ],
    ids=["UTF-8", "UTF-8 with BOM", "UTF-16 little-endian", "UTF-16 big-endian", "Windows-1252"],
)
def test_the_encoding_is_recognised(data: bytes) -> None:
    assert decode(data, "cells.md") == SENTENCE


def test_every_line_end_becomes_a_line_feed() -> None:
    assert decode(b"one\r\ntwo\rthree\nfour  \r\n", "a.txt") == "one\ntwo\nthree\nfour  \n"


def test_one_bad_byte_does_not_spoil_the_rest_of_a_utf8_file() -> None:
    data = "A café’s “menu” — é\n".encode() + b"A stray \x92 byte\n"
    assert decode(data, "a.txt") == "A café’s “menu” — é\nA stray ’ byte\n"


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"text with a \x00 in it",
        b"\xff\xfea\x00\x00\x00",
        b"\xff\xfe\x00\xd8",
        bytes(range(1, 32)) * 9,
    ],
    ids=["PNG", "NUL", "NUL in UTF-16", "half a surrogate pair", "control characters"],
)
def test_a_file_that_is_no_text_is_a_fatal_problem_that_says_what_to_do(data: bytes) -> None:
    problem = decode(data, "pictures/cell.txt")
    assert isinstance(problem, Problem)
    assert problem.fatal
    assert str(problem).startswith("pictures/cell.txt: ")
    assert "UTF-8" in problem.message


@pytest.mark.parametrize(
    ("broken", "meant"),
    [
        ("two antibodiesâ€”large moleculesâ€”are joined", "two antibodies—large molecules—are joined"),
        ("It doesnâ€™t say â€œyesâ€\x9d", "It doesn’t say “yes”"),
        ("lâ€™Ã©tÃ© et la forÃªt", "l’été et la forêt"),
        ("20 Â°C, 3 Âµm, 5 Ã— 10Â³, Â£4", "20 °C, 3 µm, 5 × 10³, £4"),
        ("the Î±-helix and the Î²-sheet, at 2Ï€", "the α-helix and the β-sheet, at 2π"),
        ("COâ‚‚ and Hâ‚‚O, 10â\x81»Â³, x â‰¤ 5", "CO₂ and H₂O, 10⁻³, x ≤ 5"),
        ("PÃ£o, czÅ‚owiek, ÐŸÑ€Ð¸Ð²ÐµÑ‚", "Pão, człowiek, Привет"),
        ("twice Ã¢â‚¬â€œ wrong", "twice – wrong"),
        ("it\x92s a \x93quote\x94", "it’s a “quote”"),
        ("Mac ‚Äî Roman", "Mac — Roman"),
        ("Cyrillic вЂ“ Windows", "Cyrillic – Windows"),
    ],
)
def test_text_that_was_once_decoded_wrongly_is_repaired(broken: str, meant: str) -> None:
    assert repair_mojibake(broken) == meant


@pytest.mark.parametrize(
    "text",
    [
        "Ângulo, ÂNGULO, câmara, À l’Âge d’or, L’ÂNE, tâche…",
        "A MAÇÃ\xa0E O PÃO", "“A IRMÃ”", "AMANHÃ… NÃO", "IRMû",
        "« là\xa0», « ANIMÉ\xa0», “CAFÉ”, NESTLÉ®, POKÉMON™, DÉJÀ—VU",
        "10 Å³, 5 Å², 10 Å±0.2 Å, 3 ×² 4, ß²",
        "„‚Ärzte‘ sagt er“, Spaß”, Straße—",
        "ΔG = −5 kJ mol⁻¹, H₂O, α-helix",
        "straight \"quotes\" and 'apostrophes', curly “quotes” and ‘these’, ﬁne ligatures, a\u0308",
        "Привет — мир, 日本語、한국어",
    ],
)  # fmt: skip
def test_right_text_is_left_as_it_is(text: str) -> None:
    assert repair_mojibake(text) == text


def test_only_the_broken_lines_of_a_text_change() -> None:
    assert repair_mojibake("“A” is 5 Å²\nbroken â€” dash\n‘B’") == "“A” is 5 Å²\nbroken — dash\n‘B’"


def test_a_repair_never_brings_in_a_nul_character() -> None:
    assert "\0" not in repair_mojibake("cafÃ© À\x80")


def test_a_clean_article_does_not_wait_for_the_repair_to_be_imported() -> None:
    code = f"""if True:
        import sys
        from flashgen.decoding import decode
        decode({SENTENCE.encode()!r}, "a.md")
        print("ftfy" in sys.modules)"""
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "False"
