"""How the weights in graph/extract/learnt were learnt: `python -m graph.training --help`. Nothing at run time needs it.

lessons: annotated passages, with their text or as offsets into a corpus -> Lesson; examples: what the extractor sees
in them, with the reader's answer -> Examples; fit: one regression a relation, by outlet cross-validated -> weights.json
"""
