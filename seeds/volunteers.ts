import type { Day } from '#domain/day.ts'
import type { MemberActor } from '#domain/member/actor.ts'
import type { GateKind } from '#domain/programme/definition.ts'
import { programmes } from '#programmes/registry.ts'
import type { Context } from '#usecases/context.ts'
import { addMember } from '#usecases/member/add-member.ts'
import { recordGate } from '#usecases/worker/record-gate.ts'
import { registerWorker } from '#usecases/worker/register-worker.ts'
import { stepWorkerOn } from '#usecases/worker/step-worker.ts'
import { tellAway } from '#usecases/worker/tell-away.ts'
import type { Volunteer } from './stage.ts'
import { type VolunteerStory, volunteerStories } from './volunteer-stories.ts'

export type VolunteerName = keyof typeof volunteerStories

/** Registers the volunteers, with what was seen of each and a way to sign in. */
export async function bringVolunteers(
  orgId: string,
  today: Day,
  on: (day: Day) => Context,
  coordinator: MemberActor,
): Promise<Record<string, Volunteer>> {
  const brought: Record<string, Volunteer> = {}
  let number = 0
  for (const [name, story] of Object.entries<VolunteerStory>(volunteerStories)) {
    number += 1
    const begin = today.subtract({ months: story.since })
    const { workerId } = await registerWorker(on(begin), coordinator, {
      person: {
        name: { given: story.given, family: story.family },
        phone: `+3161000${String(1000 + number)}`,
        email: `${name}@example.nl`,
        birthDay: null,
        address: {
          street: 'Oeverlaan',
          houseNumber: String(number * 3),
          postcode: `${story.area} AB`,
          place: 'Waterrijk',
        },
        languages: [...story.languages],
        interpreter: null,
      },
      kind: 'volunteer',
      programmes: programmes.slice(0, 2).map(({ id }) => id),
      profile: story.profile,
      capacity: story.capacity,
    })
    const version = await passGates(today, on, coordinator, workerId, story)
    await standNow(today, on, coordinator, { workerId, version }, story)
    if (story.noAccount) continue
    const { memberId } = await addMember(
      on(begin),
      { kind: 'system', orgId, job: 'seeds' },
      {
        userId: `cast-${name}`,
        name: `${story.given} ${story.family}`,
        roles: ['worker'],
        workerId,
        language: 'nl',
      },
    )
    brought[name] = { workerId, actor: { kind: 'member', orgId, memberId, roles: ['worker'], workerId } }
  }
  return brought
}

/**
 * Everything seen when she began; made ready if nothing lacks; a VOG renewed in time, unless hers was forgotten. Gives how
 * often her file changed.
 */
async function passGates(
  today: Day,
  on: (day: Day) => Context,
  coordinator: MemberActor,
  workerId: string,
  story: VolunteerStory,
): Promise<number> {
  const begin = today.subtract({ months: story.since })
  const record = (kind: GateKind, seenOn: Day) =>
    recordGate(on(seenOn), coordinator, { workerId, kind, seenOn, validUntil: null })
  const gates = programmes[0]?.worker.gates.filter((gate) => gate.required) ?? []
  let version = 1
  const step = async (name: 'start-training' | 'make-ready') => {
    await stepWorkerOn(on(begin), coordinator, { id: workerId, version, step: name })
    version += 1
  }
  await step('start-training')
  for (const { kind } of gates) if (kind !== story.lacks) await record(kind, begin)
  if (story.lacks !== 'training') await step('make-ready')
  for (const { kind, validMonths } of gates)
    if (validMonths && story.since >= validMonths.value && story.lacks !== 'renewal')
      await record(kind, begin.add({ months: validMonths.value }).subtract({ days: 10 }))
  return version
}

/** On leave, leaving, or away for a while, as she told her coordinator. */
async function standNow(
  today: Day,
  on: (day: Day) => Context,
  coordinator: MemberActor,
  { workerId, version }: { workerId: string; version: number },
  { now, away }: VolunteerStory,
): Promise<void> {
  if (now)
    await stepWorkerOn(on(today.subtract({ days: now.daysAgo })), coordinator, {
      id: workerId,
      version,
      step: now.step,
      reason: now.reason,
      until: today.add({ days: now.forDays }),
    })
  if (!away) return
  const from = today.add({ days: away.fromDays })
  await tellAway(on(from.subtract({ days: 7 })), coordinator, {
    workerId,
    kind: away.kind,
    from,
    until: from.add({ days: away.forDays }),
  })
}
