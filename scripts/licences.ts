/** What is built into `dist` of others' packages stands there with their licences. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'

const PACKAGES = '/node_modules/'
const LICENCE = /^(?:licen[cs]e|copying|notice)(?:[.-]|$)/i

/** Writes `LICENSES.txt` beside a bundle: each package in it, with the text of its licence. */
export function licences(): Plugin {
  return {
    name: 'licences',
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap((file) =>
        file.type === 'chunk' ? file.moduleIds : [],
      )
      const folders = [...new Set(modules.flatMap(packageOf))].toSorted()
      const source = `${folders.map(noticeOf).join(`\n${'='.repeat(80)}\n\n`)}`
      this.emitFile({ type: 'asset', fileName: 'LICENSES.txt', source })
    },
  }
}

/** The folder of the package that a module is of; none where it is ours, or the bundler's own. */
function packageOf(module: string): string[] {
  const file = module.replace(/^\0/, '').replace(/\?.*$/, '')
  const at = file.lastIndexOf(PACKAGES)
  if (at < 0) return []
  const [first, second] = file.slice(at + PACKAGES.length).split('/')
  const name = first.startsWith('@') ? `${first}/${second}` : first
  return [path.join(file.slice(0, at), PACKAGES, name)]
}

/** @throws where a package names no licence: it cannot be shipped. saxes names its own and brings no text. */
function noticeOf(folder: string): string {
  const about = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    name: string
    version: string
    license?: string
    author?: string | { name: string }
  }
  const { name, version, license, author } = about
  const texts = textsIn(folder)
  if (texts.length === 0 && !license)
    throw new Error(`${name} has no licence: it cannot be built into what is shipped`)
  const by = typeof author === 'string' ? author : author?.name
  const head = [`${name} ${version}`, license, by && `by ${by}`].filter(Boolean).join(', ')
  return `${[head, ...texts].join('\n\n')}\n`
}

/** Files of their own; else what the last part of a README says (isarray, process-nextick-args). */
function textsIn(folder: string): string[] {
  const texts = (match: RegExp) =>
    readdirSync(folder)
      .filter((name) => match.test(name))
      .map((name) => readFileSync(path.join(folder, name), 'utf8').trim())
  const files = texts(LICENCE)
  if (files.length > 0) return files
  return texts(/^readme/i).flatMap(
    (readme) => readme.match(/^(?:#+ *)?licen[cs]e *$[\s\S]*/im) ?? [],
  )
}
