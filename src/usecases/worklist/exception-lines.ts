import { listOpenRulings } from '#db/exception.ts'
import { deciderOf, deciders, decidesHerself } from '#domain/intake/exception.ts'
import { exceptionPolicy } from '#domain/intake/exception-policy.ts'
import { isSecondPerson } from '#domain/member/second-person.ts'
import type { Work } from '#usecases/context.ts'
import { type Found, fitting, most } from '#usecases/worklist/found-lines.ts'

/** Exceptions that are hers to decide: a woman waits for the answer. */
export async function exceptionLines(work: Work): Promise<Found> {
  const { tx, actor, programmes } = work
  const roles = actor.kind === 'member' ? actor.roles : []
  // What is a coordinator's to decide, she decides at the intake.
  const hers = deciders
    .filter((decider) => decider !== 'coordinator')
    .filter((decider) => decidesHerself(decider, roles))
  if (hers.length === 0) return { lines: [], more: null }
  const rows = (await listOpenRulings(tx, actor, hers, most + 1)).filter(
    ({ asked_by }) => actor.kind === 'member' && isSecondPerson(actor.memberId, [asked_by]),
  )
  return fitting('exception', rows, (row) => ({
    id: row.id,
    personId: exceptionPolicy.seesName(actor) ? row.person_id : null,
    pressure: 'due',
    by: null,
    source: {
      from: 'exception',
      notMet:
        programmes
          .find(row.programme_id, row.programme_version)
          ?.eligibility.find((rule) => rule.id === row.rule && deciderOf(rule) === row.decider)?.notMet ??
        null,
    },
  }))
}
