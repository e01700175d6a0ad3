import { z } from 'zod'
import { listAlertSteps, lockLoneAlert, saveLoneAlert } from '#db/lone-alert.ts'
import { glassOutcomes } from '#domain/break-glass/break-glass.ts'
import { loneVisitPolicy } from '#domain/lone-visit/lone-visit-policy.ts'
import { isSecondPerson } from '#domain/member/second-person.ts'
import { Forbidden, NotFound, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** Was it right that somebody opened where she was? Said once, and never by who did it. */
export const reviewLoneOpening = command({
  name: 'review-lone-opening',
  action: 'update',
  may: loneVisitPolicy.review,
  input: z.strictObject({ id: z.uuid(), outcome: z.enum(glassOutcomes) }),
  async run(work, { id, outcome }) {
    const { tx, orgId, actor, now } = work
    if (actor.kind !== 'member') throw new Forbidden()
    const row = await lockLoneAlert(tx, actor, id)
    if (!row?.opened_at) throw new NotFound()
    work.about({ person: row.person_id, trajectory: row.trajectory_id })
    const by = (await listAlertSteps(tx, orgId, id)).flatMap(({ kind, taken_by }) =>
      kind === 'address_opened' ? (taken_by ?? []) : [],
    )
    if (!isSecondPerson(actor.memberId, by)) throw new Refused('glass-own')
    if (row.reviewed_at) throw new Refused('glass-reviewed-already')
    await saveLoneAlert(tx, row, { reviewed_by: actor.memberId, reviewed_at: now, review_code: outcome })
    return { id }
  },
})
