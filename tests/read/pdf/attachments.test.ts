/** Files within the file are named, and not read. */
import { expect, test } from 'vitest'
import { readDocument } from '../../../src/pipeline.js'
import { readPdf } from '../../../src/read/pdf/read.js'
import { show, textPage } from '../../helpers/pdf.js'

const withFiles = (tree: string, ...objects: string[]) =>
  textPage(show('see the tables attached', 50, 400), {
    catalog: `/Names<</EmbeddedFiles ${tree}>>`,
    objects,
  })

test('by their names, however the tree of names is built', async () => {
  const flat = withFiles(
    '<</Names[(a)<</Type/Filespec/F(tables.pdf)>>(b)<</Type/Filespec/UF<FEFF9884 7B97 002E 0070 0064 0066>/F(x)>>]>>',
  )
  expect((await readPdf(flat)).attachments).toEqual(['tables.pdf', '预算.pdf'])
  const deep = withFiles(
    '6 0 R',
    '<</Kids[7 0 R 8 0 R]>>',
    '<</Names[(a)<</F(one.xls)>>]>>',
    '<</Names[(b)<</EF<<>>>>]>>',
  )
  expect((await readPdf(deep)).attachments).toEqual(['one.xls', '?'])
})

test('pinned to a page, or said to belong to the file: each once', async () => {
  const pinned = '<</Subtype/FileAttachment/Rect[0 0 9 9]/FS<</F(tables.pdf)>>>>'
  const link = '<</Subtype/Link/Rect[0 0 9 9]/FS<</F(other.pdf)>>>>'
  const bytes = textPage(show('see the tables attached', 50, 400), {
    page: `/Annots[${pinned}${link}${pinned}]`,
    catalog: '/AF[<</F(data.xlsx)>><</F(data.xlsx)>>]',
  })
  expect((await readPdf(bytes)).attachments).toEqual(['data.xlsx', 'tables.pdf'])
})

test('a tree that holds itself ends', async () => {
  const { attachments } = await readPdf(withFiles('6 0 R', '<</Kids[6 0 R]/Names[(a)<</F(a)>>]>>'))
  expect(new Set(attachments)).toEqual(new Set(['a']))
  expect(attachments.length).toBeLessThanOrEqual(100)
})

test('are said by the document; a file without any says nothing', async () => {
  const codes = async (bytes: Uint8Array) =>
    (await readDocument({ file: 'a.pdf', bytes })).document.issues.map(({ code }) => code)
  expect(await codes(withFiles('<</Names[(a)<</F(tables.pdf)>>]>>'))).toContain('attached_files')
  expect(await codes(textPage(show('nothing attached', 50, 400)))).not.toContain('attached_files')
})
