/** What the derived parts ask of the panel: rows of an SQL query, numbers as numbers, a blank as null. */
export type Value = string | number | boolean | null
export type Row = Record<string, Value>
export type Query = (sql: string) => Promise<Row[]>
