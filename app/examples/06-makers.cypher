// Who makes what others operate?
MATCH (maker:Firm)-[makes:MANUFACTURES]->(system:System)<-[operates:OPERATES]-(operator:State)
RETURN maker, makes, system, operates, operator
ORDER BY maker.name, system.name, operator.name
