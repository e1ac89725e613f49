"""Subjects -> file names that Windows, macOS and Linux all accept, no two of them the same file."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable

# What Windows refuses, the slash of all others, and control characters.
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
# Windows opens a device instead of a file of these names, whatever follows the first full stop.
_DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?=\.|$)", re.IGNORECASE)
# File systems allow 255 bytes, of which the suffix and the name of a file half written need some.
_MOST_BYTES = 200


def package_names(subjects: Iterable[str]) -> dict[str, str]:
    """Return the name of each subject's package: "Theatre/Drama" -> "Theatre-Drama.apkg".

    Of subjects whose names would be one file where case doesn't count, the first in sorted order has the
    plain name and the others end in six digits of their own hash.
    """
    names: dict[str, str] = {}
    taken: set[str] = set()
    for subject in sorted(set(subjects)):
        stem = _safe_stem(subject)
        if _folded(stem) in taken:
            stem = f"{stem}-{hashlib.sha256(subject.encode('utf-8')).hexdigest()[:6]}"
        taken.add(_folded(stem))
        names[subject] = f"{stem}.apkg"
    return names


def _safe_stem(subject: str) -> str:
    stem = _FORBIDDEN.sub("-", unicodedata.normalize("NFC", subject))
    stem = stem.encode("utf-8", "replace")[:_MOST_BYTES].decode("utf-8", "ignore")
    # Windows drops blanks and full stops at the end. At the beginning a full stop hides the file elsewhere, and
    # programs take a hyphen for an option.
    stem = stem.strip(" .-") or "deck"
    return _DEVICE.sub(lambda device: f"{device[0]}_", stem, count=1) if _DEVICE.match(stem) else stem


def _folded(stem: str) -> str:
    return unicodedata.normalize("NFC", stem.casefold())
