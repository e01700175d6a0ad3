import type { Tx } from '#db/connection.ts'
import { findOffers, findPublishedVersions } from '#db/programme.ts'
import { type Day, isBefore } from '#domain/day.ts'
import { checkDefinition, type DefinitionProblem } from '#domain/programme/check-definition.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { type Outgrown, readAsFarAsItGoes } from '#domain/programme/outgrown-definition.ts'
import { findProgramme } from '#programmes/registry.ts'

interface Offer {
  readonly programme: ProgrammeDefinition
  readonly from: Day
  readonly until: Day | null
}

/** What one organisation has in programmes: what it offers or offered, and the definitions it made itself. */
export interface Stock {
  readonly offers: readonly Offer[]
  /** By id and version; also those that are outgrown, as far as they can be read. */
  readonly own: ReadonlyMap<string, ProgrammeDefinition>
  /** What was published or offered and doesn't fit any more what a definition may say. */
  readonly outgrown: readonly Outgrown[]
}

/** The programmes of one organisation on one day. */
export interface ProgrammeShelf {
  /** What a woman may be referred to today, each in the version that new trajectories start under. */
  readonly offered: readonly ProgrammeDefinition[]
  /** Every version that was ever offered here: what a trajectory can have started under. */
  readonly known: readonly ProgrammeDefinition[]
  /** What was published or offered here and can't be offered any more, with all that is wrong with it. */
  readonly outgrown: readonly Outgrown[]
  /**
   * The definition with this id: with a version exactly that one, because a running trajectory keeps what it started
   * under; without one what is offered today. `null` if there is none.
   */
  find(id: string, version?: string): ProgrammeDefinition | null
}

const keyOf = (id: string, version: string) => `${id}@${version}`

/** Offered once, and neither made here nor among what Naast comes with now. */
const notThere: DefinitionProblem = { field: 'definition', expected: 'a version that this Naast knows' }

export async function readStock(tx: Tx, orgId: string): Promise<Stock> {
  const [offers, versions] = [await findOffers(tx, orgId), await findPublishedVersions(tx, orgId)]
  const own = new Map<string, ProgrammeDefinition>()
  const outgrown = new Map<string, Outgrown>()
  for (const { programme_id: id, version, definition: written } of versions) {
    const { definition, problems } = checkDefinition(written)
    const readable = definition ?? readAsFarAsItGoes(written, id, version)
    if (!definition) outgrown.set(keyOf(id, version), { id, version, problems, definition: readable })
    if (readable) own.set(keyOf(id, version), readable)
  }
  for (const { programme_id: id, version } of offers) {
    const key = keyOf(id, version)
    if (!own.has(key) && !outgrown.has(key) && !findProgramme(id, version))
      outgrown.set(key, { id, version, problems: [notThere], definition: null })
  }
  return {
    own,
    outgrown: [...outgrown.values()],
    offers: offers.flatMap(({ programme_id, version, from_day, until_day }) => {
      const programme = own.get(keyOf(programme_id, version)) ?? findProgramme(programme_id, version)
      return programme ? [{ programme, from: from_day, until: until_day }] : []
    }),
  }
}

export function shelfOn({ offers, own, outgrown }: Stock, today: Day): ProgrammeShelf {
  const stale = new Set(outgrown.map(({ id, version }) => keyOf(id, version)))
  const standing = offers
    .filter(({ from, until }) => !isBefore(today, from) && !(until && isBefore(until, today)))
    .map(({ programme }) => programme)
    // Whoever began under what no longer fits goes on; nobody new is taken in under it.
    .filter(({ id, version }) => !stale.has(keyOf(id, version)))
  // On the day on which a version takes the place of another both stand; the one taken up last counts.
  const offered = standing.filter(
    ({ id }, at) => standing.findLastIndex((programme) => programme.id === id) === at,
  )
  return {
    offered,
    outgrown,
    known: [...new Set(offers.map(({ programme }) => programme))],
    find: (id, version) =>
      version === undefined
        ? (offered.findLast((programme) => programme.id === id) ?? null)
        : (own.get(keyOf(id, version)) ?? findProgramme(id, version)),
  }
}
