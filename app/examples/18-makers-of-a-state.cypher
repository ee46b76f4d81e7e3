// Which firms are at home in the state $id (such as TUR), and what do they make?
MATCH (firm:Firm)-[home:BASED_IN]->(state:State {id: $id})
OPTIONAL MATCH (firm)-[makes:MANUFACTURES|DEVELOPS]->(system:System)
RETURN firm, home, state, makes, system
ORDER BY firm.name, system.name
