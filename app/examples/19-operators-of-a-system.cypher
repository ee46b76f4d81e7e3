// Who operates, buys or makes the system $system (such as Bayraktar TB2)?
MATCH (who:Entity)-[edge:OPERATES|PROCURES|MANUFACTURES|DEVELOPS]->(weapon:System)
WHERE weapon.name = $system OR $system IN weapon.aliases
RETURN who, edge, weapon, type(edge) AS relation, edge.quantity AS quantity, edge.modality AS modality
ORDER BY relation, who.name
