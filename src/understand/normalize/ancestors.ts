import { isNameOf } from '../../../schemas/codes.js'
import type { Draft } from './draft.js'
import { isDeeper, type Layout } from './layout.js'

/** The rows that codes were printed for, within the block of a unit. */
export class Ancestors {
  readonly #own = new Map<string, Draft>()
  /** Rows that the government's classification alone codes. */
  readonly #government = new Map<string, Draft>()
  #unit: string | null | undefined = null

  constructor(private readonly layout: Layout) {}

  /** A row of a unit begins a block, and so does the next unit's name where units stand in a column. */
  enter({ row }: Draft): void {
    const { isContiguous, unitsOutside } = this.layout
    const isOther = isContiguous && row.unitName != null && row.unitName !== this.#unit
    if (isOther || (row.role === 'unit' && unitsOutside)) {
      this.#own.clear()
      this.#government.clear()
    }
    if (row.unitName != null) this.#unit = row.unitName
  }

  /** The item that a project bears the code of, else the nearest printed ancestor: a table may skip a level. */
  of(draft: Draft): Draft | null {
    const { row } = draft
    const namesake = this.#itemOf(draft)
    if (namesake !== null) return namesake
    const own = nearest(row.code, this.#own)
    if (own !== null) return own
    const government = row.governmentCode ?? null
    const same = row.code !== null && government !== null ? this.#government.get(government) : null
    return same ?? nearest(government, this.#government)
  }

  /** A class printed again after a page break, without figures, is no other row's parent (the reference, table 6). */
  add(draft: Draft): void {
    const { code, governmentCode } = draft.row
    if (this.#itemOf(draft) !== null) return
    if (code !== null && (!this.#own.has(code) || hasFigures(draft))) this.#own.set(code, draft)
    if (code === null && governmentCode) this.#government.set(governmentCode, draft)
  }

  /** 213 03 05 水利工程建设 and, further in, 213 03 05 河道整治: the code says what the project is paid as. */
  #itemOf(draft: Draft): Draft | null {
    const { code, name } = draft.row
    const item = code === null ? null : (this.#own.get(code) ?? null)
    if (item === null || isNameOf(code as string, name)) return null
    return isDeeper(draft, item, this.layout) === true ? item : null
  }
}

function nearest(code: string | null, printed: ReadonlyMap<string, Draft>): Draft | null {
  for (let length = (code?.length ?? 0) - 2; length >= 3; length -= 2) {
    const draft = printed.get((code as string).slice(0, length))
    if (draft) return draft
  }
  return null
}

function hasFigures({ row }: Draft): boolean {
  return Object.values(row.cells).some(({ value }) => value !== null)
}
