import { readFileSync, writeFileSync } from 'node:fs'
import { checkInstance } from '#domain/match/solver/check-instance.ts'
import type { Instance, Objective } from '#domain/match/solver/instance.ts'
import { bonuses } from '#domain/match/solver/problem.ts'
import { bonusOf } from '#domain/match/solver/ranges.ts'

/** Columns of numbers, little-endian: three sizes, then what others read too, then the tiers. */
export function writeInstance(file: string, instance: Instance, objective: Objective): void {
  const { mothers, workers, capacity, rowPtr, col, score } = instance
  const bonus = BigInt(bonusOf(checkInstance(instance, { objective, stable: false }), 1))
  const tier = instance.tier ?? new Uint8Array(mothers)
  const parts = [
    Int32Array.of(mothers, workers, col.length),
    Int32Array.from(capacity),
    rowPtr,
    col,
    score,
    BigInt64Array.from(tier, (of) => bonus * BigInt(bonuses(objective, of))),
    tier,
  ]
  writeFileSync(
    file,
    Buffer.concat(parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength))),
  )
}

export function readInstance(file: string): Instance {
  const raw = readFileSync(file)
  const bytes = raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.byteLength)
  const [mothers = 0, workers = 0, pairs = 0] = new Int32Array(bytes, 0, 3)
  let at = 12
  const column = (length: number) => {
    const array = new Int32Array(bytes, at, length)
    at += array.byteLength
    return array
  }
  const capacity = column(workers)
  const rowPtr = column(mothers + 1)
  const col = column(pairs)
  const score = column(pairs)
  return {
    mothers,
    workers,
    capacity,
    rowPtr,
    col,
    score,
    tier: new Uint8Array(bytes, at + 8 * mothers, mothers),
  }
}
