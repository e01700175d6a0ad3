import { type FileRefusal, importLimits } from '#domain/import/import.ts'

/** The file can't be read; `code` has words that say how to mend it. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile'
  readonly code: FileRefusal
  constructor(code: FileRefusal) {
    super(code)
    this.code = code
  }
}

interface Entry {
  readonly name: string
  readonly method: number
  readonly packed: Uint8Array<ArrayBuffer>
  readonly size: number
}

/**
 * Unpacks the XML parts of a workbook within a bound, so that a small file that unpacks to a mountain is refused
 * before any library is trusted with it. Reads what the central directory says and holds the parts against it.
 */
export async function xmlParts(bytes: Uint8Array<ArrayBuffer>): Promise<Map<string, string>> {
  const parts = new Map<string, string>()
  let left: number = importLimits.unpackedBytes
  for (const entry of entriesOf(bytes)) {
    if (!/\.(xml|rels)$/.test(entry.name)) continue
    if (parts.has(entry.name)) throw new UnreadableFile('file-damaged')
    if (entry.size > left) throw new UnreadableFile('file-too-large')
    left -= entry.size
    parts.set(entry.name, await unpack(entry))
  }
  return parts
}

function entriesOf(bytes: Uint8Array<ArrayBuffer>): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    let end = bytes.length - 22
    while (view.getUint32(end, true) !== 0x06054b50) end -= 1
    const count = view.getUint16(end + 10, true)
    let at = view.getUint32(end + 16, true)
    return Array.from({ length: count }, () => {
      if (view.getUint32(at, true) !== 0x02014b50) throw new UnreadableFile('file-damaged')
      if (view.getUint16(at + 8, true) & 1) throw new UnreadableFile('file-has-password')
      const nameLength = view.getUint16(at + 28, true)
      const head = view.getUint32(at + 42, true)
      const start = head + 30 + view.getUint16(head + 26, true) + view.getUint16(head + 28, true)
      const entry = {
        name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
        method: view.getUint16(at + 10, true),
        packed: bytes.subarray(start, start + view.getUint32(at + 20, true)),
        size: view.getUint32(at + 24, true),
      }
      at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
      return entry
    })
  } catch (error) {
    // Reading past an end: whatever it is, it is not whole.
    throw error instanceof UnreadableFile ? error : new UnreadableFile('file-damaged')
  }
}

async function unpack({ method, packed, size }: Entry): Promise<string> {
  if (method !== 0 && method !== 8) throw new UnreadableFile('file-damaged')
  const stream = new Blob([packed]).stream()
  const plain = method === 0 ? stream : stream.pipeThrough(new DecompressionStream('deflate-raw'))
  const chunks: Uint8Array[] = []
  let total = 0
  try {
    for await (const chunk of plain) {
      total += chunk.byteLength
      // More than was announced: leave the loop, which cancels the stream.
      if (total > size) break
      chunks.push(chunk)
    }
  } catch {
    throw new UnreadableFile('file-damaged')
  }
  if (total !== size) throw new UnreadableFile('file-damaged')
  return Buffer.concat(chunks).toString()
}
