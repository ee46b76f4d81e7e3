// What stands in a cell: all entries of the same row and column that the chosen relation lets through.
export function gather(cells, relation) {
  const at = new Map();
  for (const cell of cells) {
    if (relation && cell.relation !== relation) continue;
    const key = `${cell.row} ${cell.column}`;
    const held = at.get(key) ?? { row: cell.row, column: cell.column, entries: [], counts: {}, claims: 0 };
    held.entries.push(cell);
    held.claims += cell.claims;
    for (const [modality, number] of Object.entries(cell.counts)) held.counts[modality] = (held.counts[modality] ?? 0) + number;
    at.set(key, held);
  }
  at.forEach(cell => cell.entries.sort((a, b) => b.claims - a.claims || (a.id < b.id ? -1 : 1)));
  return at;
}

export const firmest = (cell, modalities) => Object.keys(modalities).find(name => cell.counts[name]) ?? 'asserted';

export function describe(cell, data) {
  const [row, column] = [data.rows.items[cell.row].label, data.columns.items[cell.column].label];
  const said = Object.keys(data.modalities).filter(name => cell.counts[name]).map(name => `${cell.counts[name]} ${name}`).join(', ');
  return `${row} → ${column}: ${cell.claims} ${cell.claims === 1 ? 'claim' : 'claims'} (${said})`;
}
