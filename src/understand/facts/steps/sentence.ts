/** Where sentences and their parts begin and end: full stop, semicolon, reason, purpose, comparison. */
import { refTo } from '../ref.js'
import { pieceOf, type Token } from '../token.js'
import { newSentence, sectionFund, type Walk } from '../walk.js'
import { closeAbsence } from './silence.js'

/**
 * A full stop closes the lists of the sentence; the whole is spoken of again where they had several
 * parts, and where a purpose has figures (主要包括：A N万元、B M万元。比上年减少 K is of the whole).
 */
export function endSentence(walk: Walk, i: number): void {
  const { state } = walk
  closeAbsence(walk)
  endReason(walk)
  nameItem(walk)
  if (walk.sentence.spent > 0) state.current = walk.sentence.host
  const last = state.lists.at(-1)
  if (last?.kind === 'among' && !last.across) {
    const outer = state.lists.findLastIndex(({ kind, across }) => kind === 'bracket' || across)
    const [first] = state.lists.slice(outer + 1)
    state.lists = state.lists.slice(0, outer + 1)
    const compares = pieceOf(walk.tokens[i + 1], 'comparison') !== null
    if (first.parts > 1 || first.host || compares || !state.current)
      state.current = first.host ?? first.whole
    state.ended = { list: first, part: walk.lastPart }
  }
  walk.sentence = newSentence(walk.tokens, i + 1, walk.known)
  walk.lead = []
}

/** 行政运行（项）。年初预算为 N: a sentence that is a name and nothing else is spoken of from there. */
function nameItem(walk: Walk): void {
  const name = walk.lead.length === 1 ? pieceOf(walk.lead[0], 'name') : null
  if (name?.level) walk.state.current = refTo(name.subject, name.qualifier, sectionFund(walk))
}

export function endPart(walk: Walk): void {
  closeAbsence(walk)
  endReason(walk)
  walk.sentence = { ...walk.sentence, purpose: false, comparison: walk.sentence.standing }
  walk.lead = []
}

/** A reason speaks of other things: what was spoken of before comes back behind it. */
export function seeReason(walk: Walk): void {
  const { current } = walk.state
  const before = walk.sentence.reason?.before ?? current
  walk.sentence = {
    ...walk.sentence,
    reason: { compares: false, before },
    period: null,
    host: current,
    spent: 0,
  }
}

function endReason(walk: Walk): void {
  const { reason } = walk.sentence
  if (!reason) return
  walk.state.current = reason.before
  walk.sentence = { ...walk.sentence, reason: null }
}

export function seePurpose(walk: Walk): void {
  walk.sentence = { ...walk.sentence, purpose: true, host: walk.state.current, spent: 0 }
}

/** A comparison ends the purpose before it: 主要用于……，比上年增加 N is of the item again. */
export function seeComparison(walk: Walk, token: Token): void {
  const { sentence, lead } = walk
  if (sentence.purpose && lead.at(-1)?.is === 'comma') walk.lead = []
  const reason = sentence.reason && { ...sentence.reason, compares: true }
  const before = walk.tokens[walk.at - 1]
  const heads = !before || before.is === 'stop' || before.is === 'ordinal'
  const standing = heads ? token : sentence.standing
  walk.sentence = { ...sentence, comparison: token, standing, purpose: false, reason }
}
