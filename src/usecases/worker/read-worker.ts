import { z } from 'zod'
import { listMatchRows } from '#db/match.ts'
import { findWorker } from '#db/worker.ts'
import { listAway } from '#db/worker-days.ts'
import { listApplications } from '#db/worker-life.ts'
import { gatesOf } from '#domain/worker/gates.ts'
import { knownProfile } from '#domain/worker/profile.ts'
import { mayWaive } from '#domain/worker/waiver.ts'
import { asksUntil, handSteps, mayWorkerStep, reasonsOf } from '#domain/worker/worker.ts'
import { workerPolicy } from '#domain/worker/worker-policy.ts'
import { whoWatches } from '#usecases/duties/who-watches.ts'
import { NotFound } from '#usecases/failure.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { question } from '#usecases/use-case.ts'
import { openApplication } from '#usecases/worker/application-fields.ts'
import { readHistory, readWaivers } from '#usecases/worker/read-history.ts'
import { readLoads } from '#usecases/worker/read-loads.ts'
import { readMilestone } from '#usecases/worker/read-milestone.ts'
import { readTalks } from '#usecases/worker/read-talks.ts'
import { workerState } from '#usecases/worker/step-worker.ts'
import { allGates, programmesOf, readGates, seenGate } from '#usecases/worker/worker-gates.ts'

/** One worker's file: who she is, what she shares for matching, her gates, and her matches without names. */
export const readWorker = question({
  name: 'read-worker',
  may: workerPolicy.read,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const { tx, orgId, actor, today } = work
    const row = await findWorker(tx, actor, id)
    if (!row) throw new NotFound()
    const own = actor.kind === 'member' && actor.workerId === id
    if (own && !workerPolicy.list(actor)) work.about({ basis: 'own_record' })
    const person = (await readPeople(work, [row.person_id])).get(row.person_id)
    if (!person) throw new NotFound()
    const seen = (await readGates(work, [id])).get(id) ?? []
    const state = workerState(row)
    const load = (await readLoads(work, [row])).get(row.id)
    if (!load) throw new NotFound()
    const mayChange = workerPolicy.change(actor)
    return {
      workerId: id,
      version: row.version,
      // Her address is for her coordinator only, and for herself.
      person: workerPolicy.seeAddress(actor) || own ? person : { ...person, address: null, area: null },
      kind: row.kind,
      state,
      fromDay: row.from_day,
      stateSince: row.state_since,
      stateUntil: row.state_until,
      untilDay: row.until_day,
      programmes: row.programmes,
      profile: knownProfile({
        backgrounds: row.backgrounds,
        interests: row.interests,
        childSituations: row.child_situations,
        availability: row.availability,
      }),
      capacity: row.capacity,
      load,
      taken: load.women,
      room: load.room,
      gates: allGates(work, row, seen.map(seenGate)),
      waivers: await readWaivers(work, id),
      mayWaive:
        workerPolicy.waive(actor) && mayWaive(actor, { id, coordinatorId: row.coordinator_id }) === true,
      own,
      reads: row.reads,
      childAges: row.child_ages,
      avoids: row.avoids,
      travels: row.travels,
      away: (await listAway(tx, orgId, [id], today)).map((one) => ({
        kind: one.kind,
        from: one.from_day,
        until: one.until_day,
      })),
      milestone: await readMilestone(work, id),
      coordinator: await whoWatches(work, row.coordinator_id),
      talks: await readTalks(work, id),
      gatesByProgramme: programmesOf(work, row).map((programme) => ({
        programmeId: programme.id,
        gates: gatesOf(programme, seen.map(seenGate), today),
      })),
      matches: (await listMatchRows(tx, actor, { workerIds: [id], limit: 200 })).map((match) => ({
        matchId: match.id,
        trajectoryId: match.trajectory_id,
        state: match.state,
        startedOn: match.started_on,
        endedOn: match.ended_on,
      })),
      steps: mayChange
        ? handSteps
            .filter((step) => mayWorkerStep(state, step))
            .map((step) => ({ step, reasons: reasonsOf(state, step), until: asksUntil(step) ?? null }))
        : [],
      history: await readHistory(work, id),
      applications:
        mayChange || own
          ? (await listApplications(tx, orgId, id)).map((one) => openApplication(work, row.person_id, one))
          : [],
      mayChange,
    }
  },
})
export type WorkerView = Awaited<ReturnType<typeof readWorker>>
