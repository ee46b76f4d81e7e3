// Rows as a CSV file. A cell that a spreadsheet would run as a formula begins with a quote.
const FORMULA = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

const field = value => {
  const said = value === null || value === undefined ? '' : typeof value === 'string' && FORMULA.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(said) ? `"${said.replaceAll('"', '""')}"` : said;
};

export function toCsv(table, rows) {
  const line = (first, cells) => [first, ...cells].map(field).join(',');
  const lines = rows.map(row => line(row.id, row.cells.map((value, at) => row.whole[at] ?? value)));
  return '\ufeff' + [line('id', table.columns), ...lines].join('\r\n') + '\r\n';
}

export function save(name, said) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([said], { type: 'text/csv;charset=utf-8' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
