"""Split articles into term and definition flashcards and build Anki decks from them."""

__version__ = "0.1.0"
