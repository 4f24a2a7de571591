import type { Box } from '../../../schemas/document.js'
import { apply, type Matrix } from './matrix.js'

export type Point = [number, number]

/** The path under construction, in PDF user space; of curved subpaths only where they end is kept. */
export class Path {
  #subpaths: Point[][] = []
  #bends: Point[][] = []
  #points: Point[] = []
  #curved = false

  moveTo(x: number, y: number): void {
    this.#finish()
    this.#points.push([x, y])
  }

  lineTo(x: number, y: number): void {
    this.#points.push([x, y])
  }

  /** @param points that the curve is drawn by: it stays between them */
  curve(points: number[]): void {
    this.#curved = true
    for (let i = 0; i + 1 < points.length; i += 2) this.#points.push([points[i], points[i + 1]])
  }

  close(): void {
    if (this.#points.length > 2) this.#points.push(this.#points[0])
  }

  rectangle(x: number, y: number, width: number, height: number): void {
    this.moveTo(x, y)
    if (width !== 0 && height !== 0) this.lineTo(x + width, y)
    this.lineTo(x + width, y + height)
    if (width !== 0 && height !== 0) this.lineTo(x, y + height)
    this.close()
  }

  /** Its straight subpaths, in displayed points, and the boxes around those with a curve in them. The path begins anew. */
  take(toPage: Matrix): { paths: Point[][]; curved: Box[] } {
    this.#finish()
    const [paths, bends] = [this.#subpaths, this.#bends]
    this.#subpaths = []
    this.#bends = []
    for (const points of paths) place(points, toPage)
    for (const points of bends) place(points, toPage)
    return { paths, curved: bends.map((points) => bounds([points])) }
  }

  #finish(): void {
    if (this.#points.length > 1) (this.#curved ? this.#bends : this.#subpaths).push(this.#points)
    this.#points = []
    this.#curved = false
  }
}

function place(points: Point[], toPage: Matrix): void {
  for (let i = 0; i < points.length; i++) points[i] = apply(toPage, points[i][0], points[i][1])
}

/** The box around all points; a drawing can have a hundred thousand of them. */
export function bounds(paths: Point[][]): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity]
  for (const points of paths) {
    for (const [x, y] of points) {
      if (x < box[0]) box[0] = x
      if (y < box[1]) box[1] = y
      if (x > box[2]) box[2] = x
      if (y > box[3]) box[3] = y
    }
  }
  return box
}
