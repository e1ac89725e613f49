"""Every feature of a candidate by name, with what it says in words.

A feature is 0 or 1 unless its description gives a scale.
"""

# A candidate has several of each.
NGRAMS = {
    "term_word": "the term has this word",
    "term_behind": "the term stands behind these words",
    "term_behind_classes": "the term stands behind words of these classes",
    "term_before": "the term stands before these words",
    "term_before_classes": "the term stands before words of these classes",
    "definition_word": "the definition has this word",
    "definition_words_together": "the definition has these words one after the other",
    "definition_classes": "the definition has words of these classes one after the other",
    "definition_begins": "the definition begins with these words",
    "definition_behind": "the definition stands behind these words",
    "definition_behind_classes": "the definition stands behind words of these classes",
    "definition_before": "the definition stands before these words",
    "definition_before_classes": "the definition stands before words of these classes",
}
DESCRIPTIONS = {
    **NGRAMS,
    "rule": "found by this rule",
    "rule+opening": "found by this rule, and the definition opens this way",
    "rule+determiner": "found by this rule, and this stands before the term",
    "rule+term_times": "found by this rule: how often the article uses the term (0 once, 1 eight times or more)",
    "rule+term_first_use": "found by this rule where the article uses the term for the first time",
    "rule+term_only_capital": "found by this rule, and the article never writes the term with a small letter",
    "rule+head_spread": "found by this rule: how widespread the term's head is (0 rare, 1 everywhere)",
    "rule+before": "found by this rule, and this stands before the term in its sentence",
    "rule+modifier": "found by this rule, and this follows the noun phrase that opens the definition",
    "term_words": "the term has this many words",
    "term_determiner": "this kind of word stands before the term",
    "term_plural": "the term is a plural",
    "term_acronym": "the term is in capitals",
    "term_marked": "the term is bold, in italics or in quotation marks",
    "term_heading": "the term stands in the title or a heading above",
    "term_summary": "the term stands in the article's summary",
    "term_only_capital": "the article never writes the term with a small letter",
    "term_proposals": "how many candidates of the article have this term (0 one, 1 eight or more)",
    "heading_words": "share of the term's words that stand in the title or a heading above",
    "term_first_use": "the article uses the term here for the first time",
    "head": "the term's head is this widespread word",
    "genus_word": "the definition opens with this noun",
    "head_meaning": "what the term's head means, as far as the words around it in general English tell",
    "head_rarity": "how rare the term's head is in general English (0 the most frequent word, 1 unknown)",
    "term_rarity": "how rare the term's rarest word is in general English (0 the most frequent word, 1 unknown)",
    "genus_meaning": "what the noun that the definition opens with means, as far as the words around it tell",
    "genus_rarity": "how rare the definition's first noun is in general English (0 the most frequent word, 1 unknown)",
    "genus_nearness": "how near the definition's first noun is in use to the term's head (0 unrelated, 1 the same)",
    "verb_meaning": "what the verb means that the definition opens with, as far as the words around it tell",
    "senses": "words of the term, and how many senses of it a dictionary has",
    "gloss": "how like the definition is to the dictionary's (0 nothing in common, 3 the same words)",
    "gloss_level": "the definition is this like the dictionary's",
    "word_gloss": "the dictionary lacks the term: how like the definition is to that of one of its words (0 to 3)",
    "word_glosses": "the dictionary lacks the term: how like the definition is to those of all its words together",
    "term_times": "how often the article uses the term (0 once, 1 eight times or more)",
    "term_spread": "how widespread the term's rarest word is over all subjects (0 rare, 1 everywhere)",
    "head_spread": "how widespread the term's head is over all subjects (0 rare, 1 everywhere)",
    "term_evaluation": "the term holds a word of evaluation or order (main, best, first, ...)",
    "term_abstract": "the term's head is a word of the running text (example, advantage, reason, ...)",
    "term_human": "the term's head is a word for people in general (students, people, author, ...)",
    "term_digit": "the term holds a digit",
    "term_of": "the term is a noun phrase with another one behind a preposition",
    "opening": "the definition opens this way",
    "genus": "the definition opens with a noun that names a kind (process, type, ability, ...)",
    "genus_evaluation": "the definition opens with a noun that judges or hints (way, sign, disaster, trap, ...)",
    "genus_adjective": "a judging adjective narrows the definition's first noun (quick, good, useful, favourite, ...)",
    "modifier": "this follows the noun phrase that opens the definition",
    "definition_words": "the definition has this many words",
    "definition_content": "the definition has this many different words that tell something (8 or more count as 8)",
    "rule+definition_words": "found by this rule, and the definition has this many words",
    "rule+definition_content": "found by this rule, and so many of its words tell something (5 or more count as 5)",
    "definition_digit": "the definition holds a digit",
    "definition_names": "the definition holds a capitalised word that is not its first",
    "shared_words": "share of the term's words that the definition repeats",
    "before": "this stands before the term in its sentence",
    "link": "found by this rule, and these words stand between term and definition, or open the naming sentence",
    "after": "found by this rule, and this stands behind both term and definition in the sentence that names",
    "sentence_words": "the sentence has this many words",
    "next": "the next sentence of the paragraph begins with, or tells of, this",
    "sentence_told": "term and definition stand in different sentences",
}


_CLASS_NAMES = {
    "D": "determiner", "J": "adjective", "K": "number", "N": "noun", "S": "plural", "V": "finite verb", "M": "modal",
    "B": "bare verb", "G": "-ing form", "P": "participle", "I": "preposition", "T": "to", "W": "wh-word", "R": "adverb",
    "O": "pronoun", "C": "conjunction", "p": "possessive", ",": "comma", ":": "dash or colon", "(": "bracket",
    ")": "closing bracket", ".": "full stop", "q": "quotation mark",
}  # fmt: skip


def describe(name: str) -> str:
    """A feature in words: its description, and behind a colon which one of several it is."""
    kind, has_value, _ = name.partition("=")
    return f"{DESCRIPTIONS[kind]}: {value_of(name)}" if has_value else DESCRIPTIONS[kind]


def value_of(name: str) -> str:
    """Which one of several a feature is, in words; "nothing" of an n-gram where the sentence begins or ends."""
    kind, _, value = name.partition("=")
    if kind.endswith("_classes"):
        value = " + ".join(_CLASS_NAMES.get(letter, "other") for letter in value)
    return value or "nothing"
