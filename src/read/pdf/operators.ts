/** What each operator of a content stream does to the page. Those that are not listed show nothing that is read. */
import { OPS } from '#pdfjs'
import type { Interpreter } from './interpreter.js'
import { IDENTITY, toMatrix } from './matrix.js'

type Operator = (page: Interpreter, args: never[]) => void

const FILL = { fill: true }
const STROKE = { stroke: true }
const BOTH = { fill: true, stroke: true }

/** `q`, `Q`, `cm` and what names a resource stand in `content.ts`. */
export const OPERATORS: Record<number, Operator | undefined> = {
  [OPS.moveTo]: ({ state }, [x, y]) => state.path.moveTo(x, y),
  [OPS.lineTo]: ({ state }, [x, y]) => state.path.lineTo(x, y),
  [OPS.curveTo]: ({ state }) => state.path.curve(),
  [OPS.curveTo2]: ({ state }) => state.path.curve(),
  [OPS.curveTo3]: ({ state }) => state.path.curve(),
  [OPS.closePath]: ({ state }) => state.path.close(),
  [OPS.rectangle]: ({ state }, [x, y, width, height]) => state.path.rectangle(x, y, width, height),

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
  [OPS.showSpacedText]: (page, [items]: (string | number)[][]) => {
    for (const item of items) {
      if (typeof item === 'string') page.showText(item)
      else if (typeof item === 'number') page.kern(item)
    }
  },
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
