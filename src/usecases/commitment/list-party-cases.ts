import { z } from 'zod'
import { listPartyCases as findPartyCases } from '#db/commitment.ts'
import { findNetworkOrganisation } from '#db/network-organisation.ts'
import { findTrajectories } from '#db/trajectory.ts'
import { commitmentState, daysOf } from '#domain/commitment/commitment.ts'
import { commitmentPolicy } from '#domain/commitment/commitment-policy.ts'
import { periodInput } from '#domain/figures/period.ts'
import { fullName } from '#domain/person/person.ts'
import { NotFound } from '#usecases/failure.ts'
import { scopeOf } from '#usecases/figures/figures-scope.ts'
import { mostCases } from '#usecases/figures/list-cases.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { question } from '#usecases/use-case.ts'

/** For whom a party's row counts, by name: the same question as the count, so that the two never differ. */
export const listPartyCases = question({
  name: 'list-party-cases',
  may: commitmentPolicy.readAll,
  input: z.strictObject({
    /** `null`: parties that stand in no list. */
    party: z.uuid().nullable(),
    period: periodInput,
    programme: z.string().max(60).default(''),
  }),
  async run(work, { party, period, programme }) {
    const { tx, orgId, actor, today, zone } = work
    const organisation = party && (await findNetworkOrganisation(tx, orgId, party))
    if (party && !organisation) throw new NotFound()
    const scope = { ...scopeOf(work, period, programme), zone }
    const cases = await findPartyCases(tx, scope, { party, limit: mostCases })
    const rows = await findTrajectories(tx, actor, [...new Set(cases.map((one) => one.trajectory_id))])
    work.about({ trajectory: rows.map(({ id }) => id) })
    const people = await readPeople(
      work,
      rows.map(({ person_id }) => person_id),
    )
    const personOf = new Map(rows.map(({ id, person_id }) => [id, people.get(person_id)]))
    return {
      name: organisation ? organisation.name : null,
      period,
      cases: cases.flatMap(({ trajectory_id, kind, since, help_on, helped, over }) => {
        if (!personOf.has(trajectory_id)) return []
        const person = personOf.get(trajectory_id)
        const one = { since, by: null, helped, helpOn: help_on, over }
        return {
          trajectoryId: trajectory_id,
          name: person ? fullName(person.name) : '—',
          kind,
          since,
          helpOn: help_on,
          state: commitmentState(one, today),
          days: daysOf(one, today),
        }
      }),
    }
  },
})
