/**
 * Which region of GB/T 2260 a document is of, where its folder or its owner says it: a label, else blank.
 *
 * An owner says it by the names that it begins with (某市某区…), a folder by its own name, with or without
 * 省 or 市 at its end. A name that several places bear says nothing by itself (鼓楼区 of four cities), unless what stands
 * before it, or the folder, says which. Where the folder and the owner say different places, neither is believed.
 */
import { placesAbove, REGION_NAMES, type RegionName } from '../regions.js'
import { fold } from '../text.js'

export interface Region {
  region_code: string | null
  /** With the places above it. */
  region_name: string | null
}

const ENDS = /(?:特别行政区|(?:壮族|回族|维吾尔)?自治区|省|市)$/
const BY_CODE = new Map(REGION_NAMES.map(({ code, name }) => [code, name]))
/** Places by their names in full. */
const NAMED = byName(REGION_NAMES, ({ name }) => name)
/** Provinces and cities by their names without what they are, too. */
const CALLED = byName(
  REGION_NAMES.filter(({ code }) => code.endsWith('00')),
  ({ name }) => name.replace(ENDS, ''),
)
const LONGEST = Math.max(...REGION_NAMES.map(({ name }) => name.length))
const SHORTEST = 2

function byName(
  places: readonly RegionName[],
  nameOf: (place: RegionName) => string,
): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const place of places) {
    const name = nameOf(place)
    found.set(name, [...(found.get(name) ?? []), place.code])
  }
  return found
}

export function regionOf(owner: string | null, collection: string | null): Region {
  const folder = folderRegion(collection)
  const code = agreed(folder, owner === null ? null : ownerRegion(owner, folder))
  if (code === null) return { region_code: null, region_name: null }
  return { region_code: code, region_name: placesAbove(code).map(nameOf).join('') }
}

/** The finer of two that lie within one another is the owner's where it says one. */
function agreed(folder: string | null, owner: string | null): string | null {
  if (folder === null || owner === null) return owner ?? folder
  return isWithin(owner, folder) || isWithin(folder, owner) ? owner : null
}

/** A city that has no counties of its own list stands below its province. */
const nameOf = (code: string) => BY_CODE.get(code) ?? ''

function isWithin(code: string, place: string): boolean {
  return code.startsWith(place.replace(/(?:00){0,2}$/, ''))
}

/** The place that a folder is called by, each of its parts within the one before. */
function folderRegion(collection: string | null): string | null {
  let place: string | null = null
  for (const part of (collection ?? '').split('/')) {
    const name = fold(part).replace(/[\d年度_-]+/g, '')
    const found = within([...(NAMED.get(name) ?? []), ...(CALLED.get(name) ?? [])], place)
    if (found.length === 1) place = found[0]
  }
  return place
}

/** The places that an owner's name begins with, each within the one before; the last of them. */
function ownerRegion(owner: string, folder: string | null): string | null {
  let rest = fold(owner).replace(/^(?:中国共产党|中共)/, '')
  let place: string | null = null
  for (;;) {
    const name = nameAtHead(rest, place)
    if (name === null) return place
    const found = within(NAMED.get(name) ?? [], place)
    const there = found.length === 1 ? found : within(found, folder)
    if (there.length !== 1) return place
    place = there[0]
    rest = rest.slice(name.length)
  }
}

function nameAtHead(text: string, place: string | null): string | null {
  for (let length = Math.min(LONGEST, text.length); length >= SHORTEST; length--) {
    const name = text.slice(0, length)
    if (within(NAMED.get(name) ?? [], place).length > 0) return name
  }
  return null
}

function within(codes: readonly string[], place: string | null): string[] {
  return codes.filter((code) => place === null || (code !== place && isWithin(code, place)))
}

/** 长沙 as the folder's name is 某市 in full: what an owner's name is completed by. */
export function placeOfFolder(collection: string | null): string | null {
  const code = folderRegion(collection)
  return code === null ? null : nameOf(code)
}
