/** Keys -> what they do. */
import { useLayoutEffect } from 'preact/hooks'

export interface Deeds {
  finding: (by: 1 | -1) => void
  section: (by: 1 | -1) => void
  move: (lines: number, columns: number) => void
  zoom: (by: 1 | -1) => void
  boxes: () => void
  copy: () => void
  correct: () => void
  help: () => void
  leave: () => void
}

const KEYS: Record<string, (deeds: Deeds) => void> = {
  n: ({ finding }) => finding(1),
  p: ({ finding }) => finding(-1),
  ']': ({ section }) => section(1),
  '[': ({ section }) => section(-1),
  ArrowUp: ({ move }) => move(-1, 0),
  ArrowDown: ({ move }) => move(1, 0),
  ArrowLeft: ({ move }) => move(0, -1),
  ArrowRight: ({ move }) => move(0, 1),
  '+': ({ zoom }) => zoom(1),
  '=': ({ zoom }) => zoom(1),
  '-': ({ zoom }) => zoom(-1),
  o: ({ boxes }) => boxes(),
  c: ({ copy }) => copy(),
  e: ({ correct }) => correct(),
  '?': ({ help }) => help(),
  Escape: ({ leave }) => leave(),
}

/** Bound anew as soon as what they did is drawn: of two keys in a row the second begins where the first has led. */
export function useKeys(deeds: Deeds): void {
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const deed = KEYS[event.key]
      if (!deed || event.ctrlKey || event.metaKey || event.altKey || isTaken(event.target)) return
      event.preventDefault()
      deed(deeds)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  })
}

/** There a key writes or chooses; a dialog has all keys to itself. */
function isTaken(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open]')) return true
  return target instanceof HTMLElement && /^(?:INPUT|SELECT|TEXTAREA)$/.test(target.tagName)
}

/** The next place that is there, in one direction; where nothing was chosen, the first. */
export function neighbour(
  grid: readonly (readonly string[])[],
  place: string | null,
  lines: number,
  columns: number,
): string | null {
  let line = grid.findIndex((each) => place !== null && each.includes(place))
  if (line < 0) return grid.flat().find((key) => key !== '') ?? null
  let column = grid[line].indexOf(place ?? '')
  for (;;) {
    line += lines
    column += columns
    const key = grid[line]?.[column]
    if (key === undefined) return null
    if (key !== '') return key
  }
}
