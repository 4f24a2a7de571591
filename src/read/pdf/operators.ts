/** What each operator of a content stream does to the page. Those that are not listed show nothing that is read. */
import { OPS } from '#pdfjs'
import { colourOf, type Space } from './colour.js'
import type { Interpreter } from './interpreter.js'
import { IDENTITY, toMatrix } from './matrix.js'

type Operator = (page: Interpreter, args: never[]) => void

const FILL = { fill: true }
const STROKE = { stroke: true }
const BOTH = { fill: true, stroke: true }

function fillColour(operator: number, space: Space): Record<number, Operator> {
  const set: Operator = ({ state }, args) => {
    state.fillSpace = space
    state.fill = colourOf(args, space)
  }
  return { [operator]: set }
}

function strokeColour(operator: number, space: Space): Record<number, Operator> {
  const set: Operator = ({ state }, args) => {
    state.strokeSpace = space
    state.stroke = colourOf(args, space)
  }
  return { [operator]: set }
}

/** Components of whatever space `cs` has set. */
function colourInSpace(fill: number, stroke: number): Record<number, Operator> {
  const setFill: Operator = ({ state }, args) => {
    state.fill = colourOf(args, state.fillSpace)
  }
  const setStroke: Operator = ({ state }, args) => {
    state.stroke = colourOf(args, state.strokeSpace)
  }
  return { [fill]: setFill, [stroke]: setStroke }
}

/** `q`, `Q`, `cm` and what names a resource stand in `content.ts`. */
export const OPERATORS: Record<number, Operator | undefined> = {
  [OPS.moveTo]: ({ state }, [x, y]) => state.path.moveTo(x, y),
  [OPS.lineTo]: ({ state }, [x, y]) => state.path.lineTo(x, y),
  [OPS.curveTo]: ({ state }, args) => state.path.curve(args),
  [OPS.curveTo2]: ({ state }, args) => state.path.curve(args),
  [OPS.curveTo3]: ({ state }, args) => state.path.curve(args),
  [OPS.closePath]: ({ state }) => state.path.close(),
  [OPS.rectangle]: ({ state }, [x, y, width, height]) => state.path.rectangle(x, y, width, height),

  [OPS.setLineWidth]: ({ state }, [width]) => {
    state.lineWidth = width
  },
  ...fillColour(OPS.setFillGray, 'grey'),
  ...fillColour(OPS.setFillRGBColor, 'rgb'),
  ...fillColour(OPS.setFillCMYKColor, 'cmyk'),
  ...strokeColour(OPS.setStrokeGray, 'grey'),
  ...strokeColour(OPS.setStrokeRGBColor, 'rgb'),
  ...strokeColour(OPS.setStrokeCMYKColor, 'cmyk'),
  ...colourInSpace(OPS.setFillColor, OPS.setStrokeColor),
  ...colourInSpace(OPS.setFillColorN, OPS.setStrokeColorN),
  [OPS.shadingFill]: (page) => page.paintShading(),

  [OPS.clip]: (page) => page.clipNext(),
  [OPS.eoClip]: (page) => page.clipNext(),
  [OPS.endPath]: (page) => page.paint({}),
  [OPS.stroke]: (page) => page.paint(STROKE),
  [OPS.closeStroke]: (page) => page.paint({ ...STROKE, close: true }),
  [OPS.fill]: (page) => page.paint(FILL),
  [OPS.eoFill]: (page) => page.paint(FILL),
  [OPS.fillStroke]: (page) => page.paint(BOTH),
  [OPS.eoFillStroke]: (page) => page.paint(BOTH),
  [OPS.closeFillStroke]: (page) => page.paint({ ...BOTH, close: true }),
  [OPS.closeEOFillStroke]: (page) => page.paint({ ...BOTH, close: true }),

  [OPS.beginText]: (page) => page.setTextMatrix(IDENTITY),
  [OPS.setTextMatrix]: (page, args) => page.setTextMatrix(toMatrix(args)),
  [OPS.moveText]: (page, [x, y]) => page.moveText(x, y),
  [OPS.setLeadingMoveText]: (page, [x, y]) => {
    page.state.leading = -y
    page.moveText(x, y)
  },
  [OPS.nextLine]: (page) => page.nextLine(),

  [OPS.setCharSpacing]: ({ state }, [value]) => {
    state.charSpacing = value
  },
  [OPS.setWordSpacing]: ({ state }, [value]) => {
    state.wordSpacing = value
  },
  [OPS.setHScale]: ({ state }, [percent]) => {
    state.hScale = percent / 100
  },
  [OPS.setLeading]: ({ state }, [value]) => {
    state.leading = value
  },
  [OPS.setTextRise]: ({ state }, [value]) => {
    state.rise = value
  },
  [OPS.setTextRenderingMode]: ({ state }, [value]) => {
    state.renderMode = value
  },

  [OPS.showText]: (page, [text]) => page.showText(text),
  [OPS.showSpacedText]: (page, [items]: (string | number)[][]) => page.showSpaced(items),
  [OPS.nextLineShowText]: (page, [text]) => {
    page.nextLine()
    page.showText(text)
  },
  [OPS.nextLineSetSpacingShowText]: (page, [wordSpacing, charSpacing, text]) => {
    page.nextLine()
    Object.assign(page.state, { wordSpacing, charSpacing })
    page.showText(text)
  },
}
