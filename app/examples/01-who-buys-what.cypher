// Who buys which weapon systems, and how firmly is it said?
MATCH (buyer:State)-[deal:PROCURES]->(system:System)
RETURN buyer, deal, system, deal.quantity AS quantity, deal.modality AS modality, deal.claims AS claims
ORDER BY claims DESC, buyer.name, system.name
