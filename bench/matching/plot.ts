import type { Row } from './measure.ts'

const series = [
  { solver: 'warm', name: 'ours, warm', colour: '#0b6e4f', shape: 'dot' },
  { solver: 'cold', name: 'ours, first call', colour: '#0b6e4f', shape: 'ring' },
  { solver: 'c', name: 'the same in C', colour: '#555', shape: 'cross' },
  { solver: 'simplex', name: 'LEMON network simplex', colour: '#b5179e', shape: 'dot' },
  { solver: 'scaling', name: 'LEMON cost scaling', colour: '#b5179e', shape: 'ring' },
  { solver: 'lapjv', name: 'scipy LAPJVsp', colour: '#c75000', shape: 'dot' },
  { solver: 'highs', name: 'HiGHS', colour: '#c75000', shape: 'ring' },
  { solver: 'munkres', name: 'munkres (npm)', colour: '#c75000', shape: 'cross' },
] as const
const left = 210
const width = 880
const line = 22
const top = 70

/** One row for each instance, time to the right in powers of ten: the further left, the faster. */
export function plot(rows: readonly Row[]): string {
  const shown = rows.filter(({ size }) => size !== 'org')
  const all = shown.flatMap(({ ms }) => Object.values(ms))
  const low = Math.floor(Math.log10(Math.min(...all)))
  const high = Math.ceil(Math.log10(Math.max(...all)))
  const x = (ms: number) => left + ((Math.log10(ms) - low) / (high - low)) * (width - left - 20)
  const height = top + line * shown.length + 30
  const powers = Array.from({ length: high - low + 1 }, (_, k) => low + k)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" font-family="system-ui, sans-serif" font-size="12">`,
    '<title>CPU time of each solver for each instance</title>',
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...series.map(({ name, colour, shape }, k) => {
      const at = { x: 20 + (k % 4) * 215, y: 18 + Math.floor(k / 4) * 20 }
      return `${mark(shape, at.x, at.y, colour)}<text x="${at.x + 12}" y="${at.y + 4}">${name}</text>`
    }),
    ...powers.map(
      (power) =>
        `<line x1="${x(10 ** power)}" x2="${x(10 ** power)}" y1="${top - 8}" y2="${height - 24}" stroke="#ddd"/><text x="${x(10 ** power)}" y="${height - 8}" text-anchor="middle" fill="#444">${label(10 ** power)}</text>`,
    ),
    ...shown.flatMap((row, k) => {
      const y = top + k * line + 6
      return [
        `<text x="${left - 12}" y="${y + 4}" text-anchor="end">${row.name}</text>`,
        `<line x1="${left}" x2="${width - 20}" y1="${y}" y2="${y}" stroke="#eee"/>`,
        ...series.flatMap(({ solver, colour, shape }) => {
          const ms = row.ms[solver]
          return ms === undefined ? [] : [mark(shape, x(ms), y, colour)]
        }),
      ]
    }),
    '</svg>',
  ].join('\n')
}

const label = (ms: number): string => (ms < 1000 ? `${ms} ms` : `${ms / 1000} s`)

function mark(shape: 'dot' | 'ring' | 'cross', x: number, y: number, colour: string): string {
  const [a, b] = [x.toFixed(1), y.toFixed(1)]
  if (shape === 'dot') return `<circle cx="${a}" cy="${b}" r="5" fill="${colour}"/>`
  if (shape === 'ring')
    return `<circle cx="${a}" cy="${b}" r="4" fill="#fff" stroke="${colour}" stroke-width="2"/>`
  return `<path d="M${(x - 4).toFixed(1)} ${(y - 4).toFixed(1)}l8 8m0-8l-8 8" stroke="${colour}" stroke-width="2"/>`
}
