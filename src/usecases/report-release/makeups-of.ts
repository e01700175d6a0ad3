import { countByGroup, type Scope } from '#db/figures.ts'
import type { Makeup, Makeups } from '#domain/disclosure/count-table.ts'
import { type CaseSet, setOf, type TallyId } from '#domain/figures/figures.ts'
import type { Work } from '#usecases/context.ts'

/** Of which closed groups the women are that these tallies count, by the name of each population. */
export async function makeupsOf(
  { tx, programmes }: Work,
  tallies: readonly TallyId[],
  scope: Scope,
  nameOf: (set: CaseSet) => string,
): Promise<Makeups> {
  const closed = new Set(
    programmes.known.filter(({ shape }) => shape.value === 'closed_group').map(({ id }) => id),
  )
  const makeups: Record<string, Makeup> = {}
  for (const set of new Set(tallies.map(setOf))) {
    const groups: Record<string, number> = {}
    let others = 0
    for (const { programmeId, groupId, count } of await countByGroup(tx, set, scope))
      if (programmeId === null || !closed.has(programmeId)) others += count
      else if (groupId !== null) groups[groupId] = (groups[groupId] ?? 0) + count
    makeups[nameOf(set)] = { groups, others }
  }
  return makeups
}
