/** Prints the three public expenses (三公经费) of the PDFs that are named: `node three-public.js a.pdf b.pdf` */
import { readDocument } from 'kemu'

for (const file of process.argv.slice(2)) {
  const { document } = await readDocument(file)
  for (const { kind, unit, columns, rows } of document.tables) {
    if (kind !== 'three_public_expenses') continue
    for (const row of rows)
      for (const { id, path } of columns.filter(({ type }) => type === 'amount'))
        console.log(file, row.name, path.join(' '), row.cells[id].value, unit)
  }
}
