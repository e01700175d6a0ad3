import type { MemberActor } from '#domain/member/actor.ts'
import { planContact } from '#usecases/contact/plan-contact.ts'
import { readPeople, rewritePerson } from '#usecases/person/person-file.ts'
import { setSafeContact } from '#usecases/safe-contact/set-safe-contact.ts'
import { within } from './cast.ts'
import { answer, tuesdayMornings } from './referred-woman.ts'
import { type RunningTrajectory, runningTrajectory } from './running-trajectory.ts'
import type { World } from './world.ts'

export const herNumber = '+31612345678'

/** Tuesdays from nine to noon, by text, mail or letter. */
export const lettersToo = { ...tuesdayMornings, channels: ['text', 'email', 'letter'] as const }
type Terms = Parameters<typeof setSafeContact>[2]['terms']

/** A woman in the middle of a programme who may be written to in every way that there is, and how it changes. */
export async function womanToWrite(
  world: World,
  coordinator: MemberActor,
  { programmeId = null as string | null, terms = lettersToo as unknown as Terms } = {},
) {
  const woman = await runningTrajectory(world, { programmeId })
  const { trajectoryId, motherId: personId } = woman
  await changePerson(world, personId, { phone: herNumber, email: 'selam@example.nl' })
  await answer(world, coordinator, trajectoryId, 'C-1', 'given')
  const agree = async (changed: Partial<Terms> = {}, basedOn: string | null = null) =>
    setSafeContact(world.context, coordinator, { personId, basedOn, terms: { ...terms, ...changed } })
  const { id: policyId } = await agree()
  return { ...woman, personId, policyId, agree }
}
export type WomanToWrite = Awaited<ReturnType<typeof womanToWrite>>

/** She has another number, mail address or house. */
export const changePerson = (world: World, personId: string, changed: object): Promise<object> =>
  within(world, async (work) => {
    const person = (await readPeople(work, [personId])).get(personId)
    if (!person) throw new Error('nobody')
    await rewritePerson(work, person, { ...person, ...changed })
    return {}
  })

/** Agrees a day for the first contact that is still planned. */
export async function agreeVisit(
  world: World,
  { trajectoryId, worker }: Pick<RunningTrajectory, 'trajectoryId' | 'worker'>,
  on: string,
  at: string | null = '10:00',
): Promise<string> {
  const { rows } = await world.owner.query(
    `select id, version from contact where trajectory_id = $1 and state = 'planned' order by number limit 1`,
    [trajectoryId],
  )
  const [contact] = rows
  await planContact(world.context, worker, {
    ...{ id: contact.id, version: contact.version, on, at },
    ...{ mode: 'outing', reason: 'her_wish', askedBy: 'mother' },
  })
  return contact.id
}
