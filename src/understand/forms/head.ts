/** What stands over a form, or is said by its title alone. */
import type { RawCell } from '../../../schemas/stages.js'
import { fold } from '../../../schemas/text.js'
import { headingTexts, isTitle, yearOf } from './line.js'
import { splitBody } from './names.js'
import type { Part } from './part.js'
import { inlineLabel } from './split.js'
import { nameField } from './words.js'

export interface Head {
  title: string
  year: number | null
  moneyUnit: string | null
  department: { code: string | null; name: string } | null
}

/** @param inside heading lines within the frame */
export function readHead(head: Part['head'], inside: readonly RawCell[]): Head {
  const above = (head?.above ?? []).flatMap(({ text }) => text.split(/\s{2,}/))
  const within = inside.flatMap(({ text }) => headingTexts(text))
  const texts = [...above, ...within].map((text) => text.trim())
  const printed =
    head?.title || (texts.find((text) => isTitle(text)) ?? texts.findLast(announcesForm) ?? '')
  const title = printed.replace(YEAR_BEFORE, '')
  return {
    title,
    year: yearBelowTitle(texts) ?? yearInTitle(title),
    moneyUnit: unitOf([head?.unit ?? '', ...texts, title]),
    department: bodyOf([...texts, head?.owner ?? '']),
  }
}

/** A line that calls a form without the word 表: 2031年度部门整体支出绩效目标. */
function announcesForm(text: string): boolean {
  const folded = fold(text)
  return folded.length < 40 && /(?:绩效目标|绩效自评|自评)[^,。;:]{0,6}$/.test(folded)
}

/** 烟台 covers a title and its year with a picture and prints the title again below: what stands above a title is not its year. */
const YEAR_BEFORE = /^[(（](?:19|20)\d\d年?度?[)）]/

function yearBelowTitle(texts: readonly string[]): number | null {
  const from = texts.findLastIndex((text) => isTitle(text))
  return (
    texts
      .slice(from + 1)
      .map(yearOf)
      .find((year) => year !== null) ?? null
  )
}

/** 某局2031年项目支出绩效目标表: the form's year is followed by what kind of form it is; another is the project's. */
function yearInTitle(title: string): number | null {
  const folded = fold(title)
  const behind = /\(((?:19|20)\d\d)年?度?\)$/.exec(folded)
  if (behind) return Number(behind[1])
  const match = /((?:19|20)\d\d)年?度?(.{0,99}?)(?:绩效|自评|目标)/.exec(folded)
  return match && GENERIC.test(match[2]) ? Number(match[1]) : null
}

function unitOf(texts: readonly string[]): string | null {
  for (const text of texts) {
    const match = /(?:单位[:]?\(?(?:人民币)?|\()([千百万亿]?元)\)?/.exec(fold(text))
    if (match) return match[1]
  }
  return null
}

/** 单位名称：某局 above a form is who promises. */
function bodyOf(texts: readonly string[]): Head['department'] {
  for (const text of texts) {
    const label = inlineLabel(text)
    const field = label === text ? null : nameField(label)
    if (field !== 'department' && field !== 'unit') continue
    const body = splitBody(text.slice(label.length + 1).trim())
    if (body.name !== '' && !/^[千百万亿]?元$/.test(body.name)) return body
  }
  return null
}

/** What a title says before 绩效目标表, its publisher aside, where that is more than what kind of form it is. */
export function projectInTitle(title: string): { unit: string | null; project: string | null } {
  const match = /^(.*?)(?:项目)?(?:支出)?(?:预算)?绩效(?:目标|自评)/.exec(title.replaceAll(' ', ''))
  const named = (match?.[1] ?? '').replace(
    /^.*(?:局|厅|委员会|办公室|政府)(?:(?:19|20)\d\d年?度?)?$/,
    '',
  )
  if (GENERIC.test(fold(named))) return { unit: null, project: null }
  const coded = /^[[(（]?\d{3,}[\])）]?[_＿-]([^_＿]+)[_＿](.+)$/.exec(named)
  if (coded) return { unit: coded[1], project: coded[2] }
  return { unit: null, project: named }
}

const GENERIC =
  /^(?:(?:19|20)\d\d年?度?|[省市区县州]级?|本级|部门|单位|财政|专项|政策|和|及|或|与|预算|一般性|一般|重点|项目|支出|资金|业务|经费|整体|总体|年度|部分|公开|附表|附件|表|\d|[一二三四五六七八九十]|[、.()])*$/
