/** One paragraph, token by token: each word does its step, each figure takes the words before it. */

import { isTotal } from './ref.js'
import {
  closeBracket,
  openBracket,
  openList,
  openRespective,
  seeColon,
  seeDefinition,
} from './steps/list.js'
import { addChange, addMoney, addPercent, addShare } from './steps/money.js'
import { seeDate, seeYear } from './steps/period.js'
import { endPart, endSentence, seeComparison, seePurpose, seeReason } from './steps/sentence.js'
import { closeAbsence, isThing, seeAbsence, seeEqual } from './steps/silence.js'
import { addCount, addCountChange, addCounted } from './steps/things.js'
import type { Figure, Token } from './token.js'
import { clauseOf, FIGURES, type Found, type Walk } from './walk.js'

export function walkThrough(walk: Walk): Found[] {
  for (const [i, token] of walk.tokens.entries()) {
    walk.at = i
    step(walk, token, i)
  }
  closeAbsence(walk)
  const open = walk.state.lists.filter(({ kind }) => kind === 'among')
  walk.state.lists = open.map((list) => ({ ...list, across: true }))
  return walk.found
}

function step(walk: Walk, token: Token, i: number): void {
  const done = token.piece
    ? pieceStep(walk, token, i)
    : markStep(walk, token, i) || wordStep(walk, token, i)
  if (done) return
  walk.absent?.push(token)
  walk.lead.push(token)
}

/** @returns whether the token is done with, and leads to no figure */
function markStep(walk: Walk, token: Token, i: number): boolean {
  if (token.is === 'stop') endSentence(walk, i)
  else if (token.is === 'semi') endPart(walk)
  else if (token.is === 'open') openBracket(walk)
  else if (token.is === 'close') closeBracket(walk, i)
  else if (token.is === 'ordinal') walk.lead = []
  else {
    if (token.is === 'comma') closeAbsence(walk)
    if (token.is === 'colon') seeColon(walk, i)
    return false
  }
  return true
}

function wordStep(walk: Walk, token: Token, i: number): boolean {
  const { word, side } = token.sense ?? {}
  if (word === 'includes' && openRespective(walk, i)) return true
  if (word === 'among' || word === 'includes' || listsUses(walk, token, i)) openList(walk)
  else if (word === 'means') seeDefinition(walk)
  else {
    if (word === 'reason') seeReason(walk)
    if (word === 'purpose') seePurpose(walk)
    if (word === 'stock' || word === 'buy') walk.mode = word
    if (word === 'none') seeAbsence(walk, token)
    if (word === 'equal') seeEqual(walk, token, i)
    if (side && side !== 'both') walk.state.side = side
    return false
  }
  return true
}

/** 支出 N，主要用于：甲 M: behind a total and with a colon, a purpose lists the parts. */
const listsUses = ({ state, tokens }: Walk, { sense }: Token, i: number): boolean =>
  sense?.word === 'purpose' &&
  tokens[i + 1]?.is === 'colon' &&
  state.current !== null &&
  isTotal(state.current)

function pieceStep(walk: Walk, token: Token, i: number): boolean {
  const piece = token.piece!
  if (FIGURES.has(piece.kind)) figureStep(walk, token)
  if (piece.kind === 'year') seeYear(walk, piece.year, i)
  if (piece.kind === 'date') seeDate(walk, token)
  if (piece.kind === 'comparison') seeComparison(walk, token)
  return FIGURES.has(piece.kind)
}

/** A figure takes the words before it; a count that is no fact leaves them to the next (在建工程 1 项 N 万元). */
function figureStep(walk: Walk, token: Token): void {
  const before = walk.found.length
  const named = walk.respective.shift()
  if (named) walk.lead = named
  walk.absent = null
  addFigure(walk, token)
  const counts = (token.piece as Figure).of === 'count'
  if (!counts || walk.found.length > before) walk.lead = []
}

function addFigure(walk: Walk, token: Token): void {
  const piece = token.piece!
  if (piece.kind === 'counted') addCounted(walk, token)
  else if (piece.kind === 'share') addShare(walk, token)
  else if (piece.kind === 'change') {
    const add = piece.figure.of === 'count' ? addCountChange : addChange
    add(walk, token, piece.figure, piece.direction)
  } else if (piece.kind === 'figure') {
    const counts = piece.of === 'count' || (piece.of === null && clauseOf(walk).some(isThing))
    const add = counts ? addCount : piece.of === 'percent' ? addPercent : addMoney
    add(walk, token, piece)
  }
}
