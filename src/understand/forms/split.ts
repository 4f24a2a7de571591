/**
 * A sheet -> its forms and lists, each line with the block that it belongs to.
 *
 * A title alone begins nothing: 烟台 prints it again on the page that a form goes on to. A row of
 * names or the money does, and so does a goal behind indicators.
 */
import { SCORE_TOTAL } from '../../../schemas/forms/columns.js'
import type { RawCell } from '../../../schemas/stages.js'
import { fold } from '../../../schemas/text.js'
import { isHeading, isIndicatorHeader, isListHeader, isTaskHeader, openingOf } from './line.js'
import type { FormLine, Part } from './part.js'
import {
  framesIndicators,
  framesTasks,
  goalPhase,
  moneyLabel,
  nameField,
  plainLabel,
} from './words.js'

export type Block =
  | 'heading'
  | 'fields'
  | 'tasks'
  | 'goals'
  | 'indicators'
  | 'scores'
  | 'listHeader'
  | 'list'

export interface PlacedLine {
  line: FormLine
  block: Block
}

export interface FormDraft {
  /** Head of the part that it begins in, or of the last one before that printed one. */
  head: Part['head']
  /** Whether its title was printed for it alone: the forms behind it under the same head have none. */
  titled: boolean
  lines: PlacedLine[]
}

/** What has been met of the form that is being read. */
interface State {
  draft: FormDraft
  block: Block
  projectSeen: boolean
  /** Rows of indicators, or what follows them. */
  past: boolean
}

export function splitForms(sheet: FormLine[]): FormDraft[] {
  const splitter = new Splitter(listHeaders(sheet))
  for (const line of sheet) splitter.take(line)
  return splitter.drafts
}

/** The lines of lists' headers: those above one whose cells reach down into it belong to it. */
function listHeaders(sheet: readonly FormLine[]): Set<FormLine> {
  const headers = new Set<FormLine>()
  for (const [i, line] of sheet.entries()) {
    if (!isListHeader(line.cells)) continue
    let at = i
    while (
      at >= 0 &&
      sheet[at].part === line.part &&
      (at === i || reachInto(sheet[at], sheet[at + 1]))
    )
      headers.add(sheet[at--])
  }
  return headers
}

function reachInto(line: FormLine, below: FormLine): boolean {
  return line.cells.some((cell) => cell.text !== '' && below.cells.includes(cell))
}

class Splitter {
  readonly drafts: FormDraft[] = []
  #state: State | null = null
  /** Headings wait for the line that says whose they are. */
  #held: PlacedLine[] = []
  #part: Part | null = null
  #head: Part['head'] = null
  /** A title that the form before has not. */
  #isFresh = false

  constructor(private readonly headers: ReadonlySet<FormLine>) {}

  take(line: FormLine): void {
    if (line.part !== this.#part) this.#turnTo(line.part)
    const block = this.headers.has(line) ? 'listHeader' : blockOf(line, this.#state)
    if (block === 'heading') {
      this.#held.push({ line, block })
      return
    }
    const state = this.#stateFor(line, block)
    state.draft.lines.push(...this.#held, { line, block })
    this.#held = []
    this.#isFresh = false
    note(line, block, state)
  }

  #turnTo(part: Part): void {
    this.#part = part
    if (part.head === null) return
    const before = this.#head?.title ?? ''
    this.#isFresh = part.head.title !== '' && !sameTitle(part.head.title, before)
    this.#head = { ...part.head, title: part.head.title || before }
  }

  #stateFor(line: FormLine, block: Block): State {
    if (this.#state !== null && !this.#isFresh && !starts(line, block, this.#state))
      return this.#state
    const titled = this.#isFresh || this.#state === null
    const draft: FormDraft = { head: this.#head, titled, lines: [] }
    this.drafts.push(draft)
    this.#state = { draft, block, projectSeen: false, past: false }
    return this.#state
  }
}

function sameTitle(a: string, b: string): boolean {
  const plain = (title: string) => fold(title).replace(/\(?续表?\)?/g, '')
  return plain(a) === plain(b)
}

function note(line: FormLine, block: Block, state: State): void {
  state.block = block
  const opening = openingOf(line)
  if (block === 'fields' && opening !== null && isProject(opening)) state.projectSeen = true
  if (block === 'scores') state.past = true
  if (block === 'indicators' && !isIndicatorHeader(line.cells)) state.past = true
}

function isProject({ text }: RawCell): boolean {
  const field = nameField(inlineLabel(text))
  return field === 'project' || field === 'unitOrProject'
}

/** 项目名称：某项目 in one cell: what stands before the colon. */
export function inlineLabel(text: string): string {
  return /^([^：:]{2,12})[：:]/.exec(text)?.[1] ?? text
}

function blockOf(line: FormLine, state: State | null): Block {
  if (isHeading(line)) return 'heading'
  const now = state?.block ?? null
  if ((now === 'list' || now === 'listHeader') && !leavesList(line)) return 'list'
  const opened = blockOpened(line, now)
  if (isTaskHeader(line.cells)) return 'tasks'
  if (isIndicatorHeader(line.cells)) return 'indicators'
  return opened ?? now ?? 'fields'
}

/** Rows of a list may begin with any word; a form behind a list begins a table, with a label. */
function leavesList(line: FormLine): boolean {
  const opening = openingOf(line)
  if (opening === null || line.part.head === null || line.row !== line.part.top) return false
  return blockOpened(line, null) !== null && !TOTAL.test(fold(opening.text))
}

const TOTAL = /^(?:合计|总计|小计)$/

/** The block that the label which opens a line is of. */
function blockOpened(line: FormLine, now: Block | null): Block | null {
  const opening = openingOf(line)
  if (opening === null) return null
  const { text } = opening
  const label = inlineLabel(text)
  if (now === 'indicators' || now === 'scores') {
    if (SCORE_TOTAL.test(plainLabel(text))) return 'scores'
    if (!isAtLeft(opening, line)) return null
  }
  if (nameField(label) !== null) return 'fields'
  if (framesTasks(text)) return 'tasks'
  if (goalPhase(text) !== null) return 'goals'
  if (opensMoney(label, now)) return 'fields'
  return framesIndicators(text) ? 'indicators' : null
}

/** How far into the form, of its width, a label may begin that opens a block behind the indicators. */
const LEFT = 0.12

function isAtLeft({ box }: RawCell, { part }: FormLine): boolean {
  return box[0] - part.left < LEFT * (part.right - part.left)
}

/** Indicators may be called after money; their block ends only at the label of a whole. */
function opensMoney(label: string, now: Block | null): boolean {
  const money = moneyLabel(label)
  if (money === null) return false
  if (now === 'tasks') return false
  return (now !== 'indicators' && now !== 'goals' && now !== 'scores') || money.item === 'total'
}

function starts(line: FormLine, block: Block, state: State): boolean {
  const now = state.block
  const isList = now === 'list' || now === 'listHeader'
  if (block === 'list' || block === 'listHeader') return !isList
  if (isList) return true
  const opening = openingOf(line)
  if (opening === null) return false
  if (block === 'fields') {
    if (isProject(opening)) return state.projectSeen || state.past
    const field = nameField(inlineLabel(opening.text))
    if (field === 'department' || field === 'unit') return state.past
    return state.past && field === null && moneyLabel(inlineLabel(opening.text)) !== null
  }
  return state.past && (block === 'goals' || block === 'tasks') && block !== now
}
