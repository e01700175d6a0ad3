/**
 * A QR code of short text (ISO/IEC 18004: byte mode, error correction M, versions 1 to 10), as rows of dark and
 * light; `null` if the text is longer than 213 bytes. Pure, so that a second-step secret never leaves the server
 * for a picture.
 */
export function qrCode(text: string): boolean[][] | null {
  const bytes = [...new TextEncoder().encode(text)]
  const version = sizes.findIndex((_, at) => bytes.length <= dataBytes(at) - (at < 10 ? 2 : 3))
  if (version < 1) return null
  const code = withCorrection(dataOf(bytes, version), version)
  const blank = drawFixed(version)
  const candidates = masks.map((mask, number) => {
    const grid = blank.dark.map((row) => [...row])
    place(grid, blank.fixed, code, mask)
    drawFormat(grid, number)
    return grid
  })
  return candidates.reduce((best, one) => (penalty(one) < penalty(best) ? one : best))
}

/** For each version (0 does not exist): correction bytes a block, and blocks, at level M. */
const correction = [0, 10, 16, 26, 18, 24, 16, 18, 22, 22, 26] as const
const blocks = [0, 1, 1, 1, 2, 2, 4, 4, 4, 5, 5] as const
const sizes = correction.map((_, version) => version * 4 + 17)
const alignment = [
  [],
  [],
  [6, 18],
  [6, 22],
  [6, 26],
  [6, 30],
  [6, 34],
  [6, 22, 38],
  [6, 24, 42],
  [6, 26, 46],
  [6, 28, 50],
]

const at = (list: readonly number[], index: number): number => list[index] ?? 0

/** All bytes that fit in a version, data and correction. */
function allBytes(version: number): number {
  if (version === 0) return 0
  let modules = (16 * version + 128) * version + 64
  if (version >= 2) {
    const count = Math.floor(version / 7) + 2
    modules -= (25 * count - 10) * count - 55
    if (version >= 7) modules -= 36
  }
  return Math.floor(modules / 8)
}
const dataBytes = (version: number): number =>
  allBytes(version) - at(correction, version) * at(blocks, version)

function dataOf(bytes: readonly number[], version: number): number[] {
  const bits: number[] = []
  const push = (value: number, length: number) => {
    for (let bit = length - 1; bit >= 0; bit--) bits.push((value >>> bit) & 1)
  }
  push(0b0100, 4)
  push(bytes.length, version < 10 ? 8 : 16)
  for (const byte of bytes) push(byte, 8)
  const room = dataBytes(version) * 8
  push(0, Math.min(4, room - bits.length))
  push(0, (8 - (bits.length % 8)) % 8)
  const data = Array.from({ length: bits.length / 8 }, (_, index) =>
    bits.slice(index * 8, index * 8 + 8).reduce((byte, bit) => (byte << 1) | bit, 0),
  )
  for (let pad = 0xec; data.length < room / 8; pad ^= 0xec ^ 0x11) data.push(pad)
  return data
}

/** Multiplication in the field of 256 that the code is made in. */
function times(a: number, b: number): number {
  let product = 0
  for (let bit = 7; bit >= 0; bit--)
    product = (product << 1) ^ ((product >>> 7) * 0x11d) ^ (((b >>> bit) & 1) * a)
  return product
}

function generator(degree: number): number[] {
  let result = [...Array<number>(degree - 1).fill(0), 1]
  let root = 1
  for (let step = 0; step < degree; step++) {
    result = result.map((value, index) => times(value, root) ^ at(result, index + 1))
    root = times(root, 2)
  }
  return result
}

function remainder(data: readonly number[], divisor: readonly number[]): number[] {
  let result = divisor.map(() => 0)
  for (const byte of data) {
    const factor = byte ^ at(result, 0)
    result = [...result.slice(1), 0].map((value, index) => value ^ times(at(divisor, index), factor))
  }
  return result
}

/** Splits the data over blocks, adds each block's correction, and interleaves them. */
function withCorrection(data: readonly number[], version: number): number[] {
  const count = at(blocks, version)
  const divisor = generator(at(correction, version))
  const short = Math.floor(dataBytes(version) / count)
  const shortBlocks = count - (dataBytes(version) % count)
  const parts = Array.from({ length: count }, (_, index) => {
    const from = short * index + Math.max(0, index - shortBlocks)
    const part = data.slice(from, from + short + (index < shortBlocks ? 0 : 1))
    return { part, check: remainder(part, divisor) }
  })
  const columns = Array.from({ length: short + 1 }, (_, index) =>
    parts.flatMap(({ part }) => part.slice(index, index + 1)),
  )
  const checks = divisor.map((_, index) => parts.map(({ check }) => at(check, index)))
  return [...columns, ...checks].flat()
}

interface Drawing {
  dark: boolean[][]
  fixed: boolean[][]
}

function drawFixed(version: number): Drawing {
  const size = at(sizes, version)
  const grid = () => Array.from({ length: size }, () => Array<boolean>(size).fill(false))
  const drawing = { dark: grid(), fixed: grid() }
  const set = (x: number, y: number, dark: boolean) => {
    const [row, fixedRow] = [drawing.dark[y], drawing.fixed[y]]
    if (!row || !fixedRow || x < 0 || x >= size) return
    row[x] = dark
    fixedRow[x] = true
  }
  for (let i = 0; i < size; i++) {
    set(6, i, i % 2 === 0)
    set(i, 6, i % 2 === 0)
  }
  const rings = (x: number, y: number, radius: number, light: readonly number[]) => {
    for (let dy = -radius; dy <= radius; dy++)
      for (let dx = -radius; dx <= radius; dx++)
        set(x + dx, y + dy, !light.includes(Math.max(Math.abs(dx), Math.abs(dy))))
  }
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    rings(x, y, 4, [2, 4])
  const spots = alignment[version] ?? []
  const last = spots.length - 1
  spots.forEach((x, column) => {
    spots.forEach((y, row) => {
      const corner =
        (column === 0 && row === 0) || (column === 0 && row === last) || (column === last && row === 0)
      if (!corner) rings(x, y, 2, [1])
    })
  })
  // Room for the format, written later for each mask, and the one module that is always dark.
  for (let i = 0; i < 9; i++) {
    if (i !== 6) {
      set(8, i, false)
      set(i, 8, false)
    }
    if (i < 8) {
      set(size - 1 - i, 8, false)
      set(8, size - 1 - i, false)
    }
  }
  set(8, size - 8, true)
  if (version >= 7) {
    let rest = version
    for (let i = 0; i < 12; i++) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25)
    const bits = (version << 12) | rest
    for (let i = 0; i < 18; i++) {
      const [a, b] = [size - 11 + (i % 3), Math.floor(i / 3)]
      set(a, b, ((bits >>> i) & 1) === 1)
      set(b, a, ((bits >>> i) & 1) === 1)
    }
  }
  return drawing
}

/** Level M is 0 in the format's first two bits; the mask's number follows. */
function drawFormat(grid: boolean[][], mask: number): void {
  let rest = mask
  for (let i = 0; i < 10; i++) rest = (rest << 1) ^ ((rest >>> 9) * 0x537)
  const bits = ((mask << 10) | rest) ^ 0x5412
  const size = grid.length
  const set = (x: number, y: number, i: number) => {
    const row = grid[y]
    if (row) row[x] = ((bits >>> i) & 1) === 1
  }
  for (let i = 0; i < 6; i++) set(8, i, i)
  set(8, 7, 6)
  set(8, 8, 7)
  set(7, 8, 8)
  for (let i = 9; i < 15; i++) set(14 - i, 8, i)
  for (let i = 0; i < 8; i++) set(size - 1 - i, 8, i)
  for (let i = 8; i < 15; i++) set(8, size - 15 + i, i)
}

const masks: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
]

/** Snakes up and down through pairs of columns from the right, past what is fixed. */
function place(
  grid: boolean[][],
  fixed: boolean[][],
  code: readonly number[],
  mask: (x: number, y: number) => boolean,
) {
  const size = grid.length
  let bit = 0
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5
    for (let step = 0; step < size; step++)
      for (const x of [right, right - 1]) {
        const y = ((right + 1) & 2) === 0 ? size - 1 - step : step
        const row = grid[y]
        if (!row || fixed[y]?.[x]) continue
        const dark = bit < code.length * 8 && ((at(code, bit >>> 3) >>> (7 - (bit & 7))) & 1) === 1
        row[x] = dark !== mask(x, y)
        bit += 1
      }
  }
}

/** How hard the picture is to read: long runs, solid blocks, what looks like a corner, too much of one kind. */
function penalty(grid: boolean[][]): number {
  const size = grid.length
  const columns = grid.map((_, x) => grid.map((row) => row[x] ?? false))
  let points = 0
  for (const line of [...grid, ...columns]) {
    const text = line.map((dark) => (dark ? '1' : '0')).join('')
    for (const run of text.match(/0{5,}|1{5,}/g) ?? []) points += run.length - 2
    for (const corner of ['10111010000', '00001011101'])
      for (let from = text.indexOf(corner); from >= 0; from = text.indexOf(corner, from + 1)) points += 40
  }
  for (let y = 0; y + 1 < size; y++)
    for (let x = 0; x + 1 < size; x++) {
      const dark = grid[y]?.[x]
      if (dark === grid[y]?.[x + 1] && dark === grid[y + 1]?.[x] && dark === grid[y + 1]?.[x + 1]) points += 3
    }
  const share = grid.flat().filter(Boolean).length / (size * size)
  return points + Math.floor(Math.abs(share - 0.5) * 20) * 10
}
