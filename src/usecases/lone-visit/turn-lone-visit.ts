import { z } from 'zod'
import { insertLoneAlert, type LoneAlertRow, lockAlertOf, saveLoneAlert } from '#db/lone-alert.ts'
import { type LoneVisitRow, lockLoneVisit, saveNextLook } from '#db/lone-visit.ts'
import { causeOf, type Deed, deedsOf, nextLook } from '#domain/lone-visit/lone-alert.ts'
import { loneVisitPolicy } from '#domain/lone-visit/lone-visit-policy.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound } from '#usecases/failure.ts'
import { addAlertStep } from '#usecases/lone-visit/add-alert-step.ts'
import { askHer } from '#usecases/lone-visit/ask-her.ts'
import { callFirst, callNext, callOff } from '#usecases/lone-visit/call-chain.ts'
import { alertOf, visitOf } from '#usecases/lone-visit/lone-visit-fields.ts'
import { command } from '#usecases/use-case.ts'

/**
 * One look of the clock at one visit: what is due is done, all of it or none, and the next look is kept with it. So a
 * process that ends in the middle has done nothing, and the next one does it.
 */
export const turnLoneVisit = command({
  name: 'turn-lone-visit',
  action: 'execute',
  may: loneVisitPolicy.clock,
  byClock: true,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const { tx, actor, now } = work
    const row = await lockLoneVisit(tx, actor, id)
    if (!row) throw new NotFound()
    work.about({ person: row.person_id, trajectory: row.trajectory_id })
    const alert = await lockAlertOf(tx, actor, id)
    const deeds = deedsOf(visitOf(row), alert ? alertOf(alert) : null, now)
    let askedFor = row.asked_for
    for (const deed of deeds) {
      if (deed === 'ask-her') {
        await askHer(work, row)
        askedFor = row.expected_at
      } else await onAlert(work, row, alert, deed)
    }
    const after = await lockAlertOf(tx, actor, id)
    await saveNextLook(tx, row, {
      asked_for: askedFor,
      next_at: nextLook({ ...visitOf(row), askedFor }, after ? alertOf(after) : null, now),
    })
    return { deeds }
  },
})

async function onAlert(
  work: Work,
  visit: LoneVisitRow,
  alert: LoneAlertRow | undefined,
  deed: Exclude<Deed, 'ask-her'>,
): Promise<void> {
  if (deed === 'raise') return raise(work, visit, alert)
  if (!alert) return
  if (deed === 'ask-next') {
    await saveLoneAlert(work.tx, alert, { ask_next_at: await callNext(work, visit, alert) })
    return
  }
  await addAlertStep(work, alert, { kind: 'stood_down' })
  await callOff(work, alert)
  await saveLoneAlert(work.tx, alert, { state: 'stood_down', ask_next_at: null, ended_at: work.now })
}

/** One alert for one visit: raised anew for another reason, or for a later end, it is the same one again. */
async function raise(work: Work, visit: LoneVisitRow, alert: LoneAlertRow | undefined): Promise<void> {
  const { tx, orgId, now } = work
  const cause = causeOf(visitOf(visit), now)
  if (!cause) return
  const raised = {
    because: cause.because,
    cause_at: cause.at,
    state: 'raised',
    raised_at: now,
    ask_next_at: null,
    outcome: null,
    ended_at: null,
    taken_by: null,
  } as const
  const { person_id, trajectory_id } = visit
  const id = alert?.id ?? work.newId()
  if (alert) await saveLoneAlert(tx, alert, raised)
  else
    await insertLoneAlert(tx, {
      org_id: orgId,
      id,
      lone_visit_id: visit.id,
      worker_id: visit.worker_id,
      trajectory_id,
      person_id,
      opened_at: null,
      reviewed_by: null,
      reviewed_at: null,
      review_code: null,
      ...raised,
    })
  const here = { id, person_id, trajectory_id }
  await addAlertStep(work, here, { kind: 'raised', code: cause.because })
  const version = alert ? alert.version + 1 : 1
  await saveLoneAlert(tx, { org_id: orgId, id, version }, { ask_next_at: await callFirst(work, visit, here) })
}
