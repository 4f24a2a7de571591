/** A small PDF by hand: objects as given, from object 1 on, the first one its catalog. */
export function pdfOf(objects: string[], trailer = ''): Uint8Array {
  let text = '%PDF-1.4\n'
  const places = objects.map((object, i) => {
    const at = text.length
    text += `${i + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const xref = text.length
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`
  text += `trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${xref}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

export const stream = (bytes: Buffer, filter = '') =>
  `<</Length ${bytes.length}${filter}>>\nstream\n${bytes.toString('latin1')}\nendstream`

/** One page with the content given. */
export const onePage = (content: string, pages = '<</Type/Pages/Kids[3 0 R]/Count 1>>') =>
  pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    pages,
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 500]/Contents 4 0 R/Resources<<>>>>',
    content,
  ])

/** One page of 500 x 500 points with a plain font F1 and whatever else its resources, its page and its catalog name. */
export function textPage(
  content: string,
  more: { resources?: string; page?: string; catalog?: string; objects?: string[] } = {},
): Uint8Array {
  const { resources = '', page = '', catalog = '', objects = [] } = more
  return pdfOf([
    `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 500]/Contents 4 0 R${page}/Resources<</Font<</F1 5 0 R>>${resources}>>>>`,
    stream(Buffer.from(content, 'latin1')),
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    ...objects,
  ])
}

/** A page whose content is in a font of the test's own. */
export const fontPage = (font: string, content: string, objects: string[] = []) =>
  pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 500]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    stream(Buffer.from(`BT /F1 10 Tf 100 300 Td ${content} Tj ET`)),
    font,
    ...objects,
  ])

/** A text shown at a place, measured from the page's lower left. */
export const show = (text: string, x: number, y: number, before = '') =>
  `BT ${before} /F1 10 Tf 1 0 0 1 ${x} ${y} Tm (${text}) Tj ET\n`
