/** A component that is drawn anew only where what it is given has changed. */
import { Component, type ComponentChild, type ComponentType, h } from 'preact'

export function memo<P extends object>(Drawn: ComponentType<P>): ComponentType<P> {
  return class Memo extends Component<P> {
    override shouldComponentUpdate(next: Readonly<P>): boolean {
      const [a, b] = [this.props, next] as Record<string, unknown>[]
      return Object.keys({ ...a, ...b }).some((name) => a[name] !== b[name])
    }

    override render(): ComponentChild {
      return h(Drawn, this.props as P)
    }
  }
}
