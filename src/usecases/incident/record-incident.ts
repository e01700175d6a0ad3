import { z } from 'zod'
import { insertIncident } from '#db/incident.ts'
import { findTrajectory } from '#db/trajectory.ts'
import { dayInput, isBefore } from '#domain/day.ts'
import { incidentKinds, incidentPolicy, incidentWeights } from '#domain/incident/incident.ts'
import { noticesFor } from '#domain/incident/notice-terms.ts'
import { Forbidden, Invalid, NotFound } from '#usecases/failure.ts'
import { incidentFields } from '#usecases/incident/incident-fields.ts'
import { command } from '#usecases/use-case.ts'

/** Writes down that something went wrong; who must be told of it, and by when, comes on its list at once. */
export const recordIncident = command({
  name: 'record-incident',
  action: 'create',
  may: incidentPolicy.record,
  input: z.strictObject({
    weight: z.enum(incidentWeights),
    kind: z.enum(incidentKinds),
    on: dayInput,
    /** If it is about a woman. */
    trajectoryId: z.uuid().nullish(),
    words: z.string().trim().min(1).max(2000),
  }),
  async run(work, { weight, kind, on, trajectoryId, words }) {
    const { tx, orgId, actor, today, now, vault } = work
    if (actor.kind !== 'member') throw new Forbidden()
    if (isBefore(today, on)) throw new Invalid({ on: 'day-to-come' })
    const trajectory = trajectoryId ? await findTrajectory(tx, actor, trajectoryId) : null
    if (trajectoryId && !trajectory) throw new NotFound()
    if (trajectory) work.about({ person: trajectory.person_id, trajectory: trajectory.id })
    const id = work.newId()
    const owner = trajectory?.person_id ?? id
    if (trajectory) await vault.load([owner])
    else await vault.create([owner])
    await insertIncident(
      tx,
      {
        org_id: orgId,
        id,
        weight,
        kind,
        happened_on: on,
        trajectory_id: trajectory?.id ?? null,
        person_id: trajectory?.person_id ?? null,
        worker_id: null,
        words_sealed: incidentFields.seal(vault, owner, id, 'words_sealed', words),
        state: 'open',
        recorded_by: actor.memberId,
        recorded_at: now,
        closing_code: null,
        closing_sealed: null,
        closed_on: null,
        closed_by: null,
      },
      noticesFor({ weight, kind }, today).map(({ party, dueOn }) => ({
        org_id: orgId,
        id: work.newId(),
        incident_id: id,
        party,
        due_on: dueOn,
        told_on: null,
        waived_code: null,
        decided_by: null,
        decided_at: null,
      })),
    )
    return { incidentId: id }
  },
})
