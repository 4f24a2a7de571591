/** Below the reading: what people say of what is chosen, and the form of who says more. */
import { useState } from 'preact/hooks'
import { CorrectForm } from './correct-form.js'
import type { Desk } from './desk.js'
import { SaidLine } from './said-line.js'
import type { Editing } from './use-editing.js'

interface Props {
  editing: Editing
  desk: Desk | null
  sha256: string
}

export function EditPanel({ editing: { here, isOpen, subjects, close }, desk, sha256 }: Props) {
  const [trouble, setTrouble] = useState<string | null>(null)
  if (desk === null || (here.length === 0 && !isOpen)) return null
  return (
    <section class="edit-panel">
      {here.map((said) => (
        <SaidLine
          key={JSON.stringify(said.correction)}
          said={said}
          undo={() => {
            setTrouble(null)
            const remove = said.correction
            desk.change({ sha256, remove }).catch((cause: Error) => setTrouble(cause.message))
          }}
        />
      ))}
      {trouble !== null && (
        <p class="trouble" role="alert">
          {trouble}
        </p>
      )}
      {isOpen && (
        <CorrectForm
          // Another place begins anew.
          key={JSON.stringify(subjects.map(({ place }) => place))}
          {...{ subjects, sha256, close }}
          last={desk.state.who}
          change={desk.change}
        />
      )}
    </section>
  )
}
