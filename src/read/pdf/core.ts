/**
 * pdf.js's core without what only a screen needs.
 *
 * The methods below are overridden. Text, widths and positions come out the same
 * (`tests/read/pdf/core.test.ts` compares): what is left out is drawn by nobody here.
 */
import { inflateRawSync } from 'node:zlib'
import {
  CFFCompiler,
  CMap,
  FlateStream,
  Font,
  type FontProperties,
  PartialEvaluator,
  setVerbosityLevel,
  TranslatedFont,
} from '#pdfjs'

const ERRORS_ONLY = 0
setVerbosityLevel(ERRORS_ONLY)

/** What a Type 3 font draws for its characters is not read. */
TranslatedFont.prototype.loadType3Data = async () => {}

/** No outlines of glyphs, and no font programs written anew: a fifth of all that the collector had to take. */
PartialEvaluator.buildFontPaths = () => {}
CFFCompiler.prototype.compile = () => []

/**
 * Font programs are not rebuilt for a browser where the file itself says what its characters
 * are: a sixth of all time. Where it does not, the rebuilding may find that out.
 */
const { checkAndRepair, convert } = Font.prototype
Font.prototype.checkAndRepair = function (name, file, properties) {
  return saysCharacters(properties) && isTrueType(file.peekBytes(4))
    ? null
    : checkAndRepair.call(this, name, file, properties)
}
Font.prototype.convert = function (name, program, properties) {
  return properties.hasIncludedToUnicodeMap ? null : convert.call(this, name, program, properties)
}

function saysCharacters(properties: FontProperties): boolean {
  return properties.composite || properties.hasIncludedToUnicodeMap || properties.hasEncoding
}

/** 1.0 or `true`: only outlines of TrueType are without a matrix of their own, which widths need. */
function isTrueType([a, b, c, d]: Uint8Array): boolean {
  return (a === 0 && b === 1 && c === 0 && d === 0) || (a === 0x74 && b === 0x72 && c === 0x75)
}

/**
 * A map of characters is asked for what it holds, in the order of codes. pdf.js asks each code up to the last: 65,000 of a
 * font of a few hundred, 5 % of all time.
 */
CMap.prototype.forEach = function (callback) {
  for (const key of Object.keys(this._map)) {
    const code = Number(key)
    const to = this._map[code]
    if (to !== undefined) callback(code, to)
  }
}

/** More than this in one go is left to pdf.js's own way, which grows where the memory guard sees it. */
const MOST_INFLATED = 2 ** 26

/** Streams are inflated whole by zlib; broken ones by pdf.js, which gives what there is of them. */
Object.defineProperty(FlateStream.prototype, 'isAsync', { get: () => false })
const { readBlock } = FlateStream.prototype
const tried = new WeakSet<FlateStream>()
FlateStream.prototype.readBlock = function () {
  if (tried.has(this)) return readBlock.call(this)
  tried.add(this)
  const { pos } = this.stream
  try {
    const packed = this.stream.getBytes()
    // A copy: pdf.js counts on plain arrays that begin where their buffer does.
    this.buffer = new Uint8Array(inflateRawSync(packed, { maxOutputLength: MOST_INFLATED }))
    this.bufferLength = this.buffer.length
    this.eof = true
  } catch {
    this.stream.pos = pos
    readBlock.call(this)
  }
}
