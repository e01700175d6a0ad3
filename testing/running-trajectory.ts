import { z } from 'zod'
import { insertReferrals } from '#db/referral.ts'
import { findTrajectory, insertTrajectory } from '#db/trajectory.ts'
import { insertGate } from '#db/worker.ts'
import { type Day, readDay } from '#domain/day.ts'
import type { MemberActor } from '#domain/member/actor.ts'
import { endDay } from '#domain/programme/end-day.ts'
import { programmes } from '#programmes/registry.ts'
import { planTrajectory } from '#usecases/contact/plan-trajectory.ts'
import { createPeople } from '#usecases/person/person-file.ts'
import { command } from '#usecases/use-case.ts'
import type { World } from './world.ts'

const data = (given: string, family: string, birthDay: Day | null = null) => ({
  name: { given, family },
  phone: null,
  email: null,
  birthDay,
  address: { street: 'Lindelaan', houseNumber: '7', postcode: '1234 AB', place: 'Waterrijk' },
  languages: ['nl'],
  interpreter: null,
})

/** Puts a woman with her child and her worker in the middle of a programme, with the plan that belongs to it. */
const begin = command({
  name: 'begin-test-trajectory',
  action: 'create',
  may: (actor) => actor.kind === 'system',
  input: z.strictObject({
    bornOn: z.string(),
    startedOn: z.string(),
    given: z.string(),
    programmeId: z.string().nullable(),
  }),
  async run(work, { bornOn, startedOn, given, programmeId }) {
    const { tx, orgId, newId, now } = work
    const programme = programmeId ? work.programmes.find(programmeId) : programmes[0]
    if (!programme) throw new Error('no programme')
    const childBornOn = readDay(bornOn)
    const people = await createPeople(work, [
      { kind: 'mother', data: data(given, 'Achternaam') },
      { kind: 'child', data: data('Kind', 'Achternaam', childBornOn) },
      { kind: 'worker', data: data('Ans', 'Bezoekster') },
    ])
    const [motherId, childId, workerPersonId] = people
    if (!motherId || !childId || !workerPersonId) throw new Error('no people')
    const [workerId, referralId, trajectoryId] = [newId(), newId(), newId()]
    await tx
      .insertInto('worker')
      .values({
        org_id: orgId,
        id: workerId,
        person_id: workerPersonId,
        kind: 'volunteer',
        state: 'active',
        from_day: work.today,
        created_at: now,
      })
      .execute()
    await insertReferrals(tx, [
      {
        org_id: orgId,
        id: referralId,
        person_id: motherId,
        channel: 'desk',
        state: 'accepted',
        received_at: now,
        received_on: work.today,
        contact_due_on: work.today,
        referrer_kind: 'midwife',
        answers_sealed: Buffer.of(1),
      },
    ])
    const started = readDay(startedOn)
    // Nobody may stand beside a woman before all of this was seen.
    for (const { kind } of programme.worker.gates)
      await insertGate(tx, {
        org_id: orgId,
        id: newId(),
        worker_id: workerId,
        kind,
        seen_on: started ?? work.today,
        valid_until: null,
        recorded_by: null,
        recorded_at: now,
      })
    await insertTrajectory(tx, {
      org_id: orgId,
      id: trajectoryId,
      person_id: motherId,
      child_id: childId,
      referral_id: referralId,
      programme_id: programme.id,
      programme_version: programme.version,
      state: 'active',
      worker_id: workerId,
      started_on: started,
      ends_on: endDay(programme, childBornOn, started),
      created_at: now,
    })
    const row = await findTrajectory(tx, work.actor, trajectoryId)
    if (!row) throw new Error('no trajectory')
    await planTrajectory(work, row, programme, { bornOn: childBornOn, dueOn: null })
    return { motherId, childId, workerId, trajectoryId, referralId }
  },
})

export interface RunningTrajectory {
  readonly motherId: string
  readonly childId: string
  readonly workerId: string
  readonly trajectoryId: string
  readonly referralId: string
  /** The volunteer who visits her, signed in. */
  readonly worker: MemberActor
}

/** A trajectory that runs: started on the day given, with a child born on the day given. */
export async function runningTrajectory(
  world: World,
  {
    bornOn = '2026-08-01',
    startedOn = '2026-10-01',
    given = 'Semira',
    orgId = world.orgId,
    programmeId = null as string | null,
  } = {},
): Promise<RunningTrajectory> {
  const made = await begin(
    world.context,
    { kind: 'system', orgId, job: 'test' },
    { bornOn, startedOn, given, programmeId },
  )
  return { ...made, worker: await world.memberForWorker(made.workerId, orgId) }
}

/** Plans the trajectory once more, as a changed match or birth day does. */
export const replanTestTrajectory = command({
  name: 'replan-test-trajectory',
  action: 'update',
  may: (actor) => actor.kind === 'system',
  input: z.strictObject({ trajectoryId: z.uuid(), bornOn: z.string() }),
  async run(work, { trajectoryId, bornOn }) {
    const row = await findTrajectory(work.tx, work.actor, trajectoryId)
    const [programme] = programmes
    if (!row || !programme) throw new Error('no trajectory')
    await planTrajectory(work, row, programme, { bornOn: readDay(bornOn), dueOn: null })
    return {}
  },
})
