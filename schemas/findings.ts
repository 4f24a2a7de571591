/**
 * Every finding that a reading can have, once: its code, how much it matters, whether the
 * table that it speaks of still counts as read cleanly, and what it says in Chinese and English.
 *
 * `error`: something that the page shows is not in the output. `warning`: something in the
 * output may be wrong, or the publication contradicts itself. `info`: worth knowing, nothing
 * is in doubt. A code that is not here does not compile.
 */
import { z } from 'zod'
import { integer, text } from './bounds.js'
import { boxSchema } from './box.js'
import { settledSchema } from './corrected.js'

export const LANGUAGES = ['zh', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

export const messageSchema = z.strictObject({ zh: text, en: text })
export type Message = z.infer<typeof messageSchema>

export const SEVERITIES = ['error', 'warning', 'info'] as const
/** How much a finding matters. */
export type Severity = (typeof SEVERITIES)[number]

interface FindingKind<P> {
  severity: Severity
  /** Whether a table with it was still read cleanly: an accusation needs clean tables. */
  clean: boolean
  say: (params: P) => Message
}

const kind = <P>(
  severity: Severity,
  clean: boolean,
  say: (params: P) => Message,
): FindingKind<P> => ({ severity, clean, say })

/** So many titles are enough to show what is meant. */
const SHOWN = 3

/** Why a correction is not put in. */
const REFUSALS = {
  source: { zh: '它是为另一个 PDF 作的', en: 'it was made for another PDF' },
  place: {
    zh: '所说的位置没有找到，或不止一处',
    en: 'its place was not found, or there are several',
  },
  read: { zh: '现在读出的内容与更正时不同', en: 'what is read there now is not what it corrects' },
  unprinted: {
    zh: '没有单独印着它的单元格，无处可改：请改单元格的文字',
    en: 'no cells print it alone, so nothing was changed: correct the text of its cell instead',
  },
  conflict: {
    zh: '对同一处另有不同的更正，都没有采用：请商定一个',
    en: 'another correction says otherwise of the same thing, and neither counts: agree on one',
  },
} as const satisfies Record<string, Message>

export type Refusal = keyof typeof REFUSALS

export const FINDINGS = {
  // The file.
  not_pdf: kind<{ said: Message }>('error', false, ({ said }) => said),
  encrypted: kind<{ said: Message }>('error', false, ({ said }) => said),
  damaged: kind<{ said: Message }>('error', false, ({ said }) => said),
  not_found: kind<{ said: Message }>('error', false, ({ said }) => said),
  unreadable: kind<{ said: Message }>('error', false, ({ said }) => said),
  image_only: kind<object>('error', false, () => ({
    zh: '文件只有页面的图像，没有文字：请先做文字识别（OCR）',
    en: 'the file has pictures of pages and no text: run it through character recognition first',
  })),

  // What a person has put right in it.
  corrected: kind<{ what: Message; who: string; why: string; read: string; right: string }>(
    'info',
    true,
    ({ what, who, why, read, right }) => ({
      zh: `${who}更正了${what.zh}：读到“${read}”，改为“${right}”（${why}）`,
      en: `${who} corrected ${what.en}: read "${read}", put "${right}" (${why})`,
    }),
  ),
  correction_refused: kind<{ what: Message; who: string; why: Refusal }>(
    'warning',
    true,
    ({ what, who, why }) => ({
      zh: `${who}对${what.zh}的更正没有采用：${REFUSALS[why].zh}`,
      en: `the correction of ${what.en} by ${who} was not put in: ${REFUSALS[why].en}`,
    }),
  ),

  // Its pages.
  page_unreadable: kind<{ page: number; broken: boolean }>('error', false, ({ page, broken }) =>
    broken
      ? {
          zh: `第 ${page} 页已损坏：损坏部分的内容不在输出里`,
          en: `page ${page} is damaged: what its damaged parts hold is not in the output`,
        }
      : {
          zh: `第 ${page} 页无法绘出：它的内容不在输出里`,
          en: `page ${page} cannot be drawn: what it holds is not in the output`,
        },
  ),
  attached_files: kind<{ names: string[] }>('warning', false, ({ names }) => ({
    zh: `文件里附有 ${names.length} 个文件（${names.join('、')}）：没有读，请取出后另行读取`,
    en: `the file has ${names.length === 1 ? 'a file' : `${names.length} files`} attached (${names.join(', ')}), not read: save and read on their own`,
  })),
  picture_page: kind<{ page: number }>('warning', false, ({ page }) => ({
    zh: `第 ${page} 页（或其中的表）是图像：上面的内容没有读，请做文字识别（OCR）`,
    en: `page ${page}, or a table on it, is a picture: what it shows was not read; run it through character recognition`,
  })),
  drawn_characters: kind<{ page: number; count: number }>('warning', false, ({ page, count }) => ({
    zh: `第 ${page} 页有 ${count} 个图形像是描成轮廓的文字：没有读`,
    en: `${count} shapes on page ${page} look like characters drawn by their outlines: they were not read`,
  })),
  unmapped_glyphs: kind<{ page: number; count: number; font: string }>(
    'error',
    false,
    ({ page, count, font }) => ({
      zh: `第 ${page} 页有 ${count} 个字，文件没有说明是什么字（字体 ${font}）：在文字里记作 �`,
      en: `the file does not say what ${count} characters of page ${page} are (font ${font}): they stand as � in the text`,
    }),
  ),
  contradicted_glyphs: kind<{ page: number; count: number; font: string }>(
    'error',
    false,
    ({ page, count, font }) => ({
      zh: `第 ${page} 页有 ${count} 个字，文件里登记的字与字体画出的字不同（字体 ${font}）：所读的未必是所见的`,
      en: `the file maps ${count} characters of page ${page} to others than its font draws (font ${font}): what is read may not be what is seen`,
    }),
  ),
  ink_unread: kind<{ page: number; cells: number }>('warning', false, ({ page, cells }) => ({
    zh: `第 ${page} 页有 ${cells} 个单元格里画有图形而没有文字：不能当作空白`,
    en: `${cells} cells of page ${page} have something drawn in them and no text: they may not be blank`,
  })),
  watermark_text: kind<{ page: number; texts: string[] }>('info', true, ({ page, texts }) => ({
    zh: `第 ${page} 页印有很浅、很大或盖在表上的${texts
      .slice(0, SHOWN)
      .map((text) => `“${text}”`)
      .join('、')}：当作水印或印章，不算表里的文字`,
    en: `page ${page} has ${texts
      .slice(0, SHOWN)
      .map((text) => `"${text}"`)
      .join(
        ', ',
      )} in pale or large print across it: taken for a watermark, not for text of its tables`,
  })),
  overlapping_text: kind<{ page: number; texts: string[] }>('error', false, ({ page, texts }) => ({
    zh: `第 ${page} 页有不同的数字印在同一处（${texts.slice(0, SHOWN).join('、')}）：分不清哪一个有效`,
    en: `page ${page} prints different figures over each other (${texts.slice(0, SHOWN).join(', ')}): which of them counts cannot be told`,
  })),
  annotation_text: kind<{ page: number; count: number }>('info', true, ({ page, count }) => ({
    zh: `第 ${page} 页有 ${count} 个字来自表单域或批注，不在页面正文里`,
    en: `${count} characters of page ${page} are those of form fields or remarks, not of its content`,
  })),
  sideways_text: kind<{ page: number; count: number }>('warning', false, ({ page, count }) => ({
    zh: `第 ${page} 页有 ${count} 个横卧的字没有读：请把页面转正`,
    en: `${count} characters of page ${page} stand on their side and were not read: turn the page upright`,
  })),
  unruled_figures: kind<{ page: number; lines: number }>('warning', false, ({ page, lines }) => ({
    zh: `第 ${page} 页有 ${lines} 行成列的数字没有表格线：没有从中读出表`,
    en: `page ${page} prints ${lines} lines of figures in columns that no rules frame: no table was read from them`,
  })),

  // What the document is.
  government_budget: kind<{ titles: string[] }>('warning', true, ({ titles }) => ({
    zh: `这是一级政府自己的预算（${titles.slice(0, SHOWN).join('、')}），不是部门预算：各表只存单元格，不作部门预算解读`,
    en: `this is a government's own budget (${titles.slice(0, SHOWN).join(', ')}), not a department's: its tables are kept as cells and not read as a department's`,
  })),

  // What a table is.
  unrecognized_table: kind<{ title: string; amounts: number }>(
    'info',
    true,
    ({ title, amounts }) => ({
      zh: `表“${title}”有 ${amounts} 个金额，种类未知`,
      en: `the table "${title}" with ${amounts} amounts is of no known kind`,
    }),
  ),
  ambiguous_kind: kind<{ title: string; rivals: Message[] }>(
    'warning',
    false,
    ({ title, rivals }) => ({
      zh: `“${title}”也可能是${rivals.map(({ zh }) => zh).join('、')}`,
      en: `"${title}" could as well be ${rivals.map(({ en }) => en).join(', ')}`,
    }),
  ),
  kind_inferred: kind<{ title: string; kind: Message }>('info', true, ({ title, kind }) => ({
    zh: `“${title}”的种类不是按标题、而是按各栏各行的内容认出的：读作“${kind.zh}”`,
    en: `"${title}" is read as "${kind.en}" by its columns and rows, not by its title`,
  })),
  no_amounts: kind<{ title: string }>('warning', false, ({ title }) => ({
    zh: `“${title}”没有读出金额栏`,
    en: `no column of amounts was read in "${title}"`,
  })),
  no_figures: kind<{ title: string }>('warning', false, ({ title }) => ({
    zh: `“${title}”列有科目编码，却没有读出一个金额`,
    en: `"${title}" lists codes, and not one amount was read in it`,
  })),
  no_rows: kind<{ title: string; text: string }>('warning', false, ({ title, text }) => ({
    zh: `“${title}”没有读出数据行，表头里却有“${text}”`,
    en: `no row was read in "${title}", and its head holds "${text}"`,
  })),
  announced_table_missing: kind<{ tables: { line: string; kind: Message }[] }>(
    'warning',
    true,
    ({ tables }) => ({
      zh: `目录列有${tables.map(({ line, kind }) => `“${line}”（${kind.zh}）`).join('、')}，没有找到${tables.length > 1 ? `这 ${tables.length} 张表` : '这张表'}`,
      en: `the contents list ${tables.map(({ line, kind }) => `"${line}" (${kind.en})`).join(', ')}, and no such ${tables.length > 1 ? 'tables were' : 'table was'} found`,
    }),
  ),

  // Its columns and cells.
  unknown_header: kind<{ header: string }>('info', false, ({ header }) => ({
    zh: `表头“${header}”有不认识的词：数字都在，含义未知`,
    en: `the header "${header}" has words that no term explains: its figures are there, their meaning is not`,
  })),
  unmeasured_column: kind<{ header: string }>('info', false, ({ header }) => ({
    zh: `表头“${header}”的词都认识，但合起来没有对应的统一名称（measure）：按名称筛选时不会包括它`,
    en: `the words of the header "${header}" are known, and no measure is all of them: a filter by measure leaves its figures out`,
  })),
  columns_alike: kind<{ headers: string[]; count: number }>(
    'warning',
    false,
    ({ headers, count }) => ({
      zh: `同一张表里有 ${count} 栏含义相同（${headers.join('、')}），都有数字：分不清是哪一栏`,
      en: `${count} columns of one list mean the same (${headers.join(', ')}) and all have figures: nothing tells them apart`,
    }),
  ),
  not_an_amount: kind<{ text: string }>('warning', false, ({ text }) => ({
    zh: `“${text}”在金额列里，却不是金额`,
    en: `"${text}" stands in a column of amounts and is none`,
  })),
  several_amounts: kind<{ text: string }>('error', false, ({ text }) => ({
    zh: `“${text}”是同一个单元格里的几个金额：分不清哪个属于这一行这一栏，没有取值`,
    en: `"${text}" is several amounts in one cell: which of them is this row's and column's cannot be told, and none is taken`,
  })),
  unit_differs: kind<{ text: string; own: string; unit: string }>(
    'info',
    true,
    ({ text, own, unit }) => ({
      zh: `“${text}”的数字以${own}计，表的单位是${unit}`,
      en: `the figures of "${text}" are in ${own}, those of its table in ${unit}`,
    }),
  ),
  unit_conflict: kind<{ units: string[] }>('warning', false, ({ units }) => ({
    zh: `表印有不同的金额单位（${units.join('、')}）：金额以哪个计，分不清`,
    en: `the table states several units (${units.join(', ')}): which of them its amounts are in cannot be told`,
  })),
  unit_unknown: kind<object>('warning', false, () => ({
    zh: '表未印明以人民币计的金额单位：金额没有换算成元',
    en: 'the table states no unit of yuan: its amounts are as printed, and not in yuan',
  })),
  odd_code: kind<{ text: string }>('warning', false, ({ text }) => ({
    zh: `“${text}”在编码列里，却不成编码`,
    en: `"${text}" stands in a column of codes and makes none`,
  })),
  amount_in_name: kind<{ text: string }>('warning', false, ({ text }) => ({
    zh: `名称“${text}”以金额结尾，它右边的金额却是空白`,
    en: `the name "${text}" ends in an amount, and the amount beside it is blank`,
  })),
  amount_before_words: kind<{ text: string }>('warning', false, ({ text }) => ({
    zh: `“${text}”是金额连着文字：两个单元格被读成了一个`,
    en: `"${text}" is an amount and words: two cells were read as one`,
  })),
  left_over: kind<{ text: string }>('error', false, ({ text }) => ({
    zh: `“${text}”在表里，却不在任何单元格里`,
    en: `"${text}" stands in the table and in no cell of it`,
  })),

  // Its form.
  form_text_unread: kind<{ text: string }>('info', false, ({ text }) => ({
    zh: `“${text}”在绩效表里，不属于任何一栏：原文在表的单元格里`,
    en: `"${text}" stands in a performance form and in no block of it: its cell has it as printed`,
  })),
  odd_target: kind<{ name: string; text: string }>('info', true, ({ name, text }) => ({
    zh: `“${name}”的目标印作“${text}”，按字面没有意义`,
    en: `the target of "${name}" is printed as "${text}", which means nothing as it stands`,
  })),
  form_unread: kind<{ title: string }>('warning', false, ({ title }) => ({
    zh: `“${title}”是绩效表，没有从中读出项目`,
    en: `"${title}" is a performance form, and no project was read from it`,
  })),

  // Its codes.
  unknown_code: kind<{ code: string; name: string }>('info', true, ({ code, name }) => ({
    zh: `编码 ${code}（${name}）不在我们的科目表里`,
    en: `the code ${code} (${name}) is in no list of ours`,
  })),
  code_name_differs: kind<{ code: string; printed: string; published: string[] }>(
    'info',
    true,
    ({ code, printed, published }) => ({
      zh: `${code} 印作“${printed}”，别处是“${published.join('”或“')}”`,
      en: `${code} is printed as "${printed}", elsewhere as "${published.join(' or ')}"`,
    }),
  ),
  code_without_parent: kind<{ code: string; parent: string }>('info', true, ({ code, parent }) => ({
    zh: `表里有 ${code}，却没有 ${parent}`,
    en: `${code} stands in the table and ${parent} does not`,
  })),

  // Its arithmetic.
  identity_fails: kind<{
    identity: Message
    label: string
    value: string
    difference: string
    whose: Message
  }>('warning', true, ({ identity, label, value, difference, whose }) => ({
    zh: `“${identity.zh}”不符：${label} ${value}，与另一边相差 ${difference}（${whose.zh}）`,
    en: `"${identity.en}" fails: ${label} ${value}, the other side is ${difference} off (${whose.en})`,
  })),

  // What the narrative says of all of it.
  prose_year_differs: kind<{ year: number; said: number }>('warning', true, ({ year, said }) => ({
    zh: `文件是 ${year} 年的，文字部分的收支总数却都是 ${said} 年的`,
    en: `the document is of ${year}, and every total of its narrative is of ${said}`,
  })),
  prose_kind_differs: kind<{ kind: 'budget' | 'final_accounts' }>('warning', true, ({ kind }) =>
    kind === 'budget'
      ? {
          zh: '文件是预算，文字部分的收支总数却都是决算数',
          en: 'the document is a budget, and every total of its narrative is of final accounts',
        }
      : {
          zh: '文件是决算，文字部分的收支总数却都是预算数',
          en: 'the document is final accounts, and every total of its narrative is of a budget',
        },
  ),
  prose_owner_differs: kind<{ owner: string; said: string }>(
    'warning',
    true,
    ({ owner, said }) => ({
      zh: `文件是“${owner}”的，文字部分说的却是“${said}”`,
      en: `the document is of ${owner}, and its narrative speaks of ${said}`,
    }),
  ),
  prose_unit_differs: kind<{ title: string; unit: string; cell: string; said: string }>(
    'warning',
    true,
    ({ title, unit, cell, said }) => ({
      zh: `“${title}”的单位是${unit}，文字部分的同一批数字按另一单位才相符（表中 ${cell}，文中 ${said}）`,
      en: `"${title}" is in ${unit}, and the narrative's figures agree with it only in another unit (${cell} in the table, ${said} in the text)`,
    }),
  ),
} satisfies Record<string, FindingKind<never>>

/** Which finding an issue is. */
export type FindingCode = keyof typeof FINDINGS
export const FINDING_CODES = Object.keys(FINDINGS) as [FindingCode, ...FindingCode[]]

export const issueSchema = z.strictObject({
  code: z.enum(FINDING_CODES),
  severity: z.enum(SEVERITIES),
  message: messageSchema,
  /** The table that it is about, by its id. */
  table: text.nullable(),
  /** The row and the column that it speaks of, where it speaks of one. */
  row: text.nullable(),
  column: text.nullable(),
  page: integer.positive().nullable(),
  bbox: boxSchema.nullable(),
  /** Of an identity that fails, which: stable, whatever words the message has for it. */
  identity: text.optional(),
  /** A person has looked at it. */
  settled: settledSchema.optional(),
})
/** A finding in a document: what it says, and where it is. */
export type Issue = z.infer<typeof issueSchema>

type ParamsOf<C extends FindingCode> = Parameters<(typeof FINDINGS)[C]['say']>[0]

/** Where a finding is; what is left out is not known. */
export type FindingPlace = Partial<Pick<Issue, 'table' | 'row' | 'column' | 'page' | 'bbox'>>

export function finding<C extends FindingCode>(
  code: C,
  params: ParamsOf<C>,
  place: FindingPlace = {},
): Issue {
  const { severity, say } = FINDINGS[code] as unknown as FindingKind<ParamsOf<C>>
  const nowhere = { table: null, row: null, column: null, page: null, bbox: null }
  return { code, severity, message: say(params), ...nowhere, ...place }
}

/** Whether a table with this finding still counts as read cleanly. */
export function isClean({ code }: Pick<Issue, 'code'>): boolean {
  return FINDINGS[code].clean
}

/** @returns the language of a locale (`zh_CN.UTF-8`, `C`), English where it names none of ours */
export function languageOf(locale: string | undefined): Language {
  return /^zh\b|^zh[_-]/i.test(locale ?? '') ? 'zh' : 'en'
}
