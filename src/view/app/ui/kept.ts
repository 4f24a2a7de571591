/** What a browser keeps for this app, by itself and for itself; one that may keep nothing keeps nothing. */

export function kept(name: string): string | null {
  try {
    return localStorage.getItem(`kemu-${name}`)
  } catch {
    return null
  }
}

export function keep(name: string, value: string): void {
  try {
    localStorage.setItem(`kemu-${name}`, value)
  } catch {}
}
