import { z } from 'zod'
import { findSecretHomes } from '#db/secret-home.ts'
import { findWorker } from '#db/worker.ts'
import { listAvoidances, listAway } from '#db/worker-days.ts'
import { listSignatures, listTexts } from '#db/worker-text.ts'
import type { HardCriterion, ProgrammeDefinition, SoftCriterion } from '#domain/programme/definition.ts'
import { closedGates } from '#domain/worker/gates.ts'
import { knownProfile } from '#domain/worker/profile.ts'
import { closingSoon } from '#domain/worker/reminders.ts'
import { workerPolicy } from '#domain/worker/worker-policy.ts'
import { whoWatches } from '#usecases/duties/who-watches.ts'
import { readStanding } from '#usecases/expense/expense-standing.ts'
import { NotFound } from '#usecases/failure.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { question } from '#usecases/use-case.ts'
import { avoidanceFields } from '#usecases/worker/own-worker.ts'
import { readLoads } from '#usecases/worker/read-loads.ts'
import { readMilestone } from '#usecases/worker/read-milestone.ts'
import { readTalks } from '#usecases/worker/read-talks.ts'
import { workerState } from '#usecases/worker/step-worker.ts'
import { allGates, programmesOf, readGates, seenGate } from '#usecases/worker/worker-gates.ts'

/** Her own file: what she shares, when she is away, what she still has to do, and what is noticed of her. */
export const readOwnFile = question({
  name: 'read-own-file',
  may: workerPolicy.own,
  input: z.strictObject({}),
  async run(work) {
    const { tx, orgId, actor, today } = work
    const id = actor.kind === 'member' ? actor.workerId : null
    const row = id ? await findWorker(tx, actor, id) : undefined
    if (!row) throw new NotFound()
    work.about({ basis: 'own_record' })
    const person = (await readPeople(work, [row.person_id])).get(row.person_id)
    if (!person) throw new NotFound()
    const seen = (await readGates(work, [row.id])).get(row.id) ?? []
    const gates = allGates(work, row, seen.map(seenGate))
    const signed = await listSignatures(tx, orgId, row.id)
    const load = (await readLoads(work, [row])).get(row.id)
    if (!load) throw new NotFound()
    return {
      workerId: row.id,
      version: row.version,
      name: person.name.given,
      state: workerState(row),
      speaks: person.languages,
      area: person.area,
      reads: row.reads,
      profile: knownProfile({
        backgrounds: row.backgrounds,
        interests: row.interests,
        childSituations: row.child_situations,
        availability: row.availability,
      }),
      childAges: row.child_ages,
      avoids: row.avoids,
      travels: row.travels,
      /** What her programmes look at when a pair is weighed; nothing else of hers is. */
      used: matchedOn(programmesOf(work, row)),
      secretHome: (await findSecretHomes(tx, orgId, [row.person_id])).has(row.person_id),
      capacity: row.capacity,
      load,
      taken: load.women,
      room: load.room,
      closed: closedGates(gates),
      closing: closingSoon(gates, today),
      toSign: (await listTexts(tx, orgId)).filter(
        (text) => text.until_day === null && !signed.some(({ text_id }) => text_id === text.id),
      ).length,
      away: (await listAway(tx, orgId, [row.id], today)).map((one) => ({
        awayId: one.id,
        kind: one.kind,
        from: one.from_day,
        until: one.until_day,
      })),
      avoidances: (await listAvoidances(tx, orgId, row.id)).map((one) => ({
        avoidanceId: one.id,
        words: avoidanceFields.open(work.vault, row.person_id, one.id, 'words_sealed', one.words_sealed),
      })),
      milestone: await readMilestone(work, row.id),
      /** Here something is given for costs or hours. */
      givesMoney: (await readStanding(work)).on,
      coordinator: await whoWatches(work, row.coordinator_id),
      talks: await readTalks(work, row.id),
    }
  },
})
export type OwnFile = Awaited<ReturnType<typeof readOwnFile>>

const matchedOn = (programmes: readonly ProgrammeDefinition[]): (HardCriterion | SoftCriterion)[] => [
  ...new Set(
    programmes.flatMap(({ matching }) =>
      [...(matching?.hard ?? []), ...(matching?.soft ?? [])].map(({ criterion }) => criterion),
    ),
  ),
]
