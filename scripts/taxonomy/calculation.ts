/** Calculation 1.1: each sum once, in the role of the first kind of table that prints it. */
import { roleUri } from '../../src/publish/xbrl/names.js'
import { SUMS } from '../../src/publish/xbrl/sums.js'
import { ROLES, roleRefs, sumRole } from './declarations.js'
import { type Arc, arcroleRef, extendedLink, linkbase } from './xml.js'

const SUMMATION = 'https://xbrl.org/2023/arcrole/summation-item'

export function calculationFile(): string {
  const roles = ROLES.filter(({ usedOn }) => usedOn.includes('calculation'))
  return linkbase([
    ...roleRefs('calculation'),
    arcroleRef(SUMMATION, 'https://www.xbrl.org/2023/calculation-1.1.xsd#summation-item'),
    ...roles.map(({ name }) => extendedLink('calculation', roleUri(name), arcsOf(name))),
  ])
}

function arcsOf(role: string): Arc[] {
  return SUMS.filter((sum) => sumRole(sum) === role).flatMap(({ whole, items }) =>
    items.map(({ concept, weight }) => ({
      arcrole: SUMMATION,
      from: whole,
      to: concept,
      attributes: { weight: String(weight) },
    })),
  )
}
