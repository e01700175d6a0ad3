import type { Tx } from '#db/connection.ts'
import { findOffers, findPublishedVersions } from '#db/programme.ts'
import { type Day, isBefore } from '#domain/day.ts'
import { checkDefinition } from '#domain/programme/check-definition.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { findProgramme } from '#programmes/registry.ts'

interface Offer {
  readonly programme: ProgrammeDefinition
  readonly from: Day
  readonly until: Day | null
}

/** What one organisation has in programmes: what it offers or offered, and the definitions it made itself. */
export interface Stock {
  readonly offers: readonly Offer[]
  /** By id and version. */
  readonly own: ReadonlyMap<string, ProgrammeDefinition>
}

/** The programmes of one organisation on one day. */
export interface ProgrammeShelf {
  /** What a woman may be referred to today, each in the version that new trajectories start under. */
  readonly offered: readonly ProgrammeDefinition[]
  /** Every version that was ever offered here: what a trajectory can have started under. */
  readonly known: readonly ProgrammeDefinition[]
  /**
   * The definition with this id: with a version exactly that one, because a running trajectory keeps what it started
   * under; without one what is offered today. `null` if there is none.
   */
  find(id: string, version?: string): ProgrammeDefinition | null
}

const keyOf = (id: string, version: string) => `${id}@${version}`

export async function readStock(tx: Tx, orgId: string): Promise<Stock> {
  const [offers, versions] = [await findOffers(tx, orgId), await findPublishedVersions(tx, orgId)]
  const own = new Map<string, ProgrammeDefinition>()
  for (const row of versions) {
    const { definition } = checkDefinition(row.definition)
    if (definition) own.set(keyOf(row.programme_id, row.version), definition)
  }
  return {
    own,
    offers: offers.flatMap(({ programme_id, version, from_day, until_day }) => {
      const programme = own.get(keyOf(programme_id, version)) ?? findProgramme(programme_id, version)
      return programme ? [{ programme, from: from_day, until: until_day }] : []
    }),
  }
}

export function shelfOn({ offers, own }: Stock, today: Day): ProgrammeShelf {
  const standing = offers
    .filter(({ from, until }) => !isBefore(today, from) && !(until && isBefore(until, today)))
    .map(({ programme }) => programme)
  // On the day on which a version takes the place of another both stand; the one taken up last counts.
  const offered = standing.filter(
    ({ id }, at) => standing.findLastIndex((programme) => programme.id === id) === at,
  )
  return {
    offered,
    known: [...new Set(offers.map(({ programme }) => programme))],
    find: (id, version) =>
      version === undefined
        ? (offered.findLast((programme) => programme.id === id) ?? null)
        : (own.get(keyOf(id, version)) ?? findProgramme(id, version)),
  }
}
