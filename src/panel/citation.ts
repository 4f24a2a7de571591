/** `CITATION.cff` of a panel (Citation File Format 1.2): what to cite, by the content's own version. */

export interface Cited {
  title: string
  /** Of the data: the program's version and a hash of what was read, so that two panels are told apart. */
  version: string
  /** yyyy-mm-dd; null where nobody said. No clock is read: the same inputs are the same bytes. */
  released: string | null
  /** Of the program that made it. */
  program: string
}

const MESSAGE = 'If you use this data set, please cite it as below, with its version.'
const ABSTRACT =
  "Amounts of China's published department budgets and final accounts (部门预算、部门决算), read from the " +
  'published PDF files, each checked and traceable to page and box.'

/** Strings are quoted as in JSON, which YAML reads alike. */
export function citation({ title, version, released, program }: Cited): string {
  const text = JSON.stringify
  return `${[
    'cff-version: 1.2.0',
    `message: ${text(MESSAGE)}`,
    'type: dataset',
    `title: ${text(title)}`,
    `abstract: ${text(ABSTRACT)}`,
    'authors:',
    '  - name: The kemu project',
    `version: ${text(version)}`,
    ...(released === null ? [] : [`date-released: ${text(released)}`]),
    'references:',
    '  - type: software',
    '    title: kemu',
    '    authors:',
    '      - name: The kemu project',
    `    version: ${text(program)}`,
    '    license: Apache-2.0',
  ].join('\n')}\n`
}
