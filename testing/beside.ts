import type { MemberActor } from '#domain/member/actor.ts'
import { personInput } from '#domain/person/person.ts'
import { answerMatch } from '#usecases/match/answer-match.ts'
import { planIntroduction } from '#usecases/match/plan-introduction.ts'
import { proposeMatch } from '#usecases/match/propose-match.ts'
import { startMatch } from '#usecases/match/start-match.ts'
import { createPeople } from '#usecases/person/person-file.ts'
import { castWoman, castWorker, within } from './cast.ts'
import { agreeSafeContact } from './referred-woman.ts'
import type { World } from './world.ts'

export interface Beside {
  readonly trajectoryId: string
  readonly personId: string
  /** A visit that is planned. */
  readonly contactId: string
  readonly matchId: string
  readonly worker: MemberActor
}

/** Two who said yes and meet today: the match can start. */
export async function introduced(world: World, coordinator: MemberActor) {
  const { context } = world
  const { trajectoryId, personId } = await castWoman(world, { given: 'Semira', languages: ['nl'] })
  await agreeSafeContact(world, coordinator, personId)
  await castChild(world, trajectoryId)
  const workerId = await castWorker(world, { given: 'Ans' }, { capacity: 1 })
  const worker = await world.memberForWorker(workerId)
  const { matchId: id } = await proposeMatch(context, coordinator, { trajectoryId, workerId })
  await answerMatch(context, coordinator, { id, version: 1, side: 'mother', answer: 'yes' })
  await answerMatch(context, worker, { id, version: 2, side: 'worker', answer: 'yes' })
  const on = context.now().toZonedDateTimeISO('Europe/Amsterdam').toPlainDate()
  await planIntroduction(context, coordinator, { id, version: 3, on })
  return { trajectoryId, personId, workerId, worker, matchId: id, version: 4 }
}

/** Her child of three months, by whose age contacts are planned. */
export async function castChild(world: World, trajectoryId: string): Promise<void> {
  const data = personInput.parse({ name: { given: 'Kind' }, birthDay: '2026-08-01' })
  const [childId] = await within(world, (work) => createPeople(work, [{ kind: 'child', data }]))
  await world.owner.query('update trajectory set child_id = $2 where id = $1', [trajectoryId, childId])
}

/** A woman with somebody beside her, from today on; each step through its use case. */
export async function beside(world: World, coordinator: MemberActor): Promise<Beside> {
  const { version, ...pair } = await introduced(world, coordinator)
  await startMatch(world.context, coordinator, { id: pair.matchId, version })
  const { rows } = await world.owner.query(
    `select id from contact where trajectory_id = $1 and state = 'planned' order by number limit 1`,
    [pair.trajectoryId],
  )
  return { ...pair, contactId: rows[0].id }
}
