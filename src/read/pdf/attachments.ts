/** Files within the file (attachments, portfolios): by name only, nothing of them is unpacked. */
import { type CoreDict, type CoreDocument, type CorePage, Dict, Name } from '#pdfjs'

/** So many nodes of the tree of names are looked at, and so many names given: a hostile tree has no end. */
const MOST_NODES = 1_000
const MOST_NAMES = 100
/** Characters of a name that are worth saying. */
const LONGEST = 200

/** @returns their names as the file says them; none where the tree is broken */
export function attachmentsOf({ xref }: CoreDocument): string[] {
  try {
    const root = dictIn(xref.trailer, 'Root')
    const tree = dictIn(dictIn(root, 'Names'), 'EmbeddedFiles')
    const names = [...(tree ? namesIn(tree) : []), ...dictsOf(root?.getArray('AF')).map(nameOf)]
    return [...new Set(names)].slice(0, MOST_NAMES)
  } catch {
    return []
  }
}

/** Names of the files that are pinned to a page as remarks. */
export function filesPinnedTo({ pageDict }: Pick<CorePage, 'pageDict'>): string[] {
  try {
    const files = dictsOf(pageDict.getArray('Annots')).flatMap((remark) => pinned(remark))
    return files.slice(0, MOST_NAMES).map(nameOf)
  } catch {
    return []
  }
}

function pinned(remark: CoreDict): CoreDict[] {
  const type = remark.get('Subtype')
  const file = dictIn(remark, 'FS')
  return file && type instanceof Name && type.name === 'FileAttachment' ? [file] : []
}

function namesIn(tree: CoreDict): string[] {
  const names: string[] = []
  const open = [tree]
  for (let seen = 0; open.length > 0 && seen < MOST_NODES && names.length < MOST_NAMES; seen++) {
    const node = open.shift() as CoreDict
    open.push(...dictsOf(node.getArray('Kids')))
    for (const file of dictsOf(node.getArray('Names'))) names.push(nameOf(file))
  }
  return names
}

/** Keys and files stand in turn in a list of names. */
const dictsOf = (list: unknown): CoreDict[] =>
  Array.isArray(list) ? list.filter((each): each is CoreDict => each instanceof Dict) : []

function dictIn(dict: CoreDict | null, key: string): CoreDict | null {
  const value = dict?.get(key)
  return value instanceof Dict ? value : null
}

function nameOf(file: CoreDict): string {
  const name = [file.get('UF'), file.get('F')].find((each) => typeof each === 'string')
  return name === undefined ? '?' : decoded(name).slice(0, LONGEST)
}

/** Strings of a PDF are UTF-16 where they begin with its mark, UTF-8 likewise. */
function decoded(text: string): string {
  const bytes = Buffer.from(text, 'latin1')
  const pairs = bytes.subarray(2, bytes.length - (bytes.length % 2))
  if (text.startsWith('\u00fe\u00ff')) return pairs.swap16().toString('utf16le')
  return text.startsWith('\u00ef\u00bb\u00bf') ? bytes.subarray(3).toString('utf8') : text
}
