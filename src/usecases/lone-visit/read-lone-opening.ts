import { z } from 'zod'
import { findLoneAlert, listAlertSteps } from '#db/lone-alert.ts'
import { loneVisitPolicy } from '#domain/lone-visit/lone-visit-policy.ts'
import { NotFound } from '#usecases/failure.ts'
import { whoDid } from '#usecases/signal/who-did.ts'
import { question } from '#usecases/use-case.ts'

/** That somebody opened where a worker was, who and why: not whose home it was, and not where. */
export const readLoneOpening = question({
  name: 'read-lone-opening',
  may: loneVisitPolicy.review,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const { tx, orgId, actor, zone } = work
    const row = await findLoneAlert(tx, actor, id)
    if (!row?.opened_at) throw new NotFound()
    work.about({ person: row.person_id, trajectory: row.trajectory_id })
    const opened = (await listAlertSteps(tx, orgId, id)).filter(({ kind }) => kind === 'address_opened')
    const names = await whoDid(
      work,
      [...opened.map(({ taken_by }) => taken_by), row.reviewed_by].filter((one) => one !== null),
    )
    const own = actor.kind === 'member' && opened.some(({ taken_by }) => taken_by === actor.memberId)
    return {
      id,
      personId: row.person_id,
      raisedAt: row.raised_at.toZonedDateTimeISO(zone),
      state: row.state,
      openings: opened.map((step) => ({
        by: names.get(step.taken_by ?? '') ?? '—',
        code: step.code,
        at: step.taken_at.toZonedDateTimeISO(zone),
      })),
      own,
      review: row.review_code,
      reviewedBy: row.reviewed_by ? (names.get(row.reviewed_by) ?? '—') : null,
    }
  },
})
