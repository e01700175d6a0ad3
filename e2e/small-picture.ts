import { crc32, deflateSync, inflateSync } from 'node:zlib'

/**
 * The same picture in a palette of at most 256 colours: a page has a dozen and their edges, so that nobody sees the
 * difference and the file is a third. Reads what Chromium writes (PNG, 8 bits, RGB or RGBA, not interlaced) and
 * writes the same bytes for the same picture.
 */
export function smallPicture(png: Buffer): Buffer {
  const { width, height, pixels } = decode(png)
  const counts = new Map<number, number>()
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  const palette = [...counts]
    .sort(([a, many], [b, more]) => more - many || a - b)
    .slice(0, 256)
    .map(([colour]) => colour)
  const places = new Map(palette.map((colour, at) => [colour, at]))
  for (const colour of counts.keys()) if (!places.has(colour)) places.set(colour, nearest(palette, colour))
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      rows[y * (width + 1) + 1 + x] = places.get(pixels[y * width + x] ?? 0) ?? 0
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // Eight bits a pixel, by palette.
  header.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk(
      'PLTE',
      Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255])),
    ),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

function decode(png: Buffer): { width: number; height: number; pixels: Uint32Array } {
  const width = png.readUInt32BE(16)
  const height = png.readUInt32BE(20)
  const bytes = png[25] === 6 ? 4 : 3
  const parts: Buffer[] = []
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  const raw = inflateSync(Buffer.concat(parts))
  const line = width * bytes
  const pixels = new Uint32Array(width * height)
  let above = new Uint8Array(line)
  for (let y = 0; y < height; y += 1) {
    const start = y * (line + 1)
    const row = unfilter(raw[start] ?? 0, raw.subarray(start + 1, start + 1 + line), above, bytes)
    for (let x = 0; x < width; x += 1)
      pixels[y * width + x] =
        ((row[x * bytes] ?? 0) << 16) | ((row[x * bytes + 1] ?? 0) << 8) | (row[x * bytes + 2] ?? 0)
    above = row
  }
  return { width, height, pixels }
}

/** One line of a PNG from how it differs from its neighbours (PNG specification, section 9). */
function unfilter(kind: number, line: Buffer, above: Uint8Array, bytes: number): Uint8Array<ArrayBuffer> {
  const row = new Uint8Array(line.length)
  for (let at = 0; at < line.length; at += 1) {
    const left = at >= bytes ? (row[at - bytes] ?? 0) : 0
    const up = above[at] ?? 0
    const corner = at >= bytes ? (above[at - bytes] ?? 0) : 0
    const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][kind] ?? 0
    row[at] = ((line[at] ?? 0) + guess) & 255
  }
  return row
}

function paeth(left: number, up: number, corner: number): number {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}

function nearest(palette: readonly number[], colour: number): number {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (const [at, other] of palette.entries()) {
    const distance = [16, 8, 0].reduce(
      (sum, shift) => sum + (((colour >> shift) & 255) - ((other >> shift) & 255)) ** 2,
      0,
    )
    if (distance < least) [best, least] = [at, distance]
  }
  return best
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}
