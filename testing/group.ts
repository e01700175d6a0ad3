import type { MemberActor } from '#domain/member/actor.ts'
import { evtGroup } from '#programmes/evt-group.ts'
import { changeConsent } from '#usecases/consent/change-consent.ts'
import { addCandidate } from '#usecases/group/add-candidate.ts'
import { answerSmallStart } from '#usecases/group/answer-small-start.ts'
import { askSmallStart } from '#usecases/group/ask-small-start.ts'
import { checkRelations } from '#usecases/group/check-relations.ts'
import { enrolPlace } from '#usecases/group/enrol-place.ts'
import { recordSession } from '#usecases/group/hold-session.ts'
import { planGroup } from '#usecases/group/plan-group.ts'
import { preparePlace } from '#usecases/group/prepare-place.ts'
import { readGroup } from '#usecases/group/read-group.ts'
import { readPlace } from '#usecases/group/read-place.ts'
import { readSession } from '#usecases/group/read-session.ts'
import { recordCare } from '#usecases/group/record-care.ts'
import { stepGroupOn } from '#usecases/group/step-group.ts'
import { recordGate } from '#usecases/worker/record-gate.ts'
import { stepWorkerOn } from '#usecases/worker/step-worker.ts'
import { castWoman, castWorker } from './cast.ts'
import { agreeSafeContact } from './referred-woman.ts'
import type { World } from './world.ts'

export interface TestGroup {
  readonly groupId: string
  readonly coordinator: MemberActor
  /** Two who lead it, signed in. */
  readonly facilitators: readonly [MemberActor, MemberActor]
}

/** Somebody who may lead this group: everything in order, and signed in. */
export async function facilitator(world: World, given: string, orgId = world.orgId): Promise<MemberActor> {
  const coordinator = await world.member(['coordinator'], orgId)
  const workerId = await castWorker(world, { given, family: 'Leidster' }, { orgId, ready: false })
  await recordGate(world.context, coordinator, {
    workerId,
    kind: 'qualification',
    seenOn: '2026-10-01',
    validUntil: null,
  })
  await stepWorkerOn(world.context, coordinator, { id: workerId, version: 1, step: 'make-ready' })
  return world.memberForWorker(workerId, orgId)
}

/** A closed group with two who lead it, open for women; its first session is today unless said. */
export async function openTestGroup(
  world: World,
  { firstOn = '2026-11-03', programmeId = evtGroup.id, orgId = world.orgId } = {},
): Promise<TestGroup> {
  const coordinator = await world.member(['coordinator'], orgId)
  const facilitators = [
    await facilitator(world, 'Ria', orgId),
    await facilitator(world, 'Toos', orgId),
  ] as const
  const { groupId } = await planGroup(world.context, coordinator, {
    programmeId,
    title: 'Dinsdag',
    location: 'Geheim adres 1',
    facilitatorIds: facilitators.map(({ workerId }) => workerId ?? ''),
    firstOn,
    at: '09:30',
  })
  await stepGroupOn(world.context, coordinator, { id: groupId, version: 1, step: 'open' })
  return { groupId, coordinator, facilitators }
}

export interface TestPlace {
  readonly placeId: string
  readonly trajectoryId: string
  readonly personId: string
}

/** A woman who waits, as a candidate; nothing is in order yet. */
export async function candidate(world: World, group: TestGroup, given: string): Promise<TestPlace> {
  const { coordinator, groupId } = group
  const { trajectoryId, personId } = await castWoman(
    world,
    {
      given,
      family: 'Achternaam',
      phone: '+31612340099',
      address: { street: 'Verborgenlaan', houseNumber: '9', postcode: null, place: null },
    },
    { programmeId: evtGroup.id, orgId: coordinator.orgId },
  )
  const { placeId } = await addCandidate(world.context, coordinator, { groupId, trajectoryId })
  return { placeId, trajectoryId, personId }
}

const versionOfPlace = async (world: World, actor: MemberActor, id: string) =>
  (await readPlace(world.context, actor, { id })).version

/** Puts everything in order that stands between a candidate and her seat. */
export async function prepare(world: World, group: TestGroup, place: TestPlace): Promise<void> {
  const { coordinator, facilitators } = group
  const { placeId: id, trajectoryId, personId } = place
  await agreeSafeContact(world, coordinator, personId)
  await changeConsent(world.context, coordinator, {
    trajectoryId,
    code: 'C-11',
    state: 'given',
    how: 'on_paper',
  })
  await recordCare(world.context, coordinator, {
    trajectoryId,
    type: 'individual_help',
    helper: 'Joke, wijkteam',
  })
  const [first] = facilitators
  await preparePlace(world.context, first, {
    id,
    version: await versionOfPlace(world, first, id),
    talkOn: world.context.now().toZonedDateTimeISO('Europe/Amsterdam').toPlainDate(),
    way: 'Zegt dat ze naar de markt gaat.',
  })
  await checkRelations(world.context, first, {
    id,
    version: await versionOfPlace(world, first, id),
    found: null,
  })
}

export async function enrol(world: World, group: TestGroup, { placeId: id }: TestPlace): Promise<void> {
  const { coordinator } = group
  await enrolPlace(world.context, coordinator, { id, version: await versionOfPlace(world, coordinator, id) })
}

/** So many women with a seat. */
export async function enrolled(world: World, group: TestGroup, count: number): Promise<TestPlace[]> {
  const places: TestPlace[] = []
  for (let at = 1; at <= count; at += 1) {
    const place = await candidate(world, group, `Vrouw${at}`)
    await prepare(world, group, place)
    await enrol(world, group, place)
    places.push(place)
  }
  return places
}

/** Somebody who answers for the programme lets it begin with the women it has. */
export async function allowSmall(world: World, { coordinator, groupId: id }: TestGroup): Promise<void> {
  const { version } = await readGroup(world.context, coordinator, { id })
  const asked = await askSmallStart(world.context, coordinator, { id, version, reason: 'nobody_else_waits' })
  const manager = await world.member(['programme_manager'], coordinator.orgId)
  await answerSmallStart(world.context, manager, {
    id: asked.id,
    answer: 'allowed',
    reason: 'waiting_is_worse',
  })
}

export async function confirm(world: World, { coordinator, groupId: id }: TestGroup): Promise<void> {
  const { version } = await readGroup(world.context, coordinator, { id })
  await stepGroupOn(world.context, coordinator, { id, version, step: 'confirm' })
}

/** Writes down the next session on its own day; everybody was there unless said. */
export async function holdNext(
  world: World,
  { groupId, facilitators: [first, second] }: TestGroup,
  absent: Readonly<Record<string, 'absent_notified' | 'absent_unnotified'>> = {},
): Promise<string> {
  const group = await readGroup(world.context, first, { id: groupId })
  const next = group.sessions.find(({ state }) => state === 'planned')
  if (!next) throw new Error('nothing planned')
  world.turnTo(next.on.toString())
  const session = await readSession(world.context, first, { id: next.id })
  await recordSession(world.context, first, {
    id: next.id,
    version: next.version,
    minutes: 150,
    theme: 'held',
    facilitatorIds: [first.workerId ?? '', second.workerId ?? ''],
    attendance: Object.fromEntries(
      session.women.map(({ placeId }) => [placeId, absent[placeId] ?? 'present']),
    ),
  })
  return next.id
}
