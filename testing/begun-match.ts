import type { MemberActor } from '#domain/member/actor.ts'
import { answerMatch } from '#usecases/match/answer-match.ts'
import { planIntroduction } from '#usecases/match/plan-introduction.ts'
import { proposeMatch } from '#usecases/match/propose-match.ts'
import { readMatch } from '#usecases/match/read-match.ts'
import { startMatch } from '#usecases/match/start-match.ts'
import { castWoman, castWorker } from './cast.ts'
import { agreeSafeContact, tuesdayMornings } from './referred-woman.ts'
import type { World } from './world.ts'

export interface BegunMatch {
  readonly matchId: string
  readonly trajectoryId: string
  readonly personId: string
  readonly workerId: string
  /** Who stands beside her, signed in. */
  readonly worker: MemberActor
}

/** A woman and a worker who said yes to each other, met and began today, each step by its own use case. */
export async function begunMatch(
  world: World,
  coordinator: MemberActor,
  { given = 'Selam', workerId = null as string | null } = {},
): Promise<BegunMatch> {
  const { context } = world
  const today = context.now().toZonedDateTimeISO('Europe/Amsterdam').toPlainDate().toString()
  const { trajectoryId, personId } = await castWoman(world, { given, family: 'Tesfay', languages: ['nl'] })
  await agreeSafeContact(world, coordinator, personId, { ...tuesdayMornings, channels: ['phone'] })
  const petra =
    workerId ?? (await castWorker(world, { name: { given: 'Petra', family: 'Bos' }, languages: ['nl'] }))
  const { matchId } = await proposeMatch(context, coordinator, { trajectoryId, workerId: petra })
  const version = async () => (await readMatch(context, coordinator, { id: matchId })).version
  for (const side of ['mother', 'worker'] as const)
    await answerMatch(context, coordinator, { id: matchId, version: await version(), side, answer: 'yes' })
  await planIntroduction(context, coordinator, { id: matchId, version: await version(), on: today })
  await startMatch(context, coordinator, { id: matchId, version: await version() })
  return { matchId, trajectoryId, personId, workerId: petra, worker: await world.memberForWorker(petra) }
}
