import { fold } from './text.js'

/** A title ends in 表, perhaps with a remark in brackets; contents lines go on with dots or a page number. */
export function looksLikeTitle(text: string): boolean {
  const folded = fold(text)
  if (folded.length < 3 || folded.length > LONGEST || /[。;]|\.{3}|…|·{3}/.test(folded))
    return false
  if (/^(?:备?注|说明)[:：]|^[-\d]+$|见(?:附)?表|下表|本表|此表|空表|列表$|代表$/.test(folded))
    return false
  return /表(?:\([^()]*(?:\([^()]*\))?[^()]*\)?)?[\d-]*$/.test(folded)
}

/** A longer line that ends in 表, in characters, is a sentence. */
const LONGEST = 70
