import { z } from 'zod'
import { listCases as findCases, type Scope } from '#db/figures.ts'
import { findReferralPeople } from '#db/referral.ts'
import { findTrajectories } from '#db/trajectory.ts'
import { isSealedTally, setOf, tallyIds } from '#domain/figures/figures.ts'
import { figuresPolicy } from '#domain/figures/figures-policy.ts'
import { periodInput } from '#domain/figures/period.ts'
import { fullName } from '#domain/person/person.ts'
import type { Work } from '#usecases/context.ts'
import { Forbidden } from '#usecases/failure.ts'
import { gestationOfEach } from '#usecases/figures/count-gestation.ts'
import { closureReasons, countedProgrammes, scopeOf } from '#usecases/figures/figures-scope.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { question } from '#usecases/use-case.ts'

/** More than this nobody reads through; the count says how many there are. */
export const mostCases = 500

/** Who stands behind one count, by name: the same question as the count, so that the two never differ. */
export const listCases = question({
  name: 'list-cases',
  may: figuresPolicy.read,
  input: z.strictObject({
    tally: z.enum(tallyIds),
    row: z.string().min(1).max(80),
    column: z.string().min(1).max(80).default('all'),
    period: periodInput,
    programme: z.string().max(60).default(''),
  }),
  async run(work, { tally, row, column, period, programme }) {
    if (!figuresPolicy.openTally(work.actor, tally)) throw new Forbidden()
    const scope = scopeOf(work, period, programme)
    const ids = isSealedTally(tally)
      ? await sealedCases(work, scope, row)
      : await findCases(work.tx, tally, scope, { row, column, limit: mostCases })
    const referrals = setOf(tally) === 'received'
    const cases = referrals ? await ofReferrals(work, ids) : await ofTrajectories(work, ids)
    const people = await readPeople(
      work,
      cases.map(({ personId }) => personId),
    )
    return {
      of: referrals ? ('referral' as const) : ('trajectory' as const),
      period,
      programmes: countedProgrammes(work),
      reasons: closureReasons(work),
      cases: cases
        .map(({ id, personId }) => {
          const person = people.get(personId)
          return { id, name: person ? fullName(person.name) : '—' }
        })
        .sort((a, b) => a.name.localeCompare(b.name, 'nl') || (a.id < b.id ? -1 : 1)),
    }
  },
})

/** Who stands there by what her file says: counted and listed of the same files in the same way. */
async function sealedCases(work: Work, scope: Scope, row: string): Promise<readonly string[]> {
  const each = await gestationOfEach(work, scope)
  return [...(each ?? [])].flatMap(([id, at]) => (at === row ? [id] : [])).slice(0, mostCases)
}

async function ofReferrals({ tx, actor }: Work, ids: readonly string[]) {
  const rows = await findReferralPeople(tx, actor, ids)
  return rows.map(({ id, person_id }) => ({ id, personId: person_id }))
}

async function ofTrajectories(work: Work, ids: readonly string[]) {
  const rows = await findTrajectories(work.tx, work.actor, ids)
  work.about({ trajectory: rows.map(({ id }) => id) })
  return rows.map(({ id, person_id }) => ({ id, personId: person_id }))
}
