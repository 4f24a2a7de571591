import { apply, type Matrix } from './matrix.js'

export type Point = [number, number]

/** The path under construction, in PDF user space; curves are known, not kept. */
export class Path {
  #subpaths: Point[][] = []
  #points: Point[] = []
  #curved = false

  moveTo(x: number, y: number): void {
    this.#finish()
    this.#points.push([x, y])
  }

  lineTo(x: number, y: number): void {
    this.#points.push([x, y])
  }

  curve(): void {
    this.#curved = true
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

  /** Its straight subpaths, in displayed points; those with a curve in them are left out. The path begins anew. */
  take(toPage: Matrix): Point[][] {
    this.#finish()
    const taken = this.#subpaths
    this.#subpaths = []
    for (const points of taken) {
      for (let i = 0; i < points.length; i++) points[i] = apply(toPage, points[i][0], points[i][1])
    }
    return taken
  }

  #finish(): void {
    if (this.#points.length > 1 && !this.#curved) this.#subpaths.push(this.#points)
    this.#points = []
    this.#curved = false
  }
}
