/** What `src/index.ts` exports, in the words of its docstrings: the text of `docs/library.md`. */
import ts from 'typescript'

export interface Described {
  name: string
  what: 'function' | 'value' | 'type'
  /** As TypeScript says it; of an interface or an object nothing, since its properties are listed. */
  text: string
  words: string
  tags: { name: string; words: string }[]
  properties: Property[]
}

interface Property {
  name: string
  text: string
  words: string
}

const FLAGS =
  ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseSingleQuotesForStringLiteralType
/** More words than a page is read for. */
const MOST_WORDS = 20

/** @param root of the repository */
export function describeLibrary(root: string): Described[] {
  const config = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile).config
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root)
  const entry = `${root}src/index.ts`
  const program = ts.createProgram([entry], { ...options, noEmit: true })
  const checker = program.getTypeChecker()
  const source = program.getSourceFile(entry)
  const module = source && checker.getSymbolAtLocation(source)
  if (!module) throw new Error(`${entry} exports nothing`)
  const symbols = checker.getExportsOfModule(module).map((each) => originOf(each, checker))
  return new Describer(checker, symbols).all()
}

function originOf(symbol: ts.Symbol, checker: ts.TypeChecker): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
}

class Describer {
  /** What zod infers has no name where it stands within another: it is known again by its text. */
  readonly #names: [text: string, name: string][]

  constructor(
    readonly checker: ts.TypeChecker,
    readonly symbols: readonly ts.Symbol[],
  ) {
    this.#names = symbols
      .filter((symbol) => isType(symbol))
      .map((symbol): [string, string] => [this.#whole(symbol), symbol.name])
      .filter(([text, name]) => text !== name)
      .toSorted(([a], [b]) => b.length - a.length)
  }

  all(): Described[] {
    return this.symbols
      .map((symbol) => this.#describe(symbol))
      .toSorted((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1))
  }

  #describe(symbol: ts.Symbol): Described {
    const tags = symbol.getJsDocTags(this.checker).map(({ name, text }) => {
      return { name, words: oneLine(ts.displayPartsToString(text)) }
    })
    const properties = isType(symbol) ? this.#properties(symbol) : []
    return {
      name: symbol.name,
      what: isType(symbol) ? 'type' : symbol.flags & ts.SymbolFlags.Function ? 'function' : 'value',
      text: properties.length > 0 ? '' : this.#text(symbol),
      words: ts.displayPartsToString(symbol.getDocumentationComment(this.checker)),
      ...{ tags, properties },
    }
  }

  #text(symbol: ts.Symbol): string {
    const whole = this.#whole(symbol)
    const others = this.#names.filter(([text]) => text !== whole)
    return inShort(
      isType(symbol) ? named(whole, others) : named(this.#valueOf(symbol), this.#names),
    )
  }

  #whole(symbol: ts.Symbol): string {
    const flags = FLAGS | ts.TypeFormatFlags.InTypeAlias
    return this.checker.typeToString(this.checker.getDeclaredTypeOfSymbol(symbol), undefined, flags)
  }

  #valueOf(symbol: ts.Symbol): string {
    return this.checker.typeToString(this.checker.getTypeOfSymbol(symbol), undefined, FLAGS)
  }

  #properties(symbol: ts.Symbol): Property[] {
    const type = this.checker.getDeclaredTypeOfSymbol(symbol)
    if (!(type.flags & ts.TypeFlags.Object) || this.checker.isTupleType(type)) return []
    return type.getProperties().map((property) => ({
      name: property.flags & ts.SymbolFlags.Optional ? `${property.name}?` : property.name,
      text: inShort(named(this.#valueOf(property), this.#names).replace(/ \| undefined$/, '')),
      words: oneLine(ts.displayPartsToString(property.getDocumentationComment(this.checker))),
    }))
  }
}

const isType = ({ flags }: ts.Symbol) =>
  (flags & (ts.SymbolFlags.TypeAlias | ts.SymbolFlags.Interface)) !== 0

const named = (text: string, names: readonly [string, string][]) =>
  names.reduce((rest, [whole, name]) => rest.replaceAll(whole, name), text)

/** Long lists are left to `kemu schema`; in shorter ones null comes last, and words in the order of the alphabet. */
const inShort = (text: string) =>
  text
    .replace(/'[^']*'(?: \| '[^']*')+/g, (list) => {
      const words = list.split(' | ')
      return words.length > MOST_WORDS ? 'string' : words.toSorted().join(' | ')
    })
    .replace(/\((\w+)\)\[\]/g, '$1[]')

const oneLine = (text: string) => text.replace(/\s*\n\s*/g, ' ')
