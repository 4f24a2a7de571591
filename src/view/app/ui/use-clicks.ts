/** Clicks on whatever stands within: the keys do the same from anywhere. */
import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

export function useClicks(
  box: RefObject<HTMLElement | null>,
  onClick: (event: MouseEvent) => void,
): void {
  useEffect(() => {
    const element = box.current
    element?.addEventListener('click', onClick)
    return () => element?.removeEventListener('click', onClick)
  })
}
