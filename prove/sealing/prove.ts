import { createDecipheriv } from 'node:crypto'
import { type Key, newKey, open, seal } from '#server/keys/seal.ts'
import { type Chance, chanceOf } from '#simulation/chance.ts'

export type Opener = (key: Key, bound: string, sealed: Buffer) => Buffer
type Sealer = typeof seal

export interface Proof {
  readonly tried: number
  /** Sealed and opened, and something else came out; or the same beginning was used twice under one key. */
  readonly broken: readonly string[]
  /** Changed, moved, cut short or under another key, and opened all the same. */
  readonly fooled: readonly string[]
}

const tables = ['person', 'concern', 'contact', 'safety_plan', 'message']
const columns = ['name_sealed', 'words_sealed', 'note_sealed', 'address_sealed']
const word = (chance: Chance, least: number, most: number): string =>
  Array.from({ length: chance.between(least, most) }, () =>
    String.fromCodePoint(chance.pick([65, 97, 0xe9, 0x131, 0x627, 0x1f642, 10, 32]) + chance.between(0, 9)),
  ).join('')

/** Where a value stands, as the vault binds it: organisation, table, column, row, whose it is. */
const place = (chance: Chance): string[] => [
  `org-${chance.between(1, 9)}`,
  chance.pick(tables),
  chance.pick(columns),
  `row-${chance.between(1, 9)}`,
  `person-${chance.between(1, 9)}`,
]

/**
 * What a thief or a mistake does to a sealed value. Each must be noticed; which of them were tried says how much of the
 * envelope was touched.
 */
const attacks: Readonly<Record<string, (sealed: Buffer, chance: Chance) => Buffer>> = {
  'a bit turned over': (sealed, chance) => {
    const changed = Buffer.from(sealed)
    const at = chance.between(0, sealed.length - 1)
    changed.writeUInt8(changed.readUInt8(at) ^ (1 << chance.between(0, 7)), at)
    return changed
  },
  'cut short': (sealed, chance) => sealed.subarray(0, chance.between(0, sealed.length - 1)),
  'cut short at the front': (sealed, chance) => sealed.subarray(chance.between(1, sealed.length)),
  'made longer': (sealed, chance) => Buffer.concat([sealed, Buffer.of(chance.between(0, 255))]),
  'its tag made shorter': (sealed, chance) => sealed.subarray(0, sealed.length - chance.pick([1, 4, 8, 12])),
}

/**
 * Seals invented texts and opens them again; then does to each what must be noticed: each attack, every part of the
 * place changed, another key, the ciphertext of another value. `with` replaces a part, to show that the proof sees it.
 */
export function proveSealing(
  count: number,
  seed: number,
  { opener = open, sealer = seal }: { opener?: Opener; sealer?: Sealer } = {},
): Proof {
  const chance = chanceOf(seed)
  const keys = Array.from({ length: 16 }, newKey)
  const beginnings = new Set<string>()
  const broken: string[] = []
  const fooled: string[] = []
  let tried = 0
  let before: Buffer | null = null
  for (let turn = 0; turn < count; turn += 1) {
    const at = chance.between(0, keys.length - 1)
    const key = keys[at] ?? newKey()
    const where = place(chance)
    const text = Buffer.from(word(chance, 0, 40))
    const sealed = sealer(key, where.join('|'), text)
    const beginning = `${at}|${sealed.subarray(1, 13).toString('latin1')}`
    if (beginnings.has(beginning)) broken.push(`turn ${turn}: the same beginning twice under one key`)
    beginnings.add(beginning)
    if (!same(opener, key, where.join('|'), sealed, text))
      broken.push(`turn ${turn}: something else came out`)
    const must = (what: string, other: Key, bound: string, changed: Buffer) => {
      tried += 1
      if (opens(opener, other, bound, changed)) fooled.push(`turn ${turn}: ${what}`)
    }
    for (const [what, attack] of Object.entries(attacks))
      must(what, key, where.join('|'), attack(sealed, chance))
    const moved = chance.between(0, where.length - 1)
    must('moved elsewhere', key, where.map((part, k) => (k === moved ? `${part}0` : part)).join('|'), sealed)
    must('another key', keys[(at + 1) % keys.length] ?? newKey(), where.join('|'), sealed)
    // Its own envelope around what stood in the value before it.
    if (before && before.length > 29 && sealed.length > 29)
      must('another’s words', key, where.join('|'), grafted(sealed, before))
    before = sealed
  }
  return { tried, broken, fooled }
}

const grafted = (envelope: Buffer, other: Buffer): Buffer =>
  Buffer.concat([envelope.subarray(0, 13), other.subarray(13, -16), envelope.subarray(-16)])

function opens(opener: Opener, key: Key, bound: string, sealed: Buffer): boolean {
  try {
    opener(key, bound, sealed)
    return true
  } catch {
    return false
  }
}
function same(opener: Opener, key: Key, bound: string, sealed: Buffer, text: Buffer): boolean {
  try {
    return opener(key, bound, sealed).equals(text)
  } catch {
    return false
  }
}

/** An opener that leaves something out, as one might have written it. */
const careless =
  ({ bound = true, tag = true }): Opener =>
  (key, where, sealed) => {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 13), { authTagLength: 16 })
    if (bound) decipher.setAAD(Buffer.from(where))
    decipher.setAuthTag(sealed.subarray(sealed.length - 16))
    const plain = decipher.update(sealed.subarray(13, sealed.length - 16))
    if (tag) decipher.final()
    return plain
  }

/** What may be left out, and must be missed. */
export const leaveOut: Readonly<Record<string, { opener?: Opener; sealer?: Sealer }>> = {
  'binding to its place': {
    opener: careless({ bound: false }),
    sealer: (key, _bound, plain) => seal(key, '', plain),
  },
  'checking the tag': { opener: careless({ tag: false }) },
  'the version in front': {
    opener: (key, bound, sealed) =>
      sealed.length === 0
        ? open(key, bound, sealed)
        : open(key, bound, Buffer.concat([Buffer.of(1), sealed.subarray(1)])),
  },
  'a beginning by chance': {
    sealer: (key, bound, plain) => fixed(seal(key, bound, plain)),
  },
}

/** As if a counter had been put back: the beginning of another. It no longer opens, which is noticed too. */
function fixed(sealed: Buffer): Buffer {
  const same = Buffer.from(sealed)
  same.fill(7, 1, 13)
  return same
}
