import { readFileSync, writeFileSync } from 'node:fs'
import { arch, cpus, totalmem } from 'node:os'
import type { Row } from './measure.ts'
import { plot } from './plot.ts'

export interface SessionTimes {
  readonly name: string
  readonly lines: readonly { what: string; mean: number; p50: number; p99: number; max: number }[]
}

const number = (ms: number | undefined): string =>
  ms === undefined || !Number.isFinite(ms)
    ? ''
    : ms < 10
      ? ms.toFixed(1)
      : Math.round(ms).toLocaleString('en-GB')
const ratio = (value: number): string => (Number.isFinite(value) ? value.toFixed(value < 0.095 ? 3 : 2) : '')
const by = ({ ms }: Row, a: string, b: string): number => (ms[a] ?? Number.NaN) / (ms[b] ?? Number.NaN)
const span = (all: readonly number[]): string => {
  const sorted = [...all].sort((a, b) => a - b)
  const [low, high] = [sorted[0] ?? Number.NaN, sorted.at(-1) ?? Number.NaN]
  return Number.isFinite(low) ? `${ratio(low)}–${ratio(high)}` : ''
}

export function table(rows: readonly Row[]): string {
  const head = [
    'Instance',
    'ours, warm',
    'ours, cold',
    'in C',
    'network simplex',
    'cost scaling',
    'LAPJVsp',
    'HiGHS',
    'warm / simplex',
    'cold / simplex',
    'warm / C',
    'equal, proved',
  ]
  const lines = rows.map((row) => [
    row.name,
    ...['warm', 'cold', 'c', 'simplex', 'scaling', 'lapjv', 'highs'].map((solver) => number(row.ms[solver])),
    `${ratio(by(row, 'warm', 'simplex'))} (${span(row.ratios.warm)})`,
    `${ratio(by(row, 'cold', 'simplex'))} (${span(row.ratios.cold)})`,
    `${ratio(by(row, 'warm', 'c'))} (${span(row.ratios.c)})`,
    row.equal ? 'yes' : 'NO',
  ])
  return [head, head.map((_, k) => (k === 0 ? '---' : '--:')), ...lines]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
}

export const sessionTable = (sessions: readonly SessionTimes[]): string =>
  [
    '| One change (ms) | mean, CPU | half, by the clock | 99 in 100, by the clock |',
    '|---|--:|--:|--:|',
    ...sessions.flatMap(({ name, lines }) =>
      lines.map(
        ({ what, mean, p50, p99 }) =>
          `| ${name}: ${what} | ${mean.toFixed(3)} | ${p50.toFixed(3)} | ${p99.toFixed(2)} |`,
      ),
    ),
  ].join('\n')

/** Each goal with the worst of what it speaks of. */
export function goals(rows: readonly Row[], sessions: readonly SessionTimes[]): string {
  const of = (test: (row: Row) => boolean, a: string, b: string) =>
    Math.max(
      ...rows
        .filter(test)
        .map((row) => by(row, a, b))
        .filter(Number.isFinite),
    )
  const size = (name: Row['size']) => (row: Row) => row.size === name && row.objective !== 'coverFirst'
  const cover = (name: Row['size']) => (row: Row) => row.size === name && row.objective === 'coverFirst'
  const best = Math.max(
    ...rows
      .filter((row) => row.size === 'family')
      .map(
        ({ ms }) => (ms.warm ?? Number.NaN) / Math.min(ms.simplex ?? Number.NaN, ms.scaling ?? Number.NaN),
      ),
  )
  const stress = rows.filter((row) => row.size === 'stress')
  const memory = Math.max(
    ...stress.map(({ peakMb }) => (peakMb.ours ?? Number.NaN) / (peakMb.simplex ?? Number.NaN)),
  )
  const changes = sessions
    .find(({ name }) => name.startsWith('stress'))
    ?.lines.filter(({ what }) => !what.startsWith('all'))
  const slowest = (part: 'p50' | 'p99') => Math.max(...(changes ?? []).map((line) => line[part]))
  const prices = sessions
    .find(({ name }) => name.startsWith('country'))
    ?.lines.find(({ what }) => what.startsWith('all'))
  const lines: [what: string, measured: number, goal: number][] = [
    ['country cold / network simplex', of(size('country'), 'cold', 'simplex'), 0.3],
    ['country warm / network simplex', of(size('country'), 'warm', 'simplex'), 0.18],
    ['stress warm / network simplex', of(size('stress'), 'warm', 'simplex'), 0.08],
    ['stress cold / network simplex', of(size('stress'), 'cold', 'simplex'), 0.2],
    ['country cover-first warm / network simplex', of(cover('country'), 'warm', 'simplex'), 0.45],
    ['stress cover-first warm / network simplex', of(cover('stress'), 'warm', 'simplex'), 0.33],
    ['any family warm / best of LEMON', best, 0.7],
    ['stress warm / cost scaling', of(size('stress'), 'warm', 'scaling'), 0.06],
    ['country warm / LAPJVsp', of(size('country'), 'warm', 'lapjv'), 0.06],
    ['stress warm / LAPJVsp', of(size('stress'), 'warm', 'lapjv'), 0.03],
    ['city warm / HiGHS', of(size('city'), 'warm', 'highs'), 0.02],
    [
      'warm / the same in C, country and stress',
      of((row) => row.size === 'country' || row.size === 'stress', 'warm', 'c'),
      1.5,
    ],
    ['one change at stress, half (ms)', slowest('p50'), 0.05],
    ['one change at stress, 99 in 100 (ms)', slowest('p99'), 2],
    ['all exact prices of one mother, country, half (ms)', prices?.p50 ?? Number.NaN, 2],
    ['check of the proof at stress (ms)', Math.max(...stress.map(({ verifyMs }) => verifyMs)), 100],
    ['peak memory at stress / network simplex', memory, 0.6],
  ]
  return [
    '| Goal (the worst of its instances) | Measured | Goal | Met |',
    '|---|--:|--:|---|',
    ...lines
      .filter(([, measured]) => Number.isFinite(measured))
      .map(
        ([what, measured, goal]) =>
          `| ${what} | ${measured.toFixed(3)} | ≤ ${goal} | ${measured <= goal ? 'yes' : 'no'} |`,
      ),
  ].join('\n')
}

/** Between the marks in docs/matching.md, and its picture beside it. */
export function writeDocs(rows: readonly Row[], sessions: readonly SessionTimes[]): void {
  const file = 'docs/matching.md'
  const machine = `${cpus()[0]?.model.trim() || arch()}, ${cpus().length} processors, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}`
  const text = readFileSync(file, 'utf8')
  const figures = [
    goals(rows, sessions),
    table(rows),
    sessionTable(sessions),
    `Milliseconds of CPU time, the least of all rounds; in brackets the ratios of single rounds. ${machine}.`,
  ]
  writeFileSync(
    file,
    text.replace(
      /<!-- figures -->[\s\S]*<!-- end -->/,
      () => `<!-- figures -->\n${figures.join('\n\n')}\n<!-- end -->`,
    ),
  )
  writeFileSync('docs/matching.svg', plot(rows))
}
