"""[Block] -> [Sentence]: NLTK's Punkt with parameters that the package brings along."""

from dataclasses import dataclass

from flashgen.markup import Block, Mark


@dataclass(frozen=True, slots=True)
class Sentence:
    """block.text[start:end], never rewritten; `previous` is the sentence before it in the same block."""

    text: str
    block: Block
    start: int
    end: int
    previous: "Sentence | None" = None

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The block's marks that reach into the sentence, offsets counted from its start."""
        raise NotImplementedError


def split_sentences(blocks: tuple[Block, ...], lang: str = "en") -> tuple[Sentence, ...]:
    raise NotImplementedError
