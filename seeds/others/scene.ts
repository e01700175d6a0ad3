import type { z } from 'zod'
import type { MemberActor } from '#domain/member/actor.ts'
import type { Role } from '#domain/member/role.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { Context } from '#usecases/context.ts'
import { addMember } from '#usecases/member/add-member.ts'
import { createOrganisation } from '#usecases/organisation/create-organisation.ts'
import { readWorker } from '#usecases/worker/read-worker.ts'
import { recordGate } from '#usecases/worker/record-gate.ts'
import { registerWorker } from '#usecases/worker/register-worker.ts'
import { stepWorkerOn } from '#usecases/worker/step-worker.ts'
import { clockOf, type Stage, type Volunteer } from '../stage.ts'

type WorkerInput = z.input<typeof registerWorker.useCase.input>

/** One organisation of the demo beside the first: a place that does not exist, with a programme of its own. */
export interface Place {
  readonly slug: string
  readonly name: string
  readonly town: string
  readonly programme: ProgrammeDefinition
  /** How many months ago it was founded; two years unless said. */
  readonly months?: number
  readonly people: Readonly<Record<'coordinator' | 'referrer', string>> &
    Readonly<Partial<Record<OtherRole, string>>>
  readonly workers: Readonly<Record<string, WorkerStory>>
}
type OtherRole = Extract<
  Role,
  'administrator' | 'safeguarding_lead' | 'programme_manager' | 'privacy_officer'
>

interface WorkerStory {
  readonly given: string
  readonly family: string
  readonly kind: WorkerInput['kind']
  readonly languages: readonly string[]
  readonly capacity: number
  readonly profile?: WorkerInput['profile']
}

/** A stage with the programme that is played on it. */
export interface Scene extends Stage {
  readonly programme: ProgrammeDefinition
  readonly town: string
  readonly lead: MemberActor | undefined
  readonly manager: MemberActor | undefined
}

const zone = 'Europe/Amsterdam'

/** Founds it in the past, with its people and the workers who are ready to begin. */
export async function found(context: Context, place: Place): Promise<Scene> {
  const today = context.now().toZonedDateTimeISO(zone).toPlainDate()
  const on = clockOf(context, zone)
  const { name, slug, programme, months = 24 } = place
  const founded = today.subtract({ months })
  const orgId = context.newId()
  await createOrganisation(
    on(founded),
    { orgId, name, slug, offers: [programme.id], timeZone: zone },
    { only: false, administrator: null },
  )
  const system = { kind: 'system', orgId, job: 'seeds' } as const
  const join = async (role: Role, called: string, workerId: string | null = null): Promise<MemberActor> => {
    const { memberId } = await addMember(on(founded), system, {
      userId: `cast-${slug}-${workerId ?? role}`,
      name: called,
      roles: [role],
      workerId,
      language: 'nl',
    })
    return { kind: 'member', orgId, memberId, roles: [role], workerId }
  }
  const coordinator = await join('coordinator', place.people.coordinator)
  const referrer = await join('referrer', place.people.referrer)
  const others: Partial<Record<OtherRole, MemberActor>> = {}
  for (const role of [
    'administrator',
    'safeguarding_lead',
    'programme_manager',
    'privacy_officer',
  ] as const) {
    const called = place.people[role]
    if (called) others[role] = await join(role, called)
  }
  const volunteers: Record<string, Volunteer> = {}
  for (const [key, story] of Object.entries(place.workers)) {
    const workerId = await bring(on(founded), coordinator, place, key, story)
    const actor = await join('worker', `${story.given} ${story.family}`, workerId)
    volunteers[key] = { workerId, actor }
  }
  const lead = others.safeguarding_lead
  return {
    orgId,
    slug,
    today,
    zone,
    on,
    coordinator,
    referrer,
    volunteers,
    programme,
    town: place.town,
    lead,
    manager: others.programme_manager,
  }
}

async function bring(
  context: Context,
  coordinator: MemberActor,
  { programme, slug, town }: Place,
  key: string,
  story: WorkerStory,
): Promise<string> {
  const { workerId } = await registerWorker(context, coordinator, {
    person: {
      name: { given: story.given, family: story.family },
      phone: null,
      email: `${key}.${slug}@example.nl`,
      birthDay: null,
      address: { street: 'Havenpad', houseNumber: String(key.length), postcode: null, place: town },
      languages: [...story.languages],
      interpreter: null,
    },
    kind: story.kind,
    programmes: [programme.id],
    profile: story.profile ?? {},
    capacity: story.capacity,
  })
  const seenOn = context.now().toZonedDateTimeISO(zone).toPlainDate()
  for (const { kind, required } of programme.worker.gates)
    if (required) await recordGate(context, coordinator, { workerId, kind, seenOn, validUntil: null })
  const { version } = await readWorker(context, coordinator, { id: workerId })
  await stepWorkerOn(context, coordinator, { id: workerId, version, step: 'make-ready' })
  return workerId
}

export function workerOf(scene: Scene, name: string): Volunteer {
  const found_ = scene.volunteers[name]
  if (!found_) throw new Error(`nobody called ${name}`)
  return found_
}
