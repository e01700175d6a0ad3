import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  anchorText,
  flawsOf,
  type Line,
  leastIdAt,
  readAnchor,
  type Seal,
  type Signet,
  sealLines,
} from './seal.ts'

const signed = (text: string, key: string) => createHmac('sha256', key).update(text).digest()
const signetOf = (key: string): Signet => ({
  digest: (text) => createHash('sha256').update(text).digest(),
  sign: (text) => signed(text, key),
  holds: (text, signature) => signature.length === 32 && timingSafeEqual(signature, signed(text, key)),
})
const signet = signetOf('ours')
const orgId = '01930000-0000-7000-8000-00000000000a'

const uuid = fc.uuid({ version: 7 })
const line = fc.record<Line>({
  id: uuid,
  at: fc.integer({ min: 0, max: 2_000_000_000 }).map((s) => Temporal.Instant.fromEpochMilliseconds(s * 1000)),
  event: fc.constantFrom('read-referral', 'propose-match', 'erase-person'),
  action: fc.constantFrom('read', 'create'),
  outcome: fc.constantFrom('success', 'denied'),
  actorKind: fc.constantFrom('member', 'system'),
  actorId: fc.option(uuid),
  actorRoles: fc.array(fc.constantFrom('coordinator', 'worker'), { maxLength: 2 }),
  onBehalfOf: fc.option(uuid),
  personIds: fc.array(uuid, { maxLength: 3 }),
  trajectoryIds: fc.array(uuid, { maxLength: 2 }),
  accessBasis: fc.constantFrom('role', 'match'),
  policyVersion: fc.constant('2026-11'),
  requestId: fc.uuid(),
  detail: fc.option(fc.dictionary(fc.constantFrom('lines', 'code', 'side'), fc.nat(), { maxKeys: 3 })),
})
interface Log {
  readonly pieces: readonly { readonly seal: Seal; readonly lines: readonly Line[] }[]
}
const log = fc
  .array(fc.uniqueArray(line, { minLength: 1, maxLength: 5, selector: ({ id }) => id }), {
    minLength: 1,
    maxLength: 5,
  })
  .map((pieces): Log => {
    const byId = (a: Line, b: Line) => (a.id < b.id ? -1 : 1)
    let last: Seal | null = null
    return {
      pieces: pieces.map((lines) => {
        const sorted = [...lines].sort(byId)
        const seal = sealLines(orgId, last, sorted, signet)
        if (!seal) throw new Error('lines have a seal')
        last = seal
        return { seal, lines: sorted }
      }),
    }
  })
const allFlaws = ({ pieces }: Log, with_: Signet = signet) =>
  pieces.flatMap(({ seal, lines }, at) => flawsOf(seal, pieces[at - 1]?.seal ?? null, lines, with_))

/** Everything somebody with the database in her hands could do to one piece, by name. */
const tampering: Record<string, (log: Log, at: number, other: Line) => Log> = {
  'a line removed': (log, at) => change(log, at, ({ seal, lines }) => ({ seal, lines: lines.slice(1) })),
  'a line added': (log, at, other) =>
    change(log, at, ({ seal, lines }) => ({ seal, lines: [...lines, other] })),
  'a line exchanged': (log, at, other) =>
    change(log, at, ({ seal, lines }) => ({ seal, lines: [other, ...lines.slice(1)] })),
  'a removed line that the count hides': (log, at) =>
    change(log, at, ({ seal, lines }) => ({
      seal: { ...seal, lines: seal.lines - 1 },
      lines: lines.slice(1),
    })),
  'a seal removed': ({ pieces }, at) => ({
    pieces:
      at < pieces.length - 1 ? pieces.filter((_, each) => each !== at) : [...pieces, ...pieces.slice(at)],
  }),
  'a seal made anew with another key': (log, at, other) =>
    change(log, at, ({ lines }) => {
      const changed = [other, ...lines.slice(1)]
      const seal = sealLines(orgId, log.pieces[at - 1]?.seal ?? null, changed, signetOf('theirs'))
      if (!seal) throw new Error('lines have a seal')
      return { seal, lines: changed }
    }),
  'a signature from another seal': (log, at) =>
    change(log, at, ({ seal, lines }) => ({
      seal: { ...seal, signature: signet.sign(anchorText({ ...seal, number: seal.number + 1 })) },
      lines,
    })),
  'another start': (log, at, other) =>
    change(log, at, ({ seal, lines }) => ({ seal: { ...seal, afterId: other.id }, lines })),
}
function change(log: Log, at: number, of: (piece: Log['pieces'][number]) => Log['pieces'][number]): Log {
  return { pieces: log.pieces.map((piece, each) => (each === at ? of(piece) : piece)) }
}

describe('a sealed log', () => {
  test('is whole as it was written', () => {
    fc.assert(
      fc.property(log, (log) => {
        expect(allFlaws(log)).toEqual([])
      }),
    )
  })
  test('shows whatever is done to it', () => {
    const kinds = Object.keys(tampering)
    fc.assert(
      fc.property(log, fc.constantFrom(...kinds), fc.nat(), line, (log, kind, seed, other) => {
        const done = tampering[kind]?.(log, seed % log.pieces.length, other)
        expect(done && allFlaws(done), kind).not.toEqual([])
      }),
      { numRuns: 1000 },
    )
  })
  test('shows a change of any field of any line', () => {
    fc.assert(
      fc.property(log, fc.nat(), fc.nat(), line, (log, piece, which, other) => {
        const at = piece % log.pieces.length
        const lines = log.pieces[at]?.lines ?? []
        const hers = lines[which % lines.length]
        for (const field of Object.keys(other) as (keyof Line)[]) {
          if (!hers || String(JSON.stringify(hers[field])) === String(JSON.stringify(other[field]))) continue
          const edited = change(log, at, ({ seal, lines }) => ({
            seal,
            lines: lines.map((one) => (one === hers ? { ...one, [field]: other[field] } : one)),
          }))
          expect(allFlaws(edited), field).not.toEqual([])
        }
      }),
    )
  })
  test('is somebody else’s with another key', () => {
    fc.assert(
      fc.property(log, (log) => {
        expect(allFlaws(log, signetOf('theirs'))).toContain('not-signed')
      }),
    )
  })
  test('reads a detail the same in whatever order the database gives it', () => {
    const one = fc.sample(line, 1)[0]
    if (!one) throw new Error('a line')
    const seal = sealLines(orgId, null, [{ ...one, detail: { a: 1, b: 2 } }], signet)
    expect(seal && flawsOf(seal, null, [{ ...one, detail: { b: 2, a: 1 } }], signet)).toEqual([])
  })
  test('seals nothing where there is nothing', () => {
    expect(sealLines(orgId, null, [], signet)).toBeNull()
  })
})

test('an anchor is read as it was written, and nothing else is one', () => {
  fc.assert(
    fc.property(log, ({ pieces }) => {
      for (const { seal } of pieces)
        expect(readAnchor(`  ${anchorText(seal)}\n`)).toEqual({
          orgId,
          number: seal.number,
          hash: seal.hash,
        })
    }),
  )
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(readAnchor(text)).toBeNull()
    }),
  )
})
test('the least id of a moment stands before every id of it and after every id before it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 41 }), fc.uuid(), (millis, other) => {
      const idAt = (ms: number) => {
        const hex = ms.toString(16).padStart(12, '0')
        return `${hex.slice(0, 8)}-${hex.slice(8)}-7${other.slice(15, 19)}8${other.slice(20)}`
      }
      const least = leastIdAt(Temporal.Instant.fromEpochMilliseconds(millis))
      expect(least <= idAt(millis)).toBe(true)
      expect(idAt(millis - 1) < least).toBe(true)
    }),
  )
})
