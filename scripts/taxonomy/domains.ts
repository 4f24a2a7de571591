/** The members of a dimension below its domain: codes below the codes that they begin with. */
import type { ExplicitDimension } from '../../src/publish/xbrl/dimensions.js'
import { CODE_MEMBERS } from '../../src/publish/xbrl/members.js'

const CODES = new Map(CODE_MEMBERS.map((member) => [member.name, member]))

/** @returns from above to below */
export function memberArcs({ domain, members }: ExplicitDimension): [string, string][] {
  return members.map(({ name }) => [above(name) ?? domain.name, name])
}

function above(name: string): string | null {
  const own = CODES.get(name)
  if (!own) return null
  for (let length = own.code.length - 2; length >= 3; length -= 2) {
    const candidate = name.replace(own.code, own.code.slice(0, length))
    if (CODES.has(candidate)) return candidate
  }
  return null
}
