/** `load.py`: the CSV files of a panel into pandas; codes as strings, amounts as exact `Decimal`. */
import type { ColumnType, PanelTable } from '../../../schemas/panel/column.js'
import { printedTexts } from './columns.js'

/** Nullable types throughout: a missing integer must not turn its column into floats. */
const TYPES: Record<Exclude<ColumnType, 'decimal'>, string> = {
  text: 'string',
  integer: 'Int64',
  boolean: 'boolean',
  points: 'Float64',
}

const HEAD = `"""Loads the CSV files beside this script into pandas, every column with its type.

    from load import load
    facts = load("facts")

Codes are strings (003001 stays 003001). Amounts are decimal.Decimal, exact, in columns of objects:
facts["amount"].sum() is exact too. A missing value is <NA>, of amounts None. Made for pandas 1.5 and later.
"""
from decimal import Decimal
from pathlib import Path

import pandas as pd

FOLDER = Path(__file__).resolve().parent`

const TAIL = `def load(table, folder=FOLDER):
    """A table of the panel, by its name: one of TYPES."""
    types = TYPES[table]
    exact = {name: amount for name, kind in types.items() if kind == "decimal"}
    data = pd.read_csv(
        Path(folder) / f"{table}.csv",
        encoding="utf-8-sig",
        dtype={name: kind for name, kind in types.items() if kind != "decimal"},
        converters=exact,
        keep_default_na=False,
        na_values=[""],
    )
    for name in PRINTED[table]:
        data[name] = data[name].fillna("")
    return data


def amount(text):
    """An amount as printed in the file; None where it is missing."""
    return Decimal(text) if text else None


if __name__ == "__main__":
    for name in TYPES:
        print(name, load(name).shape)`

export function pandasLoader(tables: readonly PanelTable[]): string {
  const types = `TYPES = {\n${tables.map(tableTypes).join('\n')}\n}`
  const printed = tables.map(
    (table) => `    "${table.name}": ${JSON.stringify(printedTexts(table)).replaceAll(',', ', ')},`,
  )
  const texts = `# Texts that are never missing: where the file has nothing, they are empty.\nPRINTED = {\n${printed.join('\n')}\n}`
  return `${[HEAD, types, texts].join('\n\n')}\n\n\n${TAIL}\n`
}

function tableTypes({ name, columns }: PanelTable): string {
  const lines = columns.map(
    (column) =>
      `        "${column.name}": "${column.type === 'decimal' ? 'decimal' : TYPES[column.type]}",`,
  )
  return `    "${name}": {\n${lines.join('\n')}\n    },`
}
