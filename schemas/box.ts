import { z } from 'zod'

/** [x0, top, x1, bottom] in points, origin at the top left of the page as displayed. */
export const boxSchema = z.tuple([z.number(), z.number(), z.number(), z.number()])
/** Of what is printed: `[x0, top, x1, bottom]` in points, from the top left corner of the page as it is displayed. */
export type Box = z.infer<typeof boxSchema>

/** A box as it is put out: hundredths of a point are finer than anything that is printed. */
export function boxOf(x0: number, top: number, x1: number, bottom: number): Box {
  return [hundredth(x0), hundredth(top), hundredth(x1), hundredth(bottom)]
}

/** The least box that holds them all: of one or more. A page can have more of them than a call takes arguments. */
export function around(boxes: readonly Box[]): Box {
  const [x0, top, x1, bottom] = boxes[0]
  const whole: Box = [x0, top, x1, bottom]
  for (const box of boxes) {
    whole[0] = Math.min(whole[0], box[0])
    whole[1] = Math.min(whole[1], box[1])
    whole[2] = Math.max(whole[2], box[2])
    whole[3] = Math.max(whole[3], box[3])
  }
  return whole
}

function hundredth(value: number): number {
  return Math.round(value * 100) / 100 + 0
}
