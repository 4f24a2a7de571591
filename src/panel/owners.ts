/**
 * One `owner_id` for the spellings of one owner, within one region's folder.
 *
 * The rule, in its order: brackets and words of standing at the end are left out (（本级）, （汇总）, 机关); 中国共产党 is 中共,
 * 市委员会 behind it 市委, and 中共 in front says nothing; the place in front is completed, so that 某公安局 is
 * 某市公安局 where the folder has owners of 某市, or is called so, and an owner without a place is of the folder's; one 市, 省, 区 or 县
 * in front of the rest is left out (市财政局). Two places never become one: 某市 and 某县 stay apart, as do the names of
 * bodies that differ otherwise. The spellings stay in `department`; what a name says of standing is in `owner_scope`.
 */
import type { Report } from '../../schemas/document.js'
import { placeOfFolder } from '../../schemas/regions/region.js'
import { STANDING_WORDS } from '../../schemas/row-words.js'
import { fold } from '../../schemas/text.js'
import { hashOf } from './keys.js'

export interface Owned {
  document_id: string
  department: string | null
  collection: string | null
}

const PLACES = /^(?:.{2,7}?(?:自治区|自治州|自治县|省|市|区|县|州|盟|旗))+(?=..)/
const LAST_PLACE =
  /^(?:.{2,7}?(?:自治区|自治州|自治县|省|市|区|县|州|盟|旗))*?(.{2,7}?(?:自治区|自治州|自治县|省|市|区|县|州|盟|旗))$/
/** What a place is completed by: 某 is 某市 or 某省; 某县 and 某区 are told in full. */
const COMPLETED = /[省市]$/
const YEAR = /^(?:19|20)\d\d年?度?$/

/** By document; none where no owner is printed. */
export function ownerIds(documents: readonly Owned[]): Map<string, string> {
  const folders = new Map<string, Owned[]>()
  for (const document of documents) {
    const folder = folderOf(document.collection)
    const owned = folders.get(folder) ?? []
    folders.set(folder, owned)
    owned.push(document)
  }
  return new Map([...folders].flatMap(([folder, owned]) => idsIn(folder, owned)))
}

/** Years of one region lie in folders of their own. */
export function folderOf(collection: string | null): string {
  const parts = (collection ?? '').split('/')
  return parts.filter((part) => !YEAR.test(part)).join('/')
}

function idsIn(folder: string, owned: readonly Owned[]): [string, string][] {
  const places = new Places(folder)
  for (const { department } of owned) if (department !== null) places.see(department)
  return owned.flatMap(({ document_id, department }): [string, string][] =>
    department === null ? [] : [[document_id, places.idOf(department)]],
  )
}

/** What the names of a folder's owners, and its own, say of places: short names are completed by them. */
export class Places {
  readonly #own: string | null
  readonly #seen = new Set<string>()
  #full: ReadonlyMap<string, string> = new Map()

  constructor(private readonly folder: string) {
    this.#own = placeOfFolder(folder)
    if (this.#own !== null) this.#add(this.#own)
  }

  /** @returns whether names may be of other owners now than they were before */
  see(department: string): boolean {
    const place = placeOf(spelled(department))?.place
    return place !== undefined && !this.#seen.has(place) && this.#add(place)
  }

  /** The same for all spellings of one owner, by the places that were seen. */
  idOf(department: string): string {
    const name = spelled(department)
    const { place, rest } = placeOf(name) ??
      completed(name, this.#full) ?? { place: this.#own ?? '', rest: name }
    return hashOf('owner', this.folder, place, rest.replace(/^[省市区县州盟旗](?=..)/, ''))
  }

  #add(place: string): boolean {
    this.#seen.add(place)
    this.#full = completions(this.#seen)
    return true
  }
}

/** The owner's name in the one form that its spellings share, but for its place. */
function spelled(department: string): string {
  let name = fold(department)
  while (STANDING_WORDS.test(name)) name = name.replace(STANDING_WORDS, '')
  if (!/^(?:中国共产党|中共)/.test(name)) return name
  return name.replace(/^(?:中国共产党|中共)/, '').replace(/(?<=[省市区县州盟旗])委员会/, '委')
}

/** The place in front, the last where several stand there, and the rest. */
function placeOf(name: string): { place: string; rest: string } | null {
  const head = PLACES.exec(name)?.[0]
  const place = head === undefined ? undefined : LAST_PLACE.exec(head)?.[1]
  return head === undefined || place === undefined ? null : { place, rest: name.slice(head.length) }
}

/** Short names that stand for one place of the folder. */
function completions(places: ReadonlySet<string>): Map<string, string> {
  const full = new Map<string, string | null>()
  for (const place of places) {
    if (!COMPLETED.test(place)) continue
    const short = place.replace(COMPLETED, '')
    full.set(short, full.has(short) ? null : place)
  }
  return new Map([...full].flatMap(([short, place]) => (place === null ? [] : [[short, place]])))
}

function completed(
  name: string,
  full: ReadonlyMap<string, string>,
): { place: string; rest: string } | null {
  const short = [...full.keys()].find(
    (each) => name.startsWith(each) && name.length > each.length + 1,
  )
  return short === undefined
    ? null
    : { place: full.get(short) as string, rest: name.slice(short.length) }
}

/** The scope that the owner's name says, else that of the document: 某局（本级） is one unit, whatever its title page is called. */
export function ownerScope({ department, scope }: Report): Report['scope'] {
  const name = fold(department ?? '')
  if (/\(?(?:本级|机关|本部)\)?$|\([^()]{0,4}单位\)$/.test(name)) return 'unit'
  return /\(?汇总\)?$|\([^()]{0,4}部门\)$/.test(name) ? 'department' : scope
}
