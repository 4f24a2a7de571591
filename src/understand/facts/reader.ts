/** The paragraphs of a narrative, one after the other, under what their headings are of. */
import { type Region, regionOf } from '../../../schemas/prose/regions.js'
import { type Family, familyOf } from '../../../schemas/prose/subjects.js'
import type { Fund } from '../../../schemas/prose/words.js'
import type { Heading, Paragraph } from '../../../schemas/stages.js'
import { fold, foldInPlace } from '../../../schemas/text.js'
import { unitName } from './body.js'
import type { KnownDocument } from './document.js'
import { lex } from './lexer.js'
import { readPhrase } from './phrase.js'
import { type Ref, refTo, sideOf } from './ref.js'
import { applyRules } from './rule.js'
import { RULES } from './rules/index.js'
import type { Token } from './token.js'
import { FIGURES, type Found, newSentence, newState, type State } from './walk.js'
import { walkThrough } from './walker.js'

/** A paragraph without a digit, an absence or a "no change" holds no fact, and opens no list without a colon. */
const SPEAKS = /\d|无|没有|未|不|持平|项目名称|:$/
/** A sentence with its own year or speaker is no part of a list that the paragraph before left open. */
const BEGINS_ANEW = /^(?:本|我|该|截至|截止|(?:19|20)\d\d年)/
/** Notes belong to tables. */
const NOTE = /^\(?(?:备?注|说明)\d?[:.、]/

interface Label {
  ref: Ref | null
  fund: Fund | null
  unit: string | null
}

export class Reader {
  readonly #state: State = newState()
  readonly #headings = new Map<Heading, Label>()

  readonly #regions = new Map<readonly Heading[], Region>()

  constructor(private readonly known: KnownDocument) {}

  read(paragraph: Paragraph): Found[] {
    const region = this.#region(paragraph.under)
    this.#enter(paragraph)
    if (!paragraph.own && BEGINS_ANEW.test(foldInPlace(paragraph.text.slice(0, 40))))
      this.#state.lists = []
    if (region === 'glossary' || region === 'plan') return []
    const folded = foldInPlace(paragraph.text)
    if (NOTE.test(folded) || !SPEAKS.test(folded)) return []
    const tokens = this.#tokens(folded, paragraph.text)
    return walkThrough({
      state: this.#state,
      known: this.known,
      paragraph,
      region,
      tokens,
      found: [],
      at: 0,
      lead: [],
      sentence: newSentence(tokens, 0, this.known),
      mode: null,
      absent: null,
      lastPart: null,
      respective: [],
    })
  }

  #region(under: readonly Heading[]): Region {
    const known = this.#regions.get(under)
    const region = known ?? regionOf(under.map(({ text }) => fold(text)))
    if (!known) this.#regions.set(under, region)
    return region
  }

  #tokens(folded: string, printed: string): Token[] {
    return applyRules(RULES, lex(folded, this.known.owner), printed)
  }

  /** A heading ends what its neighbours opened, and may be the subject of what follows. */
  #enter({ own, under }: Paragraph): void {
    const state = this.#state
    if (!own) return
    this.#headings.set(own.heading, this.#label(own.heading, under.slice(0, -1)))
    const above = under.map((heading) => this.#headings.get(heading))
    state.sections = above.map((each) => each?.ref ?? null)
    state.funds = above.map((each) => each?.fund ?? null)
    state.unit = above.findLast((each) => each?.unit)?.unit ?? null
    const current = state.sections.findLast((ref) => ref !== null) ?? null
    const fund = state.funds.findLast((each) => each !== null) ?? null
    state.current = current && { ...current, fund: current.fund ?? fund, unit: state.unit }
    state.lists = state.lists.filter(({ level }) => level < own.heading.level)
    state.ended = null
    state.spoken = new Map()
    if (own.heading.level <= DATED_LEVEL) state.date = null
    state.side = sideOf(current) ?? state.side
  }

  /** What a heading is of, read like the words before a figure, and the one kind of money that it names. */
  #label(heading: Heading, under: readonly Heading[]): Label {
    const text = heading.text.slice(0, LONGEST_LABEL)
    const tokens = this.#tokens(foldInPlace(text), text)
    const end = tokens.findIndex(
      ({ piece, is }) => is === 'comma' || (piece && FIGURES.has(piece.kind)),
    )
    const label = end < 0 ? tokens : tokens.slice(0, end)
    const own = label.filter((token) => !LABEL_WORDS.test(token.text))
    const upper = under.map((heading) => this.#headings.get(heading)?.ref ?? null)
    const wholes = upper.filter((ref) => ref !== null).toReversed()
    const families = new Set<Family>(wholes.map(({ subject }) => familyOf(subject)))
    const side = sideOf(wholes[0] ?? null)
    const context = { text, families, wholes, listed: false, label: true, side, mode: null }
    const funds = new Set(label.flatMap(({ sense }) => sense?.fund ?? []))
    const fund = funds.size === 1 ? [...funds][0] : null
    const phrase = readPhrase(own, context)
    const counted = phrase?.ref?.subject === 'performance_projects'
    const ref = (counted ? null : phrase?.ref) ?? projectNamed(text) ?? phrase?.ref ?? null
    return {
      ref: ref && { ...ref, fund: ref.fund ?? fund },
      fund,
      unit: unitName(label, foldInPlace(text)) ? text : null,
    }
  }
}

/** 档案数字化项目: a heading that is a project's name is the subject of what is said below it. */
const projectNamed = (label: string): Ref | null =>
  /^[^，。、；：:]{3,}(?:项目|工程)$/.test(label) && !/重点|重大|绩效|的项目/.test(label)
    ? refTo('project', label)
    : null

/** The day of a stock holds for the numbered lines under its heading (1.房屋 2.车辆). */
const DATED_LEVEL = 2
/** A heading is told by its first words. */
const LONGEST_LABEL = 60
/** Words of headings that say nothing of what they are of. */
const LABEL_WORDS =
  /^(?:说明|总体|增减变化|增减变动|变化|情况|安排|总体情况|结构|规模|具体|关于|使用)$/
