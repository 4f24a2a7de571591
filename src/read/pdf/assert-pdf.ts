import { InputError } from '../../../schemas/input-error.js'

/** `%PDF-` may stand behind a little junk: readers accept it within the first kilobyte. */
const HEADER_WINDOW = 1024

/** @throws InputError not_pdf, saying what the file looks like instead. */
export function assertPdf(bytes: Uint8Array): void {
  if (bytes.length === 0) {
    throw new InputError('not_pdf', {
      zh: '文件是空的：请重新下载',
      en: 'the file is empty: download it again',
    })
  }
  const head = Buffer.from(bytes.subarray(0, HEADER_WINDOW)).toString('latin1')
  if (head.includes('%PDF-')) return
  const { zh, en } = describe(head)
  throw new InputError('not_pdf', {
    zh: `文件不是 PDF，而是${zh}：请查看网站实际返回的内容，下载 PDF 本身`,
    en: `the file is not a PDF but ${en}: look at what the site really sends and download the PDF itself`,
  })
}

function describe(head: string): { zh: string; en: string } {
  if (/^\s*(<!doctype html|<html|<head|<script|<!--)/i.test(head))
    return { zh: ' HTML 网页', en: 'an HTML page' }
  if (head.startsWith('PK'))
    return { zh: ' zip 压缩包或 Office 文档', en: 'a zip archive or an Office document' }
  if (head.startsWith('\xd0\xcf\x11\xe0'))
    return { zh: '旧版 Office 文档', en: 'an old Office document' }
  if (/^(?:Rar!|7z|\x1f\x8b)/.test(head)) return { zh: '压缩包', en: 'an archive' }
  return { zh: '其他类型的文件', en: 'of some other type' }
}
