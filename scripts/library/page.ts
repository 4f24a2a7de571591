/** `docs/library.md`: how the library is used, and what it exports. */
import { readFileSync } from 'node:fs'
import { type Described, describeLibrary } from './describe.js'

const HEAD = `# kemu as a library

<!-- Written by \`npm run library\` from the docstrings of what src/index.ts exports: change them there. -->

    npm install kemu

It is an ES module with types. \`import\` works everywhere, \`require('kemu')\` on Node 20.19 and newer.
`

const EXAMPLES = `## Examples

The three public expenses (三公经费) of some PDFs:
`

const MORE = `[examples/tables-to-csv.ts](../examples/tables-to-csv.ts) filters tables, keeps their leaves and writes CSV. Both are
compiled under \`strict\` and run by the tests.

**Figures are strings**, exact as they are printed: \`'82.80'\`. \`Number('82.80')\` is good for a chart; to add them up take
a decimal library, such as decimal.js. A \`value\` is null where the page is blank.
`

const VERSIONS = `## Versions

\`schema\` in a document says its contract and the major version of it: \`kemu/document@1\`.

- Within \`@1\`, fields may be added, and lists of words (kinds of tables, findings, measures, …) may grow. Nothing is
  renamed or removed, and nothing means something else. So a program should pass over fields that it does not know.
- Whatever breaks this is \`kemu/document@2\`, and a new major version of the package. \`kemu/run@1\` is kept in the same way.
- The package follows [semantic versioning](https://semver.org): major where a name on this page, a command or an option goes
  or changes its meaning, minor where one is added, patch where something is mended. Before 1.0, what breaks names of this
  page is a minor version; documents keep \`@1\`.
- **A better reading is no new contract**: the same PDF may give other figures in a newer version where the older one was
  wrong. The changelog says so. \`build\` in \`run.json\` says exactly which program read a file.
`

export function libraryText(root: string): string {
  const all = describeLibrary(root)
  const of = (what: Described['what']) => all.filter((each) => each.what === what).map(section)
  const example = readFileSync(`${root}examples/three-public.ts`, 'utf8')
  return [
    ...[HEAD, EXAMPLES, fenced(example.replace(/^\/\*\*.*?\*\/\n/s, '')), MORE, VERSIONS],
    ...['## Functions\n', ...of('function'), '## Values\n', ...of('value')],
    ...['## Types\n', ...of('type')],
  ].join('\n')
}

const fenced = (code: string) => `\`\`\`ts\n${code.trim()}\n\`\`\`\n`

/** Longer than this a type says nothing to a person. */
const LONGEST = 300

function section({ name, what, text, words, tags, properties }: Described): string {
  const declared = what === 'type' ? `type ${name} = ${text}` : `${name}: ${text}`
  const lines = tags.map((tag) => `- ${tag.name === 'param' ? '' : `${tag.name} `}${tag.words}`)
  const rows = properties.map((each) => {
    return `| ${code(each.name)} | ${code(each.text)} | ${each.words.replaceAll('|', '\\|')} |`
  })
  return [
    `### ${name}\n`,
    ...(words === '' ? [] : [`${words}\n`]),
    ...(lines.length > 0 ? [...lines, ''] : []),
    ...(text === '' || text.length > LONGEST ? [] : [fenced(declared)]),
    ...(rows.length > 0 ? ['| property | type | |', '| --- | --- | --- |', ...rows, ''] : []),
  ].join('\n')
}

const code = (text: string) => `\`${text.replaceAll('|', '\\|')}\``
