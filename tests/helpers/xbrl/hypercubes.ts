/** Which closed hypercubes a concept has, and what each takes: Dimensions 1.0, over target roles. */
import type { Relation, Taxonomy } from './taxonomy.js'

const DIM = 'http://xbrl.org/int/dim/arcrole/'

export interface Hypercube {
  name: string
  /** Nothing beside its dimensions; an open one takes typed members too. */
  closed: boolean
  /** Dimension -> the members it takes; null where it is typed. */
  dimensions: Map<string, Set<string> | null>
}

const known = new WeakMap<Taxonomy, Hypercubes>()

/** Those of a taxonomy, worked out once. */
export function hypercubesOf(taxonomy: Taxonomy): Hypercubes {
  const own = known.get(taxonomy) ?? new Hypercubes(taxonomy)
  known.set(taxonomy, own)
  return own
}

export class Hypercubes {
  readonly #out = new Map<string, Relation[]>()
  readonly #in = new Map<string, Relation[]>()
  readonly #taxonomy: Taxonomy
  readonly #cubes = new Map<string, Hypercube[]>()
  readonly defaults = new Map<string, string>()

  constructor(taxonomy: Taxonomy) {
    this.#taxonomy = taxonomy
    for (const relation of taxonomy.relations) {
      const { arcrole, role, from, to } = relation
      push(this.#out, `${arcrole} ${role} ${from}`, relation)
      push(this.#out, from, relation)
      push(this.#in, `${arcrole} ${to}`, relation)
      if (arcrole === `${DIM}dimension-default`) this.defaults.set(from, to)
    }
  }

  of(concept: string): Hypercube[] {
    const known = this.#cubes.get(concept)
    if (known) return known
    const own = this.#out.get(concept) ?? []
    const alls = [
      ...own.filter(({ arcrole }) => arcrole === `${DIM}all`),
      ...this.#rolesAbove(concept, null).flatMap(([item, role]) => this.#from('all', role, item)),
    ]
    const cubes = alls.map((all) => this.#cube(all))
    this.#cubes.set(concept, cubes)
    return cubes
  }

  /** The primary items that a concept inherits from, each with the role that it does so in. */
  #rolesAbove(concept: string, role: string | null): [string, string][] {
    const above = this.#in.get(`${DIM}domain-member ${concept}`) ?? []
    return above
      .filter(({ attributes, role: own }) =>
        role === null ? true : (attributes['xbrldt:targetRole'] ?? own) === role,
      )
      .flatMap(({ from, role: own }): [string, string][] => [
        [from, own],
        ...this.#rolesAbove(from, own),
      ])
  }

  #cube(all: Relation): Hypercube {
    const role = all.attributes['xbrldt:targetRole'] ?? all.role
    const dimensions = this.#from('hypercube-dimension', role, all.to).map(
      ({ to, attributes }): [string, Set<string> | null] => [
        to,
        this.#taxonomy.items.get(to)?.typedDomain
          ? null
          : this.#members('dimension-domain', attributes['xbrldt:targetRole'] ?? role, to),
      ],
    )
    const closed = all.attributes['xbrldt:closed'] === 'true'
    return { name: all.to, closed, dimensions: new Map(dimensions) }
  }

  #members(arcrole: string, role: string, from: string): Set<string> {
    const usable = new Set<string>()
    for (const { to, attributes } of this.#from(arcrole, role, from)) {
      if (attributes['xbrldt:usable'] !== 'false') usable.add(to)
      const next = attributes['xbrldt:targetRole'] ?? role
      for (const member of this.#members('domain-member', next, to)) usable.add(member)
    }
    return usable
  }

  #from(arcrole: string, role: string, from: string): Relation[] {
    return this.#out.get(`${DIM}${arcrole} ${role} ${from}`) ?? []
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
