/** A PDF that opens without a password, encrypted as its owner's permissions need it (RC4, 40 bits). */
import { createHash } from 'node:crypto'
import { pdfOf, stream } from './pdf.js'

const PAD = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex')
const ID = Buffer.alloc(16, 3)
const OWNER = Buffer.alloc(32, 1)
const PERMISSIONS = -44

const md5 = (...parts: Uint8Array[]) => {
  const sum = createHash('md5')
  for (const part of parts) sum.update(part)
  return sum.digest()
}

function rc4(key: Buffer, bytes: Buffer): Buffer {
  const s = Uint8Array.from({ length: 256 }, (_, i) => i)
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + s[i] + key[i % key.length]) & 255
    ;[s[i], s[j]] = [s[j], s[i]]
  }
  let [i, j] = [0, 0]
  return bytes.map((byte) => {
    i = (i + 1) & 255
    j = (j + s[i]) & 255
    ;[s[i], s[j]] = [s[j], s[i]]
    return byte ^ s[(s[i] + s[j]) & 255]
  }) as Buffer
}

/** ISO 32000-1, 7.6.3.3, algorithms 1, 2 and 4. */
export function ownerOnly(content: string): Uint8Array {
  const allowed = Buffer.alloc(4)
  allowed.writeInt32LE(PERMISSIONS)
  const key = md5(PAD, OWNER, allowed, ID).subarray(0, 5)
  const ofObject = md5(key, Buffer.from([4, 0, 0, 0, 0])).subarray(0, 10)
  const encrypt = `<</Filter/Standard/V 1/R 2/O<${OWNER.toString('hex')}>/U<${rc4(key, PAD).toString('hex')}>/P ${PERMISSIONS}>>`
  return pdfOf(
    [
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 500]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
      stream(rc4(ofObject, Buffer.from(content))),
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
      encrypt,
    ],
    `/Encrypt 6 0 R/ID[<${ID.toString('hex')}><${ID.toString('hex')}>]`,
  )
}
