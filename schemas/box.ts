import { z } from 'zod'

/** [x0, top, x1, bottom] in points, origin at the top left of the page as displayed. */
export const boxSchema = z.tuple([z.number(), z.number(), z.number(), z.number()])
export type Box = z.infer<typeof boxSchema>

/** A box as it is put out: hundredths of a point are finer than anything that is printed. */
export function boxOf(x0: number, top: number, x1: number, bottom: number): Box {
  return [hundredth(x0), hundredth(top), hundredth(x1), hundredth(bottom)]
}

function hundredth(value: number): number {
  return Math.round(value * 100) / 100 + 0
}
