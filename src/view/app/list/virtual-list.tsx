/** A list of any length: only the rows in sight are there, each of one height. */
import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'

/** Rows beyond the edges that are there all the same: a screen that is scrolled shows no gap. */
const BEYOND = 8

interface Props<T> {
  items: readonly T[]
  height: number
  label: string
  row: (item: T) => ComponentChildren
  keyOf: (item: T) => string
}

export function VirtualList<T>({ items, height, label, row, keyOf }: Props<T>) {
  const box = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  const [room, setRoom] = useState(800)
  useLayoutEffect(() => {
    if (!box.current) return
    const watch = new ResizeObserver(([{ contentRect }]) => setRoom(contentRect.height))
    watch.observe(box.current)
    return () => watch.disconnect()
  }, [])
  // A new search begins at its top.
  useEffect(() => box.current?.scrollTo(0, 0), [items])
  const from = Math.max(0, Math.floor(top / height) - BEYOND)
  const to = Math.min(items.length, Math.ceil((top + room) / height) + BEYOND)
  return (
    <div
      class="virtual"
      ref={box}
      onScroll={({ currentTarget }) => setTop(currentTarget.scrollTop)}
    >
      <ol aria-label={label} style={{ height: `${items.length * height}px` }}>
        {items.slice(from, to).map((item, i) => (
          <li
            key={keyOf(item)}
            aria-setsize={items.length}
            aria-posinset={from + i + 1}
            style={{ top: `${(from + i) * height}px`, height: `${height}px` }}
          >
            {row(item)}
          </li>
        ))}
      </ol>
    </div>
  )
}
