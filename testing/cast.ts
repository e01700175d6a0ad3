import { z } from 'zod'
import { insertReferrals } from '#db/referral.ts'
import { insertTrajectory } from '#db/trajectory.ts'
import { type PersonData, personInput } from '#domain/person/person.ts'
import type { TrajectoryState } from '#domain/trajectory/trajectory.ts'
import type { Work } from '#usecases/context.ts'
import { createPeople } from '#usecases/person/person-file.ts'
import { referralFields } from '#usecases/referral/referral-fields.ts'
import { command } from '#usecases/use-case.ts'
import { recordGate } from '#usecases/worker/record-gate.ts'
import { registerWorker } from '#usecases/worker/register-worker.ts'
import { stepWorkerOn } from '#usecases/worker/step-worker.ts'
import type { workerInput } from '#usecases/worker/worker-input.ts'
import type { World } from './world-on.ts'

/** Runs a step inside an organisation's transaction, as Naast itself: for tests of steps that aren't use cases. */
export async function within<Result>(
  world: World,
  step: (work: Work) => Promise<Result>,
  orgId = world.orgId,
): Promise<Result> {
  const run = command({
    name: 'test-step',
    action: 'execute',
    may: () => true,
    input: z.strictObject({}),
    run: step,
  })
  return run(world.context, { kind: 'system', orgId, job: 'test' }, {})
}

export interface CastWoman {
  readonly personId: string
  readonly referralId: string
  readonly trajectoryId: string
}

/** A woman whose trajectory stands in this state, without the steps before it. */
export async function castWoman(
  world: World,
  who: Omit<Partial<PersonData>, 'address' | 'birthDay'> & {
    given: string
    family?: string
    birthDay?: string
    address?: Partial<PersonData['address']>
  },
  how: {
    state?: TrajectoryState
    orgId?: string
    programmeId?: string
    programmeVersion?: string
    waitingSince?: string
  } = {},
): Promise<CastWoman> {
  const { given, family, ...rest } = who
  const orgId = how.orgId ?? world.orgId
  return within(
    world,
    async (work) => {
      const data = personInput.parse({ ...rest, name: { given, family } })
      const [personId] = await createPeople(work, [{ kind: 'mother', data }])
      if (!personId) throw new Error('nobody was made')
      const [referralId, trajectoryId] = [work.newId(), work.newId()]
      await insertReferrals(work.tx, [
        {
          org_id: orgId,
          id: referralId,
          person_id: personId,
          channel: 'desk',
          state: 'accepted',
          programme_id: how.programmeId ?? 'mim-nl-18m',
          received_at: work.now,
          received_on: work.today,
          contact_due_on: work.today,
          referrer_kind: 'midwife',
          answers_sealed: referralFields.seal(
            work.vault,
            personId,
            referralId,
            'answers_sealed',
            JSON.stringify({ child: {}, facts: {}, reach: {} }),
          ),
        },
      ])
      await insertTrajectory(work.tx, {
        org_id: orgId,
        id: trajectoryId,
        person_id: personId,
        referral_id: referralId,
        programme_id: how.programmeId ?? 'mim-nl-18m',
        programme_version: how.programmeVersion ?? '1.0.0',
        state: how.state ?? 'waiting',
        waiting_since: how.waitingSince ? Temporal.PlainDate.from(how.waitingSince) : work.today,
        created_at: work.now,
      })
      return { personId, referralId, trajectoryId }
    },
    orgId,
  )
}

/** A worker whose gates were all seen on this day, made ready through the use cases. */
export async function castWorker(
  world: World,
  who: z.input<typeof personInput> | { given: string; family?: string },
  how: {
    seenOn?: string
    capacity?: number
    profile?: Partial<z.input<typeof workerInput>['profile']>
    ready?: boolean
    orgId?: string
  } = {},
): Promise<string> {
  const coordinator = await world.member(['coordinator'], how.orgId ?? world.orgId)
  const person =
    'given' in who
      ? { name: { given: who.given, family: who.family }, languages: ['nl'] }
      : { languages: ['nl'], ...who }
  const { workerId } = await registerWorker(world.context, coordinator, {
    person,
    kind: 'volunteer',
    programmes: [],
    profile: how.profile ?? {},
    capacity: how.capacity ?? 2,
  })
  for (const kind of ['vog', 'training', 'agreement', 'confidentiality'] as const)
    await recordGate(world.context, coordinator, {
      workerId,
      kind,
      seenOn: how.seenOn ?? '2026-10-01',
      validUntil: null,
    })
  if (how.ready ?? true)
    await stepWorkerOn(world.context, coordinator, { id: workerId, version: 1, step: 'make-ready' })
  return workerId
}
