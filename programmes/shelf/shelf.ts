import { shelfName } from '#domain/instrument/on-shelf.ts'
import type { ShelfInstrument } from '#domain/instrument/shelf-instrument.ts'
import { brs } from './brs.ts'
import { djg6 } from './djg6.ts'
import { epds } from './epds.ts'
import { gad7 } from './gad7.ts'
import { gse10 } from './gse10.ts'
import { hark } from './hark.ts'
import { k10 } from './k10.ts'
import { kpcs } from './kpcs.ts'
import { mhi5 } from './mhi5.ts'
import { movers } from './movers.ts'
import { osss3 } from './osss3.ts'
import { ownBond } from './own-bond.ts'
import { ownLadder } from './own-ladder.ts'
import { ownSafety } from './own-safety.ts'
import { ownWorries } from './own-worries.ts'
import { phq4 } from './phq4.ts'
import { phq9 } from './phq9.ts'
import { who5 } from './who5.ts'

/** Every questionnaire that comes along with Naast: with its texts where its holder allows that, else only how it counts. */
export const shelf: readonly ShelfInstrument[] = [
  k10,
  phq9,
  gad7,
  phq4,
  mhi5,
  who5,
  osss3,
  djg6,
  hark,
  gse10,
  kpcs,
  epds,
  movers,
  brs,
  ownWorries,
  ownSafety,
  ownLadder,
  ownBond,
]

const byName = new Map(shelf.map((one) => [shelfName(one), one]))
/** By its name (`k10-nl@1`); `null` if it isn't on the shelf, or not in this version. */
export const findOnShelf = (name: string): ShelfInstrument | null => byName.get(name) ?? null
