/** A file of corrections with one more or one less: pure, so that what is written can be looked at before it is. */
import type { Correction, CorrectionsFile } from '../../../schemas/corrections.js'
import { keyOf } from '../../correct/merge.js'
import { correctionName } from '../../correct/names.js'

/** What a person asks for cannot be done, and why. */
export class EditError extends Error {
  override readonly name = 'EditError'

  constructor(
    /** As HTTP says it. */
    readonly status: 400 | 409 | 422,
    message: string,
  ) {
    super(message)
  }
}

/** Where somebody has corrected the same thing before, what he says now counts; another's word stays. */
export function withCorrection(
  file: CorrectionsFile | null,
  sha256: string,
  correction: Correction,
): CorrectionsFile {
  if (file !== null && file.sha256 !== sha256 && file.corrections.length > 0)
    throw new EditError(409, 'the file holds corrections of another PDF: take them out first')
  const before = file?.sha256 === sha256 ? file.corrections : []
  const isSame = (other: Correction) =>
    other.who === correction.who && keyOf(other) === keyOf(correction)
  return {
    schema: 'kemu/corrections@1',
    sha256,
    corrections: [...before.filter((other) => !isSame(other)), correction],
  }
}

/** @returns null where none is left */
export function withoutCorrection(
  file: CorrectionsFile | null,
  correction: Correction,
): CorrectionsFile | null {
  const name = correctionName(correction)
  const at = file?.corrections.findIndex((other) => correctionName(other) === name) ?? -1
  if (file === null || at < 0) throw new EditError(409, 'that correction is not there any more')
  const corrections = file.corrections.filter((_, i) => i !== at)
  return corrections.length === 0 ? null : { ...file, corrections }
}
