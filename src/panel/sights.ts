/** The names that the panel's documents print with codes, and those of our list: what the crosswalk weighs. */
import type { Query, Row } from './query.js'
import type { NameSight } from './spells.js'

/** Columns of facts by classification. Longer codes are a region's own: no year of another speaks of them. */
const SYSTEMS = [
  ['functional', 'exp_func', 7],
  ['department_economic', 'dep_bgt_eco', 5],
  ['government_economic', 'gov_bgt_eco', 5],
] as const

const printed = ([system, stem, digits]: (typeof SYSTEMS)[number]) => `
  SELECT DISTINCT '${system}' AS system, ${stem}_code AS code, ${stem}_name AS name,
    d.fiscal_year AS year, d.document_id AS document, d.department AS owner, false AS agreed
  FROM facts JOIN documents d USING (document_id)
  WHERE ${stem}_name <> '' AND length(${stem}_code) <= ${digits} AND d.fiscal_year IS NOT NULL`

/** Grade A: two documents agreed. */
const LISTED = `
  SELECT system, code, name, fiscal_year AS year, NULL AS document, NULL AS owner,
    reference_grade = 'A' AS agreed
  FROM codes WHERE reference_grade IS NOT NULL`

export async function nameSights(query: Query): Promise<NameSight[]> {
  const rows = await query([...SYSTEMS.map(printed), LISTED].join('\n  UNION ALL'))
  return rows.map(toSight)
}

function toSight(row: Row): NameSight {
  const text = (key: string) => (row[key] === null ? null : String(row[key]))
  return {
    ...{ system: String(row.system), code: String(row.code), name: String(row.name) },
    ...{ year: Number(row.year), document: text('document'), owner: text('owner') },
    agreed: row.agreed === true,
  }
}
