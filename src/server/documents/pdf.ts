import { inflateSync } from 'node:zlib'
import { RefusedFile } from './refused-file.ts'

/** What a paper never does: run a script, start a program, carry another file, send a form, play a film. */
const deeds =
  /\/(JavaScript|Launch|EmbeddedFiles?|FileAttachment|RichMedia|Rendition|Movie|SubmitForm|ImportData|GoToE|GoToR)(?![A-Za-z0-9])/
/** Too short to be looked for among packed bytes, where they may stand by chance. */
const shortDeeds = /\/(JS|XFA)(?![A-Za-z0-9])/
const locked = /\/Encrypt(?![A-Za-z0-9])/

/** What one packed part, and all together, may hold: an index and a page's drawing are far smaller. */
const mostInOne = 16_000_000
const mostInAll = 96_000_000
const mostParts = 50_000

/**
 * Looks through a PDF for what it might do. No parser: it does not ask where the file says that things stand, so that
 * no lie about that helps, but opens every packed part that could hold objects. What it can't look into it refuses.
 */
export function lookIntoPdf(bytes: Buffer): void {
  const text = bytes.toString('latin1')
  if (!/^%PDF-[12]\.\d/.test(text)) throw new RefusedFile('document-damaged')
  const end = text.lastIndexOf('%%EOF')
  // Another file behind the end is another file: of a zip that would be all there is to it.
  if (end === -1 || !/^%%EOF[\s\0]*$/.test(text.slice(end))) throw new RefusedFile('document-damaged')
  const { outside, parts } = taken(text)
  const said = unescaped(outside)
  if (locked.test(said)) throw new RefusedFile('document-locked')
  if (deeds.test(unescaped(text)) || shortDeeds.test(said)) throw new RefusedFile('document-does-something')
  let left = mostInAll
  for (const { head, at } of parts) {
    const holdsObjects = /\/ObjStm(?![A-Za-z0-9])/.test(unescaped(head))
    if (holdsObjects && !isPlainlyPacked(unescaped(head))) throw new RefusedFile('document-unreadable-pdf')
    const inside = opened(bytes, at, holdsObjects, Math.min(mostInOne, left))
    if (inside === null) continue
    left -= inside.length
    const words = unescaped(inside)
    if (deeds.test(words) || shortDeeds.test(words)) throw new RefusedFile('document-does-something')
    if (locked.test(words)) throw new RefusedFile('document-locked')
  }
}

interface Part {
  /** What stands before it, back to where its object begins. */
  readonly head: string
  readonly at: number
}

/** Every place where a packed part may begin, and the text outside those that also end. */
function taken(text: string): { outside: string; parts: readonly Part[] } {
  const parts: Part[] = []
  const outside: string[] = []
  let from = 0
  for (const found of text.matchAll(/stream\r?\n/g)) {
    // The tail of an `endstream` begins nothing.
    if (text.slice(found.index - 3, found.index) === 'end') continue
    if (parts.length >= mostParts) throw new RefusedFile('document-unreadable-pdf')
    const before = text.slice(Math.max(0, found.index - 4_096), found.index)
    parts.push({ head: before.slice(before.lastIndexOf(' obj') + 1), at: found.index + found[0].length })
    if (found.index < from) continue
    const end = text.indexOf('endstream', found.index + found[0].length)
    outside.push(text.slice(from, found.index))
    from = end === -1 ? text.length : end
  }
  outside.push(text.slice(from))
  return { outside: outside.join('\n'), parts }
}

/** Of objects in a packed part only the one way is taken that every program writes. */
const isPlainlyPacked = (head: string): boolean =>
  /\/Filter\s*(\[\s*)?\/FlateDecode(\s*\])?\s*(\/|>>)/.test(head) &&
  !/\/(DecodeParms|DP|F|FFilter)(?![A-Za-z0-9])/.test(head)

/**
 * What is packed here, if it could be a part of objects: that begins with numbers. Others, such as pictures and fonts,
 * are let be.
 */
function opened(bytes: Buffer, at: number, mustOpen: boolean, most: number): string | null {
  const packed = bytes.subarray(at)
  const begins = ((packed[0] ?? 0) & 0x0f) === 8 && (((packed[0] ?? 0) << 8) | (packed[1] ?? 0)) % 31 === 0
  if (!begins) {
    if (mustOpen) throw new RefusedFile('document-unreadable-pdf')
    return null
  }
  if (!mustOpen && !/^[\s\d%+-]/.test(firstOf(packed))) return null
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, most) }).toString('latin1')
  } catch {
    throw new RefusedFile('document-unreadable-pdf')
  }
}

/** The first few signs of what is packed here; empty where nothing comes out. */
function firstOf(packed: Buffer): string {
  try {
    return inflateSync(packed.subarray(0, 512), { finishFlush: 2, maxOutputLength: 1_000_000 })
      .subarray(0, 16)
      .toString('latin1')
  } catch {
    return ''
  }
}

/** Names may be written with codes: `/J#61vaScript` is `/JavaScript`. */
const unescaped = (text: string): string =>
  text.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
