import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { type Case, cases, fileOf } from './cases.ts'
import { measure, type Row } from './measure.ts'
import { compiled, folder, hasMunkres, runs, scipy } from './peers.ts'
import { goals, type SessionTimes, sessionTable, table, writeDocs } from './report.ts'

/**
 * Ours beside LEMON, HiGHS, scipy and the same algorithm in C, in turns in one run; what isn't installed is left out
 * (`bench/matching/install-others.sh`). `--only=country,corridor` takes what begins with one of these, `--rounds=5` is
 * more turns, `--small` leaves the largest out. What was measured last of each instance is kept, and `--write` puts
 * all of that into docs/matching.md; alone it measures nothing.
 */
export async function benchMatching(args: readonly string[]): Promise<void> {
  const option = (name: string) => args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3)
  const only = option('only')?.split(',')
  const rounds = Number(option('rounds') ?? 3)
  if (args.join() !== '--write') {
    const peers = {
      lemon: compiled('lemon.cpp', 'g++', []),
      c: compiled('ours.c', 'gcc', ['-lm']),
      python: scipy(),
      munkres: hasMunkres(),
    }
    for (const [name, found] of Object.entries(peers)) if (!found) console.log(`Not here: ${name}`)
    const wanted = cases.filter(
      ({ name, size }) =>
        (!only || only.some((start) => name.startsWith(start))) &&
        !(args.includes('--small') && size === 'stress'),
    )
    for (const one of wanted) {
      const file = fileOf(one)
      const row = measure(one, file, rounds, peers)
      keep({ row, times: hasSession(one) ? timesOf(file) : [] }, one)
      console.log(table([row]).split('\n').at(-1))
    }
  }
  const kept = cases.map(keptOf).filter((found) => found !== null)
  const rows = kept.map(({ row }) => row)
  const sessions = kept
    .filter(({ times }) => times.length > 0)
    .map(({ row, times }) => ({ name: row.name, lines: times }))
  console.log(`\n${table(rows)}\n\n${sessionTable(sessions)}\n\n${goals(rows, sessions)}`)
  if (args.includes('--write')) writeDocs(rows, sessions)
}

interface Kept {
  readonly row: Row
  readonly times: SessionTimes['lines']
}
const fileOfKept = ({ name }: Case): string => `${folder}/${name.replaceAll(' ', '-')}.json`
const keep = (kept: Kept, one: Case): void => writeFileSync(fileOfKept(one), JSON.stringify(kept, null, 1))
const keptOf = (one: Case): Kept | null =>
  existsSync(fileOfKept(one)) ? JSON.parse(readFileSync(fileOfKept(one), 'utf8')) : null

const hasSession = ({ name }: Case): boolean => name === 'country tight' || name === 'stress tight'
const timesOf = (file: string): SessionTimes['lines'] =>
  runs(process.execPath, ['bench/matching/changes.ts', file])
