from graph.lexicon.facts import Fact, iter_facts
from graph.lexicon.lexicon import load_lexicon
from graph.schema.schema import load_schema


def test_a_makers_systems_and_a_firms_home_are_known() -> None:
    facts = set(iter_facts(load_lexicon()))
    sentence = "Baykar makes the Bayraktar TB2."
    assert Fact("MANUFACTURES", "firm:baykar", "system:bayraktar-tb2", "lexicon:systems", sentence) in facts
    assert Fact("BASED_IN", "firm:baykar", "TUR", "lexicon:firms", "Baykar is based in Türkiye.") in facts


def test_every_fact_is_one_that_the_schema_allows() -> None:
    lexicon, schema = load_lexicon(), load_schema()
    for fact in iter_facts(lexicon):
        relation = schema.relations[fact.relation]
        assert lexicon.entries[fact.source].type in relation.source, fact
        assert lexicon.entries[fact.target].type in relation.target, fact
