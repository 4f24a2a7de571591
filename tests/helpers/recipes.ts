/** The recipes of docs/panel.md, by number: what the document says is what the tests run. */
import { readFileSync } from 'node:fs'

const TEXT = readFileSync(new URL('../../docs/panel.md', import.meta.url), 'utf8')
/** The region that the document asks about. */
const REGION = '烟台'

export const RECIPES = new Map(
  [...TEXT.matchAll(/^### (\d+)\. .*\n\n```sql\n([\s\S]*?)```/gm)].map(([, number, sql]) => [
    Number(number),
    sql,
  ]),
)

/** The query for another region. */
export function recipe(number: number, region = REGION): string {
  return (RECIPES.get(number) as string).replaceAll(`'${REGION}'`, `'${region}'`)
}
