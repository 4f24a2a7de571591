/** Sheets -> the bytes of a workbook. Nothing in it says when it was made. */
import { SheetNames } from './names.js'
import { Sheet } from './sheet.js'
import { Styles } from './style.js'
import { Strings, xmlText } from './text.js'
import { type Part, zip } from './zip.js'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export class Workbook {
  readonly sheets: Sheet[] = []
  readonly #names = new SheetNames()
  readonly #strings = new Strings()
  readonly #styles = new Styles()

  /** @param name the wanted one: the sheet says what it came to */
  addSheet(name: string): Sheet {
    const sheet = new Sheet(this.#names.take(name), this.#strings, this.#styles)
    this.sheets.push(sheet)
    return sheet
  }

  bytes(): Uint8Array {
    const parts: Record<string, Part> = {
      '[Content_Types].xml': contentTypes(this.sheets),
      '_rels/.rels': relations([
        ['officeDocument', 'xl/workbook.xml'],
        ['extended-properties', 'docProps/app.xml'],
      ]),
      'docProps/app.xml': `<Properties xmlns="${OFFICE.replace('relationships', 'extended-properties')}"><Application>kemu</Application></Properties>`,
      'xl/workbook.xml': workbookXml(this.sheets),
      'xl/_rels/workbook.xml.rels': relations([
        ...this.sheets.map((_, i): Relation => ['worksheet', `worksheets/sheet${i + 1}.xml`]),
        ['styles', 'styles.xml'],
        ['sharedStrings', 'sharedStrings.xml'],
      ]),
    }
    this.sheets.forEach((sheet, i) => {
      addSheetParts(parts, sheet, i)
    })
    parts['xl/styles.xml'] = this.#styles.xml()
    parts['xl/sharedStrings.xml'] = this.#strings.xml()
    return zip(parts)
  }
}

function addSheetParts(parts: Record<string, Part>, sheet: Sheet, i: number): void {
  parts[`xl/worksheets/sheet${i + 1}.xml`] = sheet.xml(i === 0)
  if (sheet.comments.size === 0) return
  parts[`xl/worksheets/_rels/sheet${i + 1}.xml.rels`] = relations([
    ['comments', `../comments${i + 1}.xml`],
    ['vmlDrawing', `../drawings/vmlDrawing${i + 1}.vml`],
  ])
  parts[`xl/comments${i + 1}.xml`] = sheet.comments.xml()
  parts[`xl/drawings/vmlDrawing${i + 1}.vml`] = sheet.comments.drawing()
}

type Relation = [type: string, target: string]

function relations(list: readonly Relation[]): string {
  const items = list.map(
    ([type, target], i) =>
      `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`
}

function contentTypes(sheets: readonly Sheet[]): string {
  const override = (part: string, type: string) =>
    `<Override PartName="/xl/${part}" ContentType="${TYPE}.${type}+xml"/>`
  return (
    `<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>' +
    '<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>' +
    override('workbook.xml', 'sheet.main') +
    override('styles.xml', 'styles') +
    override('sharedStrings.xml', 'sharedStrings') +
    sheets
      .map(
        ({ comments }, i) =>
          override(`worksheets/sheet${i + 1}.xml`, 'worksheet') +
          (comments.size > 0 ? override(`comments${i + 1}.xml`, 'comments') : ''),
      )
      .join('') +
    '</Types>'
  )
}

function workbookXml(sheets: readonly Sheet[]): string {
  const list = sheets.map(
    ({ name }, i) => `<sheet name="${xmlText(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  )
  const names = sheets.flatMap((sheet, i) => definedNames(sheet, i))
  return (
    `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}">` +
    `<bookViews><workbookView/></bookViews><sheets>${list.join('')}</sheets>` +
    (names.length > 0 ? `<definedNames>${names.join('')}</definedNames>` : '') +
    '</workbook>'
  )
}

/** What a sheet repeats in print and filters is known to the workbook by reserved names. */
function definedNames({ name, filter, titleRows }: Sheet, i: number): string[] {
  const defined = (kind: string, ref: string, hidden = '') =>
    `<definedName name="_xlnm.${kind}" localSheetId="${i}"${hidden}>${xmlText(`'${name}'!${ref}`)}</definedName>`
  const fixed = (ref: string) => ref.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')
  return [
    ...(filter ? [defined('_FilterDatabase', fixed(filter), ' hidden="1"')] : []),
    ...(titleRows ? [defined('Print_Titles', `$${titleRows[0]}:$${titleRows[1]}`)] : []),
  ]
}
