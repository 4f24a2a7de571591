/**
 * Colours as far as they tell whether text is seen on its ground: red, green and blue from 0 to 1.
 * Where the page does not say plainly (patterns, spot colours, indexed ones) a colour is null, and hides nothing.
 */
import { BaseStream, type CoreDict, Dict, Name } from '#pdfjs'

export type Colour = readonly [red: number, green: number, blue: number] | null

export const BLACK: Colour = [0, 0, 0]
export const WHITE: Colour = [1, 1, 1]

/** What the components of a colour mean; `ink` is a tint of black: 0 is paper. */
export type Space = 'grey' | 'rgb' | 'cmyk' | 'ink' | null

export function colourOf(components: readonly unknown[], space: Space): Colour {
  if (!components.every((value) => typeof value === 'number')) return null
  const values = components as readonly number[]
  if (space === 'grey' && values.length === 1) return [values[0], values[0], values[0]]
  if (space === 'ink' && values.length === 1) return colourOf([1 - values[0]], 'grey')
  if (space === 'rgb' && values.length === 3) return [values[0], values[1], values[2]]
  if (space === 'cmyk' && values.length === 4) {
    const [cyan, magenta, yellow, black] = values
    const light = (ink: number) => 1 - Math.min(1, ink + black)
    return [light(cyan), light(magenta), light(yellow)]
  }
  return null
}

/** Two colours that differ by less in each of their parts cannot be told apart on a page. */
const ALIKE = 0.04

export function areAlike(a: Colour, b: Colour): boolean {
  if (a === null || b === null) return false
  return areNear(a[0], b[0]) && areNear(a[1], b[1]) && areNear(a[2], b[2])
}

const areNear = (a: number, b: number) => Math.abs(a - b) < ALIKE

/** A colour is dark if none of its parts is lighter. */
const DARK = 0.5

export function isDark(colour: Colour): boolean {
  return colour !== null && colour[0] < DARK && colour[1] < DARK && colour[2] < DARK
}

/** A colour is pale if all of its parts are lighter; white is, and stands on dark grounds. */
const PALE = 0.65

export function isPale(colour: Colour): boolean {
  if (colour === null || !(colour[0] > PALE && colour[1] > PALE && colour[2] > PALE)) return false
  return !areAlike(colour, WHITE)
}

/** A colour is vivid if its parts differ by so much: the red of a stamp is, the blue-black of a text is not. */
const VIVID = 0.4

export function isVivid(colour: Colour): boolean {
  return colour !== null && Math.max(...colour) - Math.min(...colour) > VIVID
}

const PLAIN: Record<string, Space> = {
  DeviceGray: 'grey',
  G: 'grey',
  CalGray: 'grey',
  DeviceRGB: 'rgb',
  RGB: 'rgb',
  CalRGB: 'rgb',
  DeviceCMYK: 'cmyk',
  CMYK: 'cmyk',
}
const BY_COMPONENTS: Record<number, Space> = { 1: 'grey', 3: 'rgb', 4: 'cmyk' }

/** @param named what `cs` names: a space of PDF's own, or one of the resources */
export function spaceOf(named: unknown, resources: CoreDict): Space {
  if (!(named instanceof Name)) return null
  if (named.name in PLAIN) return PLAIN[named.name]
  const spaces = resources.get('ColorSpace')
  const own = spaces instanceof Dict ? spaces.getArray(named.name) : null
  if (own instanceof Name) return PLAIN[own.name] ?? null
  if (!Array.isArray(own) || !(own[0] instanceof Name)) return null
  const [{ name }, profile] = own as [Name, unknown]
  if (name === 'ICCBased' && profile instanceof BaseStream)
    return BY_COMPONENTS[profile.dict?.get('N') as number] ?? null
  if (name === 'Separation' && profile instanceof Name)
    return profile.name === 'Black' || profile.name === 'All' ? 'ink' : null
  return PLAIN[name] ?? null
}
