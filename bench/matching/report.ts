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
    'munkres',
    'warm / simplex',
    'cold / simplex',
    'warm / C',
    'equal, proved',
  ]
  const lines = rows.map((row) => [
    row.name,
    ...['warm', 'cold', 'c', 'simplex', 'scaling', 'lapjv', 'highs', 'munkres'].map((solver) =>
      number(row.ms[solver]),
    ),
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
  const memory = (test: (row: Row) => boolean) =>
    Math.max(
      ...stress
        .filter(test)
        .map(({ peakMb }) => (peakMb.ours ?? Number.NaN) / (peakMb.simplex ?? Number.NaN)),
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
    ['country warm / HiGHS', of(size('country'), 'warm', 'highs'), 0.005],
    ['city warm / munkres', of(size('city'), 'warm', 'munkres'), 0.02],
    [
      'warm / the same in C, country and stress',
      of((row) => row.size === 'country' || row.size === 'stress', 'warm', 'c'),
      1.5,
    ],
    ['one change at stress, half (ms)', slowest('p50'), 0.05],
    ['one change at stress, 99 in 100 (ms)', slowest('p99'), 2],
    ['all exact prices of one mother, country, half (ms)', prices?.p50 ?? Number.NaN, 2],
    ['check of the proof at stress (ms)', Math.max(...stress.map(({ verifyMs }) => verifyMs)), 100],
    ['peak memory at stress / network simplex', memory(size('stress')), 0.6],
    ['peak memory at stress cover-first / network simplex', memory(cover('stress')), 0.6],
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

/** What the README shows of it: one line for each size, and how many of the goals are met. */
export function summary(rows: readonly Row[], sessions: readonly SessionTimes[]): string {
  const lines = ['org tight', 'city tight', 'country tight', 'stress tight', 'stress remote scarce']
    .flatMap((name) => rows.filter((row) => row.name === name))
    .map((row) => [
      row.name,
      number(row.ms.warm),
      ...['simplex', 'scaling', 'lapjv', 'highs', 'munkres'].map((other) => ratio(by(row, 'warm', other))),
      ratio(by(row, 'cold', 'simplex')),
      ratio(by(row, 'warm', 'c')),
    ])
  const head = [
    'Instance',
    'ms',
    'LEMON, network simplex',
    'LEMON, cost scaling',
    'scipy',
    'HiGHS',
    'munkres',
    'first call / simplex',
    'the same in C',
  ]
  const all = [head, head.map((_, k) => (k === 0 ? '---' : '--:'))]
  const met = goals(rows, sessions).split('\n').slice(2)
  const missed = met
    .filter((line) => line.endsWith('no |'))
    .map((line) => line.split('|').map((cell) => cell.trim()))
  return [
    [...all, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n'),
    `${met.length - missed.length} of ${met.length} goals are met by the worst of their instances. Not: ${missed
      .map(([, what, measured, goal]) => `${what} ${measured} (${goal})`)
      .join('; ')}. All found the same sums, and each of ours carries its proof. ${machine()}.`,
  ].join('\n\n')
}

const machine = (): string =>
  `${cpus()[0]?.model.trim() || arch()}, ${cpus().length} processors, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}`

/** Between the marks in docs/matching.md and the README, and the picture beside them. */
export function writeDocs(rows: readonly Row[], sessions: readonly SessionTimes[]): void {
  const figures = [
    goals(rows, sessions),
    table(rows),
    sessionTable(sessions),
    `Milliseconds of CPU time, the least of all rounds; in brackets the ratios of single rounds. ${machine()}.`,
  ]
  between('docs/matching.md', 'figures', 'end', figures.join('\n\n'))
  between('README.md', 'matching', '/matching', summary(rows, sessions))
  writeFileSync('docs/matching.svg', plot(rows))
}

function between(file: string, from: string, to: string, figures: string): void {
  const marks = new RegExp(`<!-- ${from} -->[\\s\\S]*<!-- ${to} -->`)
  const text = readFileSync(file, 'utf8')
  writeFileSync(
    file,
    text.replace(marks, () => `<!-- ${from} -->\n${figures}\n<!-- ${to} -->`),
  )
}
