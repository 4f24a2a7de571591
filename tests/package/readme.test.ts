/** What the READMEs show is so, in both languages: every command runs, the figures are those of the sample. */
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { readDocument } from '../../src/index.js'
import { folderOf } from '../helpers/folder.js'
import { MAIN, run } from '../helpers/kemu.js'
import { ROOT } from '../helpers/registry.js'

const SAMPLE = path.join(ROOT, 'samples/hengyang-as-published.pdf')
const LANGUAGES = [
  ['README.md', 'budget.pdf', ['folder', 'another/folder']],
  ['README.zh-CN.md', '预算.pdf', ['文件夹', '另一个/文件夹']],
] as const

/** Of indented blocks, without remarks. */
function commandsOf(readme: string): string[][] {
  const lines = [...readme.matchAll(/^ {4}npx kemu (.+?)(?: +#.*)?$/gm)]
  return lines.map(([, line]) => line.split(/ +/))
}

/** Of sentences: `kemu …` with all that it needs. */
const spoken = (readme: string) =>
  [...readme.matchAll(/`kemu ([^`]+)`/g)].map(([, line]) => line.split(' '))

describe.each(LANGUAGES)('%s', (name, pdf, folders) => {
  const readme = readFileSync(path.join(ROOT, name), 'utf8')
  const commands = commandsOf(readme)
  const cwd = folderOf()

  beforeAll(() => {
    cpSync(SAMPLE, path.join(cwd, pdf))
    for (const [i, folder] of folders.entries()) {
      mkdirSync(path.join(cwd, folder), { recursive: true })
      cpSync(SAMPLE, path.join(cwd, folder, `${i}.pdf`))
    }
  })

  /** A server is ended once it has said where it is. */
  const kemu = (args: readonly string[]) =>
    run(process.execPath, [MAIN, ...args], cwd, (child, stdout) => {
      if (args[0] === 'view' && stdout().includes('http')) child.kill('SIGINT')
    })

  test('every command of its blocks runs, one after the other', async () => {
    expect(commands.length).toBeGreaterThan(13)
    for (const args of commands) {
      if (args[0] === 'merge')
        for (const part of [1, 2])
          await kemu(['extract', folders[0], '-o', `out/${part}`, '--shard', `${part}/2`])
      const { code, stdout, stderr } = await kemu(args)
      expect([args.join(' '), code, code === 0 ? '' : stderr]).toEqual([args.join(' '), 0, ''])
      expect(stdout).not.toBe(args[0] === 'merge' ? '-' : '')
    }
  })

  test('every command of its sentences is one, and runs where it says all that it needs', async () => {
    const all = spoken(readme)
    expect(all.length).toBeGreaterThan(5)
    for (const [command, ...args] of all) {
      const { code } = await kemu([command, ...(args.length > 0 ? args : ['--help'])])
      expect([command, ...args, code]).toEqual([command, ...args, 0])
    }
  })

  test('its table and its JSON are what is read', async () => {
    const { document } = await readDocument(SAMPLE)
    const [, json] = /```json\n(.+?)```/s.exec(readme) ?? []
    const rows = document.tables.flatMap((table) => table.rows)
    const shown = JSON.parse(json)
    expect(rows.find(({ id }) => id === shown.id)).toMatchObject(shown)
    const lines = [...readme.matchAll(/^\| ([ \d]{7}) \| (\S+) +\| \S+ +\|(.+)\|$/gm)]
    expect(lines).toHaveLength(5)
    const table = document.tables.find(({ kind }) => kind === 'general_budget_expenditure')
    expect(table?.pages).toEqual([11])
    for (const [, code, called, figures] of lines) {
      const row = table?.rows.find(
        (each) => (each.code ?? '') === code.trim() && each.name === called,
      )
      const values = Object.values(row?.cells ?? {}).map(({ value }) => value)
      expect(figures.split('|').map((each) => each.trim())).toEqual(values)
    }
  })

  test('its program is the example that is compiled and run', () => {
    const [, program] = /```ts\n(.+?)```/s.exec(readme) ?? []
    const example = readFileSync(path.join(ROOT, 'examples/three-public.ts'), 'utf8')
    expect(example.replace(/^\/\*\*.*\*\/\n/, '')).toBe(program)
  })

  test('every file of the repository that it names is there', () => {
    const named = [...readme.matchAll(/`((?:src|schemas|extractors|samples|docs)\/[\w./]*)`/g)]
    expect(named.length).toBeGreaterThan(2)
    expect(
      named.map(([, file]) => file).filter((file) => !existsSync(path.join(ROOT, file))),
    ).toEqual([])
  })
})
