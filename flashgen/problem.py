"""What is wrong with some input: said to a person, never raised as a traceback."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong at one place.

    `message` says what is wrong and what to do about it. A `fatal` problem means that the file gave
    no cards and the command ends with exit status 1; any other is a note, and the file was used.
    `line` counts from 1; 0 means the file as a whole.
    """

    path: str
    line: int
    message: str
    fatal: bool = False

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}" if self.line else self.path
        return f"{where}: {self.message}"
