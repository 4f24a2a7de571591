/** The names that the panel's documents print with codes, and those of our list: what the crosswalk weighs. */
import { fold } from '../../schemas/text.js'
import type { Query, Row } from './query.js'
import type { Name, Sight } from './spells.js'

/** Columns of facts by classification. Longer codes are a region's own: no year of another speaks of them. */
const SYSTEMS = [
  ['functional', 'exp_func', 7],
  ['department_economic', 'dep_bgt_eco', 5],
  ['government_economic', 'gov_bgt_eco', 5],
] as const

const DATED = 'SELECT * FROM documents WHERE fiscal_year IS NOT NULL'

/** In the order in which `printed` counts them. */
const DOCUMENTS = `
  SELECT document_id AS document, fiscal_year AS year, coalesce(owner_id, department) AS owner
  FROM (${DATED}) ORDER BY document_id`

const printed = ([system, stem, digits]: (typeof SYSTEMS)[number]) => `
  SELECT '${system}' AS system, code, name, list(place ORDER BY place) AS places
  FROM (SELECT DISTINCT ${stem}_code AS code, ${stem}_name AS name, document_id FROM facts
      WHERE ${stem}_name <> '' AND length(${stem}_code) <= ${digits})
    JOIN (SELECT document_id, (row_number() OVER (ORDER BY document_id) - 1)::INTEGER AS place
      FROM (${DATED})) USING (document_id)
  GROUP BY ALL ORDER BY code, name`

/** Grade A: two documents agreed. */
const LISTED = `
  SELECT system, code, name, fiscal_year AS year, reference_grade = 'A' AS agreed
  FROM codes WHERE reference_grade IS NOT NULL`

/** A document is one sight for all the names that it prints: 2,000 documents print 420,000. */
export async function nameSights(query: Query): Promise<Name[]> {
  const documents = (await query(DOCUMENTS)).map(toSight)
  const names = (await query(LISTED)).map((row) => toName(row, [toSight(row)]))
  for (const system of SYSTEMS) {
    for (const row of await query(printed(system)))
      names.push(
        toName(
          row,
          (row.places as unknown as number[]).map((place) => documents[place]),
        ),
      )
  }
  return names
}

function toName(row: Row, sights: Sight[]): Name {
  return { system: String(row.system), code: String(row.code), name: String(row.name), sights }
}

function toSight({ document, year, owner, agreed }: Row): Sight {
  return {
    year: Number(year),
    document: document === undefined ? null : String(document),
    owner: typeof owner === 'string' ? fold(owner) : null,
    agreed: agreed === true,
  }
}
