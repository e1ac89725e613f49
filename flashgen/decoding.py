"""A file's bytes -> text: encoding, one kind of line end, repair of what was decoded wrongly before."""

import codecs
import re

from flashgen.problem import Problem

# Control characters that no text editor writes; one in this many bytes, and the file is no text.
_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\v\f\r\x1b"))
_MOST_BYTES_A_CONTROL = 20

# What a continuation byte of UTF-8 (0x80-0xBF) looks like when it was read as Windows-1252 or Latin-1.
_CONTINUATION = "[\x80-¿€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
# The same without the characters that stand after a unit or a times sign: Å³ and ×² are no mojibake.
_NO_EXPONENT = "[\x80-¯´-¸º-¿€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"

# ftfy takes some hundred microseconds a line and 60 ms to import, so only lines that show one of these go to
# it; and it mends some text that is right (Å² becomes Ų), so the signs are narrower than its own. A mark that
# may follow a word is no sign after a word in capitals ("A MAÇÃ" before a no-break space).
_SIGNS_OF_MOJIBAKE = re.compile(
    "[\x80-\x9fÂ-ô‚в](?:"  # one class of first characters lets the search skip the rest quickly
    f"(?<=[ÂÃ])(?<![A-ZÀ-Þ].){_CONTINUATION}"
    f"|(?<=[ÂÃ])(?![\xa0»”’…–—™®›°²³¹·]){_CONTINUATION}"
    f"|(?<=[ÎÏ]){_CONTINUATION}"  # Greek letters
    f"|(?<=[a-z][Ä-Þ]){_NO_EXPONENT}"
    f"|(?<=[Ä-Þ]){_NO_EXPONENT}(?:[a-z]|[Ä-Þ]{_CONTINUATION})"
    f"|(?<=[à-ï]){_CONTINUATION}{{2}}"
    f"|(?<=[ð-ô]){_CONTINUATION}{{3}}"
    "|(?<=‚)Ä[ìîòôúù¶¢]"  # Mac Roman
    "|(?<=в)Ђ[“”™њќћ¦ў]"  # Windows-1251
    "|(?<=[\x80-\x9f])"  # control characters that were Windows-1252's quotes and dashes
    ")"
)

# U+2000-U+227F: punctuation, indices, currencies, arrows, operators. ftfy lets H₂O's "â‚‚" pass.
_SIGN = re.compile(f"â[€\x81‚ƒ„†‡ˆ‰]{_CONTINUATION}")


def decode(data: bytes, path: str) -> str | Problem:
    """Return the text of a file, its lines ended by a line feed, or the fatal problem that it is no text.

    UTF-16 is known by its byte order mark. Everything else is UTF-8, with or without one, if it is valid
    UTF-8, and Windows-1252 if not. `path` is only for the message.
    """
    try:
        text = _to_text(data)
    except ValueError as error:
        return Problem(path, 0, f"{error}; save it as plain text in UTF-8", fatal=True)
    return repair_mojibake(text.replace("\r\n", "\n").replace("\r", "\n"))


def repair_mojibake(text: str) -> str:
    """Undo a wrong decoding of the past ("â€”" for a dash), line by line, and change nothing else.

    The work is done by `ftfy.fix_encoding`, which, unlike `ftfy.fix_text`, leaves quotes and ligatures alone.
    """
    if not _may_hold_mojibake(text) or not _SIGNS_OF_MOJIBAKE.search(text):
        return text
    from ftfy import fix_encoding

    def repair(line: str) -> str:
        if not _SIGNS_OF_MOJIBAKE.search(line):
            return line
        # "sloppy-windows-1252" is a codec that ftfy registers: Windows-1252 with its five gaps filled.
        repaired = _SIGN.sub(lambda sign: sign[0].encode("sloppy-windows-1252").decode("utf-8"), fix_encoding(line))
        return line if "\0" in repaired else repaired  # Java's NUL, "À\x80", would come alive

    return "\n".join(map(repair, text.split("\n")))


def _may_hold_mojibake(text: str) -> bool:
    """Whether the text has a character of U+0080-U+00FF or a "вЂ".

    The former are those that begin with C2 or C3 in UTF-8. Looking for a byte costs a microsecond, and most
    English articles have neither: their dashes and quotes begin with E2.
    """
    if text.isascii():
        return False
    encoded = text.encode("utf-8", "replace")
    return b"\xc2" in encoded or b"\xc3" in encoded or "вЂ" in text


def _to_text(data: bytes) -> str:
    """Decode, without the byte order mark. ValueError with a sentence for people if the bytes are no text."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            text = data.decode("utf-16")
        except UnicodeDecodeError:
            raise ValueError("the file begins like UTF-16 but is not valid UTF-16") from None
        if "\0" in text:
            raise ValueError("not a text file: it contains NUL characters")
        return text
    if b"\0" in data:
        raise ValueError("not a text file: it contains NUL bytes")
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls * _MOST_BYTES_A_CONTROL > len(data):
        raise ValueError("not a text file: it is full of control characters")
    try:
        return data.decode("utf-8").lstrip("\ufeff")
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        # Five bytes mean nothing in Windows-1252, but do as parts of UTF-8: so this is UTF-8 with a fault in
        # it. Latin-1 keeps every byte, and the repair puts the valid parts together again.
        return data.decode("latin-1")
