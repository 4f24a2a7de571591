import { AMOUNT, DASH, fold } from '../../../schemas/text.js'

/**
 * A printed amount -> a decimal string with the digits printed, without commas.
 *
 * @returns null for a blank; '0' for a lone dash, which prints zero; undefined for what is no amount
 */
export function parseAmount(text: string): string | null | undefined {
  const folded = fold(text).replace(/%$/, '')
  if (folded === '') return null
  if (DASH.test(folded)) return '0'
  if (!AMOUNT.test(folded)) return undefined
  const plain = folded.replace(/,/g, '').replace(/^\+/, '')
  return plain.startsWith('.') ? `0${plain}` : plain.replace(/^(-?)0+(?=\d)/, '$1')
}

export type Unit = '元' | '千元' | '万元' | '亿元'

/** The unit that a line or a header states; null where it states none. */
export function parseUnit(text: string | null): Unit | null {
  const match = /([千万亿]?元)/.exec(fold(text ?? ''))
  return match ? (match[1] as Unit) : null
}
