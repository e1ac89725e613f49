"""A sentence as the rules read it: its words, their classes and its brackets.

Everything works on token numbers; `Reading.span` turns a run of tokens into a span of the sentence.
"""

from bisect import bisect_left
from functools import cached_property

from flashgen.main_verb import with_main_verb
from flashgen.sentences import Sentence
from flashgen.tagging import tokenize, word_classes

Span = tuple[int, int]


class Reading:
    """A sentence with its tokens; what else is known of it is computed when first asked for.

    Attributes: the `sentence` and its `text`; `tokens`, the span of each; `words`, the tokens lower-cased.
    `previous`, the reading of the sentence before in the same block, is made anew unless it is given.
    """

    def __init__(self, sentence: Sentence, previous: "Reading | None" = None) -> None:
        self.sentence = sentence
        self.text = sentence.text
        self.tokens = tokenize(self.text)
        self._previous = previous
        text = self.text.lower()
        if len(text) == len(self.text):
            self.words = [text[start:end] for start, end in self.tokens]
        else:  # a few letters (İ) grow when lower-cased
            self.words = [self.text[start:end].lower() for start, end in self.tokens]

    @cached_property
    def classes(self) -> str:
        """One letter a token: see flashgen.tagging."""
        words = [self.text[start:end] for start, end in self.tokens]
        return with_main_verb(word_classes(words), words)

    @property
    def previous(self) -> "Reading | None":
        if self._previous is None and self.sentence.previous:
            self._previous = Reading(self.sentence.previous)
        return self._previous

    def __len__(self) -> int:
        return len(self.tokens)

    def span(self, first: int, last: int) -> Span:
        """The characters of tokens first..last-1."""
        return self.tokens[first][0], self.tokens[last - 1][1]

    def token_at(self, offset: int) -> int:
        """The first token that starts at or after a character."""
        return bisect_left(self.tokens, (offset,))

    def word(self, number: int) -> str:
        """The lower-cased token, or "" outside the sentence."""
        words = self.words
        return words[number] if 0 <= number < len(words) else ""

    def has_capital(self, number: int) -> bool:
        """Whether the token begins with a capital letter; none outside the sentence does."""
        return 0 <= number < len(self.tokens) and self.text[self.tokens[number][0]].isupper()

    def class_of(self, number: int) -> str:
        """The token's class, or "^" outside the sentence."""
        classes = self.classes
        return classes[number] if 0 <= number < len(classes) else "^"

    @cached_property
    def end(self) -> int:
        """The token number after the last word: final stops, quotes and references are left out."""
        number = len(self.tokens)
        while number and self.classes[number - 1] in ".q" and self.words[number - 1] not in ("%",):
            number -= 1
        return number

    @cached_property
    def closing(self) -> dict[int, int]:
        """For each opening bracket the token number of its closing one, and the other way round."""
        pairs: dict[int, int] = {}
        opened: list[int] = []
        for number, letter in enumerate(self.classes):
            if letter == "(":
                opened.append(number)
            elif letter == ")" and opened:
                start = opened.pop()
                pairs[start], pairs[number] = number, start
        return pairs
