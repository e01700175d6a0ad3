import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import type { Size } from './size.ts'

/** One figure and what was hoped for. */
export interface Measured {
  readonly what: string
  readonly value: number
  readonly floor?: number
  readonly ratio?: number
  /** The goal: at least this share of the floor. */
  readonly leastRatio?: number
  /** The goal: at most this. */
  readonly most?: number
  readonly note?: string
}

const short = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(0))
const percent = (share: number): string => `${(share * 100).toFixed(0)} %`

function isMet({ value, ratio, leastRatio, most }: Measured): boolean | null {
  if (ratio !== undefined && leastRatio !== undefined) return ratio >= leastRatio
  return most === undefined ? null : value < most
}

function cells(one: Measured): string[] {
  const met = isMet(one)
  return [
    one.what,
    short(one.value),
    one.floor === undefined ? '' : short(one.floor),
    one.ratio === undefined ? '' : percent(one.ratio),
    one.leastRatio === undefined
      ? one.most === undefined
        ? ''
        : `< ${one.most}`
      : `≥ ${percent(one.leastRatio)}`,
    met === null ? '' : met ? 'yes' : 'no',
    one.note ?? '',
  ]
}

function table(measured: readonly Measured[]): string {
  const rows = [['What', 'Measured', 'Floor', 'Ratio', 'Goal', 'Met', ''], ...measured.map(cells)]
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0))
  const line = (row: readonly string[]) => `| ${row.map((cell, at) => cell.padEnd(width(at))).join(' | ')} |`
  const [head = [], ...body] = rows
  const rule = `|${head.map((_, at) => '-'.repeat(width(at) + 2)).join('|')}|`
  return [line(head), rule, ...body.map(line)].join('\n')
}

export const print = (measured: readonly Measured[]): void => console.log(`\n${table(measured)}\n`)

/** Puts the table in `docs/benchmarks.md`, between the marks; what stands around it stays. */
export function write(measured: readonly Measured[], size: Size, postgres: string): void {
  const file = 'docs/benchmarks.md'
  const machine = `${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB`
  const where = `${Temporal.Now.plainDateISO()} · ${machine} · ${process.platform} · Node ${process.versions.node} · PostgreSQL ${postgres} (embedded, durable) · ${size.trajectories} trajectories, ${size.women} women`
  const text = readFileSync(file, 'utf8')
  const marks = /(<!-- figures -->\n)[\s\S]*(\n<!-- end -->)/
  if (!marks.test(text)) throw new Error(`${file} has no place for the figures`)
  writeFileSync(
    file,
    text.replace(marks, (_all, before, after) => `${before}${where}\n\n${table(measured)}${after}`),
  )
}
