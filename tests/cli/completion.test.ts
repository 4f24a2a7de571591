/** What completes commands, tried in the shells that are there. */
import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { folderOf } from '../helpers/folder.js'
import { kemu } from '../helpers/kemu.js'

const has = (shell: string) => spawnSync(shell, ['-c', 'exit']).status === 0

async function script(shell: string): Promise<string> {
  const { code, stdout, stderr } = await kemu(['completion', shell])
  expect([code, stderr]).toEqual([0, ''])
  return stdout
}

describe.skipIf(!has('bash'))('bash', () => {
  test.each([
    [['ex'], ['extract']],
    [
      ['extract', '--fo'],
      ['--format', '--force'],
    ],
    [
      ['audit', 'out', '--lang', ''],
      ['zh', 'en'],
    ],
    [['schema', 'r'], ['run']],
    [['inspect', 'a.p'], []], // a file: left to the shell
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish'],
    ],
  ])('kemu %j: %j', async (words, expected) => {
    const folder = folderOf({ 'kemu.bash': await script('bash') })
    const line = ['kemu', ...words].map((word) => `'${word}'`).join(' ')
    const ask = `source kemu.bash; COMP_WORDS=(${line}); COMP_CWORD=${words.length}; _kemu; echo "\${COMPREPLY[*]}"`
    const { stdout, stderr } = spawnSync('bash', ['-c', ask], { cwd: folder, encoding: 'utf8' })
    expect([stdout.trim(), stderr]).toEqual([expected.join(' '), ''])
  })
})

test.each([
  'zsh',
  'fish',
])('%s: every command, and no syntax error where the shell is there', async (shell) => {
  const text = await script(shell)
  for (const name of ['extract', 'inspect', 'audit', 'panel']) expect(text).toContain(name)
  const folder = folderOf({ script: text })
  if (!has(shell)) return
  const { stderr } = spawnSync(shell, ['-n', 'script'], { cwd: folder, encoding: 'utf8' })
  expect(stderr).toBe('')
})

test('another shell is refused', async () => {
  expect((await kemu(['completion', 'csh'])).code).toBe(2)
})
