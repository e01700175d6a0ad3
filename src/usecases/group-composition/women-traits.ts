import { findTrajectories, type TrajectoryRow } from '#db/trajectory.ts'
import { traitsOf } from '#domain/group/compose/traits.ts'
import type { GroupRules } from '#domain/group/group-size.ts'
import type { Work } from '#usecases/context.ts'
import type { GroupOnOffer } from '#usecases/group-composition/groups-on-offer.ts'
import { readManyWishes } from '#usecases/match/wishes.ts'
import { readBirthDays } from '#usecases/person/read-names.ts'

/** The traits of who is in these groups already, group by group. */
export async function traitsInGroups(
  work: Work,
  groups: readonly GroupOnOffer[],
): Promise<ReadonlyMap<string, string[][]>> {
  const naast = { kind: 'system', orgId: work.orgId, job: 'group' } as const
  const traits = new Map<string, string[][]>()
  for (const { group, rules, places } of groups) {
    const rows = await findTrajectories(
      work.tx,
      naast,
      rules.variety.length > 0 ? places.map((place) => place.trajectory_id) : [],
    )
    const known = await traitsOfWomen(work, rules, rows)
    traits.set(
      group.id,
      places.map((place) => known.get(place.trajectory_id) ?? []),
    )
  }
  return traits
}

/** By what each of these women adds to the mix, as far as her programme wants it mixed. */
export async function traitsOfWomen(
  work: Work,
  rules: GroupRules,
  rows: readonly TrajectoryRow[],
): Promise<ReadonlyMap<string, string[]>> {
  const wants = (by: GroupRules['variety'][number]['by']) => rules.variety.some((one) => one.by === by)
  const born = wants('age')
    ? await readBirthDays(
        work,
        rows.map((row) => row.person_id),
      )
    : new Map()
  const wishes = wants('background') ? await readManyWishes(work, rows) : new Map()
  return new Map(
    rows.map((row) => [
      row.id,
      traitsOf(
        rules,
        {
          bornOn: born.get(row.person_id) ?? null,
          backgrounds: wishes.get(row.id)?.wishes.backgrounds ?? [],
          phase: row.phase,
        },
        work.today,
      ),
    ]),
  )
}
