"""What annotated news taught: how likely a sentence is to say a relation between two things that it names.

candidates: pairs of mentions in one sentence that the schema lets a relation join; features: what is to be seen of a
pair, as names that read aloud; weights: what each feature counts for, read from weights.json; judge: the sum of them,
as the confidence of a rule's claim or as a claim of its own. `python -m graph.training` makes weights.json.
"""
