/** Each rule's own sentences: those that it reads, and those that only look like them. */
import { describe, expect, it } from 'vitest'
import { RULES } from '../../../src/understand/facts/rules/index.js'
import { factsOf } from '../../helpers/narrative.js'

const SECTION = '一、收支预算总体情况说明'

describe.each(RULES)('$name', ({ examples, not }) => {
  it.each(Object.entries(examples))('reads %s', (sentence, expected) => {
    const facts = factsOf([SECTION, `${sentence}。`])
    expect(facts).toHaveLength(expected.length)
    expect(facts).toMatchObject(expected)
  })

  it.each(not)('gives nothing for %s', (sentence) => {
    expect(factsOf([SECTION, `${sentence}。`])).toEqual([])
  })
})

it('has a name of its own for each rule', () => {
  expect(new Set(RULES.map(({ name }) => name)).size).toBe(RULES.length)
})
