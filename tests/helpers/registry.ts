/**
 * A registry of what stands in our own `node_modules`, on this machine only: `npm install` of the packed package works as
 * it does for a user, and asks no network.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { folderOf } from './folder.js'
import { run } from './kemu.js'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

interface Packed {
  name: string
  version: string
  filename: string
  files: { path: string }[]
  unpackedSize: number
}

/** Packs folders as they stand. @returns in their order */
export function pack(folders: readonly string[], to: string): Packed[] {
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', to, ...folders]
  return JSON.parse(execFileSync('npm', args, { cwd: ROOT, encoding: 'utf8' }))
}

/** Folders of all that a user of the package gets with it. */
function dependencies(): string[] {
  const args = ['ls', '--all', '--omit=dev', '--omit=peer', '--parseable']
  const lines = execFileSync('npm', args, { cwd: ROOT, encoding: 'utf8' }).trim().split('\n')
  return [...new Set(lines.slice(1))]
}

interface Registry {
  url: string
  close: () => void
}

export async function localRegistry(): Promise<Registry> {
  const to = folderOf()
  const folders = dependencies()
  const packed = pack(folders, to)
  const texts = folders.map((folder) => readFileSync(path.join(folder, 'package.json'), 'utf8'))
  const byName = new Map(packed.map((each, i) => [each.name, { ...each, about: texts[i] }]))
  const server = createServer(({ url = '/' }, answer) => {
    const name = decodeURIComponent(url.slice(1))
    const tarball = name.endsWith('.tgz') ? readFileSync(path.join(to, path.basename(name))) : null
    const found = byName.get(name)
    if (tarball) answer.end(tarball)
    else if (found) answer.end(JSON.stringify(metadata(found, to, base())))
    else answer.writeHead(404).end('{}')
  })
  const base = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: base(), close: () => server.close() }
}

/** As a registry says it of a package: all its versions, of which there is one. */
function metadata(
  { name, version, filename, about }: Packed & { about: string },
  folder: string,
  url: string,
) {
  const bytes = readFileSync(path.join(folder, filename))
  const integrity = `sha512-${createHash('sha512').update(bytes).digest('base64')}`
  const dist = { tarball: `${url}/${filename}`, integrity }
  const versions = { [version]: { ...JSON.parse(about), dist } }
  return { name, 'dist-tags': { latest: version }, versions }
}

export interface Installed {
  /** The empty folder that it was installed into. */
  folder: string
  /** What is in the package, by its paths. */
  files: string[]
}

/** As a user has it: `npm install <tarball>` in an empty folder. */
export async function installed(): Promise<Installed> {
  const [to, folder] = [folderOf(), folderOf({ 'package.json': '{ "private": true }' })]
  const [{ filename, files }] = pack([ROOT], to)
  const registry = await localRegistry()
  const options = ['--registry', registry.url, '--cache', folderOf(), '--no-audit', '--no-fund']
  try {
    const ended = await run('npm', ['install', path.join(to, filename), ...options], folder)
    if (ended.code !== 0) throw new Error(ended.stderr)
  } finally {
    registry.close()
  }
  return { folder, files: files.map((file) => file.path) }
}
