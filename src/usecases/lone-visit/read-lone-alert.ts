import { z } from 'zod'
import { findLoneAlert, listAlertSteps } from '#db/lone-alert.ts'
import { findLoneVisit } from '#db/lone-visit.ts'
import { findWorkersByIds } from '#db/worker.ts'
import { isOpen } from '#domain/lone-visit/lone-alert.ts'
import { standingOf } from '#domain/lone-visit/lone-visit.ts'
import { loneVisitPolicy } from '#domain/lone-visit/lone-visit-policy.ts'
import { fullName } from '#domain/person/person.ts'
import { NotFound } from '#usecases/failure.ts'
import { loneVisitFields, visitOf } from '#usecases/lone-visit/lone-visit-fields.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { readSafeContact } from '#usecases/safe-contact/read-safe-contact.ts'
import { whoDid } from '#usecases/signal/who-did.ts'
import { question } from '#usecases/use-case.ts'

/** One alert: who is where she should be out of, who was asked, and for the one who took it up and opened it where that is. */
export const readLoneAlert = question({
  name: 'read-lone-alert',
  may: loneVisitPolicy.watch,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const { tx, orgId, actor, now, zone, vault } = work
    const row = await findLoneAlert(tx, actor, id)
    const visit = row && (await findLoneVisit(tx, { kind: 'system', orgId, job: 'alert' }, row.lone_visit_id))
    if (!visit || actor.kind !== 'member') throw new NotFound()
    work.about({ person: row.person_id, trajectory: row.trajectory_id, basis: 'emergency' })
    const steps = await listAlertSteps(tx, orgId, id)
    const [worker] = await findWorkersByIds(tx, orgId, [row.worker_id])
    const who = worker && (await readPeople(work, [worker.person_id])).get(worker.person_id)
    const names = await whoDid(
      work,
      steps.flatMap(({ taken_by, asked_id }) => [taken_by, asked_id].filter((one) => one !== null)),
    )
    const mine = row.state === 'taken_up' && row.taken_by === actor.memberId
    // Opened by her since it was last raised: a later alert of the same visit asks for a reason again.
    const last = steps.findLastIndex(({ kind }) => kind === 'raised')
    const opened =
      mine &&
      steps.slice(last).some((step) => step.kind === 'address_opened' && step.taken_by === actor.memberId)
    const mother = opened ? (await readPeople(work, [row.person_id])).get(row.person_id) : undefined
    return {
      id,
      version: row.version,
      name: who ? fullName(who.name) : '—',
      phone: who?.phone ?? null,
      because: row.because,
      state: row.state,
      open: isOpen(row.state),
      mine,
      outcome: row.outcome,
      standing: standingOf(visitOf(visit), now),
      beganAt: visit.began_at.toZonedDateTimeISO(zone),
      expectedAt: visit.expected_at.toZonedDateTimeISO(zone),
      endedAt: visit.ended_at?.toZonedDateTimeISO(zone) ?? null,
      place: visit.place,
      beside: visit.beside,
      opened: opened
        ? {
            /** Also who rings the bell in danger must not tell the wrong one why. */
            safeContact: await readSafeContact(work, row.person_id),
            name: mother ? fullName(mother.name) : '—',
            address: visit.place === 'home' ? (mother?.address ?? null) : null,
            where: loneVisitFields.open(vault, row.person_id, visit.id, 'where_sealed', visit.where_sealed),
          }
        : null,
      takenBy: row.taken_by ? (names.get(row.taken_by) ?? '—') : null,
      steps: steps.map((step) => ({
        id: step.id,
        kind: step.kind,
        code: step.code,
        by: step.taken_by ? (names.get(step.taken_by) ?? '—') : null,
        asked: step.asked_id ? (names.get(step.asked_id) ?? '—') : null,
        message: step.message_state,
        at: step.taken_at.toZonedDateTimeISO(zone),
      })),
    }
  },
})
export type LoneAlertPage = Awaited<ReturnType<typeof readLoneAlert>>
