// A flat OpenDocument spreadsheet (.fods) from sheets of rows of cells.
const escapeXml = (text) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/^ +| {2,}/g, (run) => `<text:s text:c="${run.length}"/>`)

/** A cell: its text, its style, how many columns and rows it spans. */
export const cell = (text, style = 'center', columns = 1, rows = 1) =>
  `<table:table-cell office:value-type="string" table:style-name="${style}"${
    columns > 1 || rows > 1
      ? ` table:number-columns-spanned="${columns}" table:number-rows-spanned="${rows}"`
      : ''
  }><text:p>${escapeXml(text ?? '')}</text:p></table:table-cell>${`<table:covered-table-cell table:style-name="${style}"/>`.repeat(
    columns - 1,
  )}`
/** A cell that a cell in a row above covers. */
export const covered = (count = 1) =>
  '<table:covered-table-cell table:style-name="center"/>'.repeat(count)
export const row = (height, ...cells) => ({ height, cells: cells.flat(3).join('') })

/** A row that begins a page, whatever cells the break cuts. */
export const onNewPage = (first) => ({ ...first, breaks: true })

/** `parts` are lists of rows; a part made by `repeated` is printed again on the pages after it. */
export const repeated = (rows) => ({ repeated: rows })

const styleOf = ({ height, breaks }) => `h${String(height).replace('.', '_')}${breaks ? 'b' : ''}`
const rowXml = (r) =>
  `<table:table-row table:style-name="${styleOf(r)}">${r.cells}</table:table-row>`
const rowStyle = (r) =>
  `<style:style style:name="${styleOf(r)}" style:family="table-row"><style:table-row-properties ${r.height === 'auto' ? 'style:use-optimal-row-height="true"' : `style:row-height="${r.height}mm" style:use-optimal-row-height="false"`}${r.breaks ? ' fo:break-before="page"' : ''}/></style:style>`
const cellStyle = (name, align, size, more = 'fo:border="0.5pt solid #000000"') =>
  `<style:style style:name="${name}" style:family="table-cell"><style:table-cell-properties ${more} fo:padding="0.4mm" style:vertical-align="middle" fo:wrap-option="wrap"/><style:paragraph-properties fo:text-align="${align}"/><style:text-properties style:font-name="F" style:font-name-asian="F" fo:font-size="${size}pt" style:font-size-asian="${size}pt"/></style:style>`
const layout = (name, width, height) =>
  `<style:page-layout style:name="${name}"><style:page-layout-properties fo:page-width="${width}mm" fo:page-height="${height}mm" style:print-orientation="${width > height ? 'landscape' : 'portrait'}" fo:margin="10mm" style:table-centering="horizontal"/><style:header-style/><style:footer-style/></style:page-layout>`
const master = (name) =>
  `<style:master-page style:name="m${name}" style:page-layout-name="${name}"><style:header style:display="false"/><style:footer style:display="false"/></style:master-page>`

export function fods(sheets, font) {
  const rows = sheets.flatMap((sheet) => sheet.parts.flatMap((part) => part.repeated ?? part))
  const rowStyles = new Map(rows.map((r) => [styleOf(r), rowStyle(r)]))
  const columns = sheets.flatMap((sheet, i) =>
    sheet.widths.map(
      (width, j) =>
        `<style:style style:name="c${i}_${j}" style:family="table-column"><style:table-column-properties style:column-width="${width}mm"/></style:style>`,
    ),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:font-face-decls><style:font-face style:name="F" svg:font-family="&apos;${font}&apos;"/></office:font-face-decls>
<office:automatic-styles>${layout('portrait', 210, 297)}${layout('landscape', 297, 210)}
${['portrait', 'landscape'].map((name) => `<style:style style:name="s${name}" style:family="table" style:master-page-name="m${name}"><style:table-properties table:display="true"/></style:style>`).join('')}
${columns.join('\n')}
${[...rowStyles.values()].join('')}
${cellStyle('left', 'start', 9)}${cellStyle('center', 'center', 9)}${cellStyle('number', 'end', 9)}${cellStyle('title', 'center', 14)}${cellStyle('small', 'center', 7.5)}
${cellStyle('text', 'start', 12, '')}${cellStyle('note', 'start', 9, '')}${cellStyle('heading', 'center', 16, '')}${cellStyle('unit', 'end', 9, '')}
</office:automatic-styles>
<office:master-styles>${master('portrait')}${master('landscape')}</office:master-styles>
<office:body><office:spreadsheet>
${sheets
  .map(
    (
      sheet,
      i,
    ) => `<table:table table:name="Sheet${i + 1}" table:style-name="s${sheet.page}">${sheet.widths.map((_, j) => `<table:table-column table:style-name="c${i}_${j}"/>`).join('')}
${sheet.parts.map((part) => (part.repeated ? `<table:table-header-rows>${part.repeated.map(rowXml).join('')}</table:table-header-rows>` : part.map(rowXml).join('\n'))).join('\n')}</table:table>`,
  )
  .join('\n')}
</office:spreadsheet></office:body></office:document>`
}
