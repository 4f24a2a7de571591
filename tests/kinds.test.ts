/** A kind is one file: what is derived from `extractors/` is current, and a new file or a forgotten field is noticed. */
import { execFileSync, spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assertDistinct, defineKind, type KindInput, TRAITS } from '../schemas/kind.js'
import { KIND_NAMES } from '../schemas/kinds.js'
import { performanceSchema } from '../schemas/performance.js'
import { SUBJECTS } from '../schemas/prose/subjects.js'
import { traitsOf } from '../schemas/traits.js'
import { loadKinds } from '../src/registry.js'
import { canonicalTitle } from '../src/understand/recognize/title.js'

const ROOT = new URL('../', import.meta.url).pathname
const kinds = await loadKinds()

describe('in a copy of extractors/ and schemas/', () => {
  let copy: string
  const file = (name: string) => path.join(copy, name)
  const read = (name: string) => readFileSync(file(name), 'utf8')
  const generate = () =>
    spawnSync('node', [path.join(ROOT, 'scripts/kinds.mjs'), copy], { encoding: 'utf8' })
  const compile = () => {
    const tsc = path.join(ROOT, 'node_modules/typescript/bin/tsc')
    return spawnSync('node', [tsc, '-p', copy], { encoding: 'utf8' })
  }

  beforeAll(() => {
    copy = mkdtempSync(path.join(tmpdir(), 'kemu-kinds-'))
    for (const name of ['extractors', 'schemas', 'tsconfig.json'])
      cpSync(path.join(ROOT, name), file(name), { recursive: true })
    const config = { extends: './tsconfig.json', include: ['schemas', 'extractors'] }
    cpSync(file('tsconfig.json'), file('base.json'))
    writeFileSync(file('tsconfig.json'), JSON.stringify({ ...config, extends: './base.json' }))
    writeFileSync(file('package.json'), '{ "type": "module" }')
    symlinkSync(path.join(ROOT, 'node_modules'), file('node_modules'))
  })
  afterAll(() => rmSync(copy, { recursive: true }))

  test('schemas/kinds.ts is what extractors/ say, made from nothing: else run `npm run build`', () => {
    rmSync(file('schemas/kinds.ts'))
    expect(generate()).toMatchObject({ status: 0, stderr: '' })
    expect(read('schemas/kinds.ts')).toBe(readFileSync(`${ROOT}schemas/kinds.ts`, 'utf8'))
  })

  const LOAN = `import { defineKind } from '../schemas/kind.js'

export default defineKind({
  id: 'loan_expenditure',
  label: { zh: '债券资金支出表', en: "Expenditure of the bonds' money" },
  order: 2,
  titles: ['债券资金支出表'],
  codes: 'functional',
  layout: 'rows',
  core: false,
  direction: 'expenditure',
  family: null,
  form: null,
  otherCodes: null,
  views: [],
  total: 'all',
  identities: [
    { rule: 'rollup' },
    { rule: 'equals_table', column: 'total', other: 'loan_expenditure', otherColumn: 'total' },
  ],
  shapes: [],
  example: \`
    债券资金支出表
    科目编码 | 科目名称 | 合计
    201 | 一般公共服务支出 | 3.00\`,
})
`

  test('a new kind is a file and a build: its name is a type, its label and traits are known, it is loaded', async () => {
    writeFileSync(file('extractors/loan_expenditure.ts'), LOAN)
    expect(compile().stdout).toContain(`'"loan_expenditure"' is not assignable`)
    expect(generate()).toMatchObject({ status: 0, stderr: '' })
    expect(compile()).toMatchObject({ status: 0, stdout: '' })
    const script = `
      const { KIND_LABELS } = await import('./dist/schemas/labels.js')
      const { traitsOf } = await import('./dist/schemas/traits.js')
      const { tableSchema } = await import('./dist/schemas/document.js')
      const kind = 'loan_expenditure'
      const isName = tableSchema.shape.kind.safeParse(kind).success
      console.log(JSON.stringify([KIND_LABELS[kind].en, traitsOf(kind).direction, isName]))`
    const seen = execFileSync('node', ['--input-type=module', '-e', script], { cwd: copy })
    expect(JSON.parse(String(seen))).toEqual([
      "Expenditure of the bonds' money",
      'expenditure',
      true,
    ])
    const loaded = await loadKinds(pathToFileURL(file('dist/extractors/')))
    expect(loaded.map(({ id }) => id)).toContain('loan_expenditure')
    expect(loaded).toHaveLength(kinds.length + 1)
    // In the order of a disclosure: it shares the second place, and its name comes first.
    expect(read('schemas/kinds.ts')).toMatch(/loan_expenditure: .*\n {2}revenue_summary: /)
  })

  test('a field that is forgotten is an error of types, and stops the build before', () => {
    writeFileSync(
      file('extractors/loan_expenditure.ts'),
      LOAN.replace("  direction: 'expenditure',\n", ''),
    )
    expect(compile().stdout).toMatch(/loan_expenditure\.ts.*'direction' is missing/s)
    expect(generate().stderr).toContain('kind loan_expenditure: does not say its direction')
  })

  test('a kind that is gone is gone everywhere', () => {
    rmSync(file('extractors/loan_expenditure.ts'))
    expect(generate().status).toBe(0)
    expect(read('schemas/kinds.ts')).toBe(readFileSync(`${ROOT}schemas/kinds.ts`, 'utf8'))
    expect(() => read('dist/extractors/loan_expenditure.js')).toThrow('ENOENT')
  })
})

describe('a description', () => {
  const [, , given] = kinds as readonly KindInput[]
  const without = (trait: string) =>
    Object.fromEntries(Object.entries(given).filter(([name]) => name !== trait)) as never

  test.each(TRAITS)('that does not say its %s is faulty', (trait) => {
    expect(() => defineKind(given)).not.toThrow()
    expect(() => defineKind(without(trait))).toThrow(`does not say its ${trait}`)
  })

  test.each([
    ['a label in both languages', { label: { zh: '支出总表', en: '' } }],
    ['a whole number for its order', { order: 1.5 }],
    ['the record of a form and is none', { layout: 'rows', form: 'project_targets' }],
  ] as const)('needs or gives %s', (fault, change) => {
    expect(() => defineKind({ ...given, ...change })).toThrow(fault)
  })

  test('shares no label with another, and a title only where codes tell the two apart', () => {
    const one = defineKind({ ...given, codes: 'functional' })
    const label = { zh: '另一表', en: 'Another' }
    const titles = ['另一个表']
    const two = (change: object) =>
      defineKind({ ...one, id: 'revenue_summary', label, titles, ...change })
    expect(() => assertDistinct([one, two({})])).not.toThrow()
    expect(() => assertDistinct([one, two({ label: { ...label, zh: one.label.zh } })])).toThrow(
      `the label "${one.label.zh}" is claimed by ${one.id} and revenue_summary`,
    )
    expect(() => assertDistinct([one, two({ titles: one.titles })])).toThrow(
      `the title "${one.titles[0]}" is claimed by`,
    )
    expect(() => assertDistinct([one, two({ titles: one.titles, codes: 'dual' })])).not.toThrow()
  })
})

describe('the kinds together', () => {
  test('are the names of the schema, each with what its file says', () => {
    expect(kinds.map(({ id }) => id)).toEqual(KIND_NAMES.toSorted())
    for (const kind of kinds) expect(kind).toMatchObject(traitsOf(kind.id) ?? {})
    expect(traitsOf('unrecognized')).toBeNull()
  })

  test('have labels in the language that they are said to be in', () => {
    for (const { label } of kinds) {
      expect(label.zh).toMatch(/\p{Script=Han}/u)
      expect(label.en).toMatch(/^[A-Z][ -~]+$/)
    }
  })

  test('share no title once it is folded as printed titles are, unless codes tell them apart', () => {
    const owners = new Map<string, string>()
    const clashes: string[] = []
    for (const { id, codes, titles } of kinds) {
      const folded = new Set(titles.map((title) => title.split('*').map(canonicalTitle).join('*')))
      for (const title of folded) {
        const claim = `${title} (${codes})`
        if (owners.has(claim)) clashes.push(`${claim}: ${owners.get(claim)} and ${id}`)
        owners.set(claim, id)
      }
    }
    expect(clashes).toEqual([])
  })

  test('of a family are several, and one of them is due where a contents page lists it', () => {
    for (const family of new Set(kinds.flatMap((kind) => kind.family ?? []))) {
      const members = kinds.filter((kind) => kind.family === family)
      expect(members.length, family).toBeGreaterThan(1)
      expect(
        members.some(({ core }) => core),
        family,
      ).toBe(true)
    }
  })

  test('are named in no stage and by no printer: what one needs to know is said by the kind itself', () => {
    const sources = readdirSync(`${ROOT}src`, { recursive: true, encoding: 'utf8' })
    // Subjects of the narrative are a vocabulary of their own, in which some words are kinds' names too.
    const subjects = new Set<string>(SUBJECTS)
    const naming = sources
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => {
        const text = readFileSync(`${ROOT}src/${name}`, 'utf8')
        const isSubject = (kind: string) =>
          name.startsWith('understand/facts/') && subjects.has(kind)
        const named = KIND_NAMES.filter((kind) => !isSubject(kind) && text.includes(`'${kind}'`))
        return named.map((kind) => [name, kind])
      })
    expect(naming).toEqual([])
  })

  test('that are forms give each kind of record once', () => {
    const given = kinds.flatMap(({ form }) => form ?? [])
    expect(given.toSorted()).toEqual(performanceSchema.shape.kind.options.toSorted())
    expect(kinds.filter(({ layout, form }) => (layout === 'form') !== (form !== null))).toEqual([])
  })

  test('say a direction where they have one list of figures and not both sides in it', () => {
    const unsaid = kinds.filter(({ direction, layout }) => direction === null && layout === 'rows')
    expect(unsaid.map(({ id }) => id)).toEqual(['government_fund_summary'])
    const sided = kinds.filter(({ direction, layout }) => direction !== null && layout !== 'rows')
    expect(sided).toEqual([])
  })
})
