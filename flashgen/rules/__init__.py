"""What a definition looks like: one module a linguistic family, every rule in RULES."""

from flashgen.rules import abbreviation, anaphora, apposition, copula, defining_verbs, naming, structure
from flashgen.rules.base import Candidate, Rule

__all__ = ["RULES", "Candidate", "Rule"]

RULES: tuple[Rule, ...] = (
    structure.definition_list,
    structure.term_table,
    structure.list_item,
    structure.bold_term,
    structure.colon,
    defining_verbs.means,
    copula.copula,
    copula.copula_bare,
    copula.copula_past,
    copula.copula_participle,
    copula.inverse_copula,
    defining_verbs.occurs_when,
    defining_verbs.characteristic_verb,
    naming.called,
    naming.called_back,
    naming.named_noun,
    naming.clause_called,
    naming.we_call,
    anaphora.pronoun_subject,
    apposition.which_is,
    apposition.which_does,
    apposition.apposition,
    apposition.dash,
    apposition.dash_name,
    apposition.bracket,
    apposition.bracket_name,
    apposition.or_gloss,
    apposition.or_name,
    apposition.that_is,
    abbreviation.abbreviation,
    abbreviation.abbreviation_first,
)
