import { createHash } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'
import {
  type Erased,
  type LedgerEnd,
  type LedgerSignet,
  readLedger,
  writeLedgerLine,
} from '#domain/erasure/erasure-ledger.ts'
import type { RootKey } from '#server/keys/organisation-keys.ts'
import { signetOf } from '#server/keys/signet.ts'

/** The list of whose keys were destroyed, in a file beside the keys: only ever added to. */
export interface Ledger {
  /** All of it, and where it ends. Throws if a line can't be right. */
  read(): { readonly erased: readonly Erased[]; readonly end: LedgerEnd }
  /** What its line with this number hashes to; empty for none at all, or for a line that isn't there. */
  hashAt(number: number): string
  /** Adds those that aren't in it yet, and says how many; when it returns they are on the disk. */
  add(erased: readonly Erased[]): number
}

/** How old a lock is that nobody holds any more. */
const staleMs = 60_000

export const ledgerSignet = (rootKey: RootKey): LedgerSignet => ({
  ...signetOf(rootKey),
  digest: (text) => createHash('sha256').update(text).digest(),
})

export function openLedger(file: string, rootKey: RootKey): Ledger {
  const signet = ledgerSignet(rootKey)
  const read = () => {
    const { erased, end, flaw } = readLedger(existsSync(file) ? readFileSync(file, 'utf8') : '', signet)
    if (flaw)
      throw new Error(`The list of erased files ${file} is damaged after line ${end.number} (${flaw}).`)
    return { erased, end }
  }
  return {
    read,
    hashAt: (number) => {
      const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, number) : []
      const { end } = readLedger(lines.join('\n'), signet)
      return end.number === number ? end.hash : ''
    },
    add(erased) {
      if (erased.length === 0) return 0
      mkdirSync(path.dirname(file), { recursive: true })
      return alone(file, () => {
        const known = read()
        const has = new Set(known.erased.map(({ ownerId }) => ownerId))
        let end = known.end
        const lines = erased
          .filter(({ ownerId }) => !has.has(ownerId))
          .map((one) => {
            const next = writeLedgerLine(one, end, signet)
            end = next.end
            return `${next.line}\n`
          })
        if (lines.length > 0) append(file, lines.join(''))
        return lines.length
      })
    },
  }
}

function append(file: string, text: string): void {
  const handle = openSync(file, 'a', 0o600)
  try {
    writeSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  if (process.platform !== 'win32') chmodSync(file, 0o600)
}

/** Of two processes over one folder one writes at a time; a third that comes now leaves it for its next round. */
function alone(file: string, work: () => number): number {
  const lock = `${file}.lock`
  if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > staleMs) rmSync(lock, { force: true })
  let handle: number
  try {
    handle = openSync(lock, 'wx', 0o600)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return 0
    throw error
  }
  try {
    return work()
  } finally {
    closeSync(handle)
    rmSync(lock, { force: true })
  }
}
