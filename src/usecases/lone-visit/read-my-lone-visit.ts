import { z } from 'zod'
import { findLastOf, findLoneWords } from '#db/lone-visit.ts'
import { findOrganisation } from '#db/organisation.ts'
import { alertAt, standingOf } from '#domain/lone-visit/lone-visit.ts'
import { loneVisitPolicy } from '#domain/lone-visit/lone-visit-policy.ts'
import { NotFound } from '#usecases/failure.ts'
import { visitOf } from '#usecases/lone-visit/lone-visit-fields.ts'
import { question } from '#usecases/use-case.ts'

/** So long after she came out her page still says so. */
const hoursShown = 12

/** Where she is now, or that she is out. Nothing here looks at what others were told, or at her other word. */
export const readMyLoneVisit = question({
  name: 'read-my-lone-visit',
  may: loneVisitPolicy.go,
  input: z.strictObject({}),
  async run({ tx, orgId, actor, now, zone, about }) {
    const workerId = actor.kind === 'member' ? actor.workerId : null
    if (!workerId) throw new NotFound()
    const row = await findLastOf(tx, actor, workerId)
    const { on_call_phone } = await findOrganisation(tx, orgId)
    const hasWords = (await findLoneWords(tx, orgId, workerId)) !== undefined
    const shown =
      row && (!row.ended_at || Temporal.Instant.compare(row.ended_at.add({ hours: hoursShown }), now) > 0)
    if (!shown) return { visit: null, hasWords, onCallPhone: on_call_phone }
    about({ person: row.person_id, trajectory: row.trajectory_id, basis: 'match' })
    const visit = visitOf(row)
    return {
      visit: {
        id: row.id,
        version: row.version,
        contactId: row.contact_id,
        standing: standingOf(visit, now),
        beganAt: row.began_at.toZonedDateTimeISO(zone),
        expectedAt: row.expected_at.toZonedDateTimeISO(zone),
        alertAt: alertAt(visit).toZonedDateTimeISO(zone),
        endedAt: row.ended_at?.toZonedDateTimeISO(zone) ?? null,
        /** Others had been called by then. */
        late: row.ended_at !== null && Temporal.Instant.compare(row.ended_at, alertAt(visit)) >= 0,
        beside: row.beside,
      },
      hasWords,
      onCallPhone: on_call_phone,
    }
  },
})
export type MyLoneVisit = Awaited<ReturnType<typeof readMyLoneVisit>>
