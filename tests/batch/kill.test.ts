/** Whoever is killed, the run or one of its workers: the same bytes in the end, and nobody left behind. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { contentsOf, folderOf } from '../helpers/folder.js'
import { kemu } from '../helpers/kemu.js'

const SAMPLES = fileURLToPath(new URL('../../samples/', import.meta.url))

const twice = () => {
  const merged = readFileSync(path.join(SAMPLES, 'hengyang-merged.pdf'))
  return folderOf({
    'a.pdf': merged,
    'b.pdf': Buffer.concat([merged, Buffer.from('%\n')]),
    'c.pdf': Buffer.concat([merged, Buffer.from('%%\n')]),
  })
}

/** The processes that one has started, where the system tells. */
function startedBy(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === pid)
    .map(Number)
}

function parentOf(pid: string): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return null
  }
}

const isThere = (pid: number) => {
  try {
    return !/^State:\s*Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

const linux = test.runIf(process.platform === 'linux')

linux(
  'a worker that is killed costs nothing: its document is read again',
  async () => {
    const [input, out, whole] = [twice(), folderOf(), folderOf()]
    await kemu(['extract', input, '-o', whole])
    let killed = 0
    const { code } = await kemu(['extract', input, '-o', out, '--jobs', '2'], ({ pid }) => {
      if (killed > 0) return
      for (const worker of startedBy(pid as number)) {
        process.kill(worker, 'SIGKILL')
        killed += 1
      }
    })
    expect([killed > 0, code]).toEqual([true, 0])
    expect(contentsOf(out)).toEqual(contentsOf(whole))
  },
  120_000,
)

linux(
  'a run that is killed leaves no worker',
  async () => {
    let workers: number[] = []
    await kemu(['extract', twice(), '-o', folderOf(), '--jobs', '2'], (child) => {
      if (workers.length > 0) return
      workers = startedBy(child.pid as number)
      child.kill('SIGKILL')
    })
    expect(workers.length).toBeGreaterThan(0)
    const until = performance.now() + 10_000
    while (workers.some(isThere) && performance.now() < until)
      await new Promise((resolve) => setTimeout(resolve, 50))
    expect(workers.filter(isThere)).toEqual([])
  },
  120_000,
)
