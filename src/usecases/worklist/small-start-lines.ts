import { listOpenSmallStarts } from '#db/group-small-start.ts'
import { groupPolicy } from '#domain/group/group-policy.ts'
import { isSecondPerson } from '#domain/member/second-person.ts'
import type { Work } from '#usecases/context.ts'
import { type Found, fitting, most } from '#usecases/worklist/found-lines.ts'

/** Groups that wait for a yes or no to begin smaller, for who answers for the programme. */
export async function smallStartLines(work: Work): Promise<Found> {
  const { tx, actor, programmes } = work
  if (!groupPolicy.allowSmall(actor)) return { lines: [], more: null }
  // What she asked herself waits for somebody else.
  const rows = (await listOpenSmallStarts(tx, actor, most + 1)).filter(
    ({ asked_by }) => actor.kind === 'member' && isSecondPerson(actor.memberId, [asked_by]),
  )
  return fitting('small-start', rows, (row) => ({
    id: row.id,
    personId: null,
    pressure: 'due',
    by: null,
    source: {
      from: 'small-start',
      programme: programmes.find(row.programme_id, row.programme_version)?.label ?? null,
      women: row.size,
    },
  }))
}
