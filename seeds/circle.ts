import type { z } from 'zod'
import type { Day } from '#domain/day.ts'
import type { MemberActor } from '#domain/member/actor.ts'
import { addSupporter } from '#usecases/circle/add-supporter.ts'
import { changeSupporter } from '#usecases/circle/change-supporter.ts'
import { endSupporter } from '#usecases/circle/end-supporter.ts'
import { readCircle } from '#usecases/circle/read-circle.ts'
import { recordReliance } from '#usecases/circle/record-reliance.ts'
import type { Stage, Volunteer } from './stage.ts'

type Told = z.input<typeof addSupporter.useCase.input>['told']

/** One sitting: who comes into her circle, who moves or leaves it, and on how many she says she can rely. */
export interface Sitting {
  readonly on: Day
  /** By a key of the story's own. */
  readonly add?: Readonly<Record<string, Told>>
  readonly change?: Readonly<Record<string, Told>>
  readonly end?: readonly string[]
  /** `null`: she'd rather not say. */
  readonly count?: number | null
}

/** She and whoever stands beside her draw her circle, each time on its own day. */
export async function drawCircle(
  stage: Pick<Stage, 'on'>,
  actor: MemberActor,
  trajectoryId: string,
  sittings: readonly Sitting[],
): Promise<void> {
  const ids = new Map<string, string>()
  const which = async (on: Day, key: string) => {
    const supporterId = ids.get(key) ?? ''
    const { now } = await readCircle(stage.on(on), actor, { trajectoryId })
    const version = now.find(({ id }) => id === supporterId)?.version ?? 0
    return { trajectoryId, supporterId, version }
  }
  for (const { on, add = {}, change = {}, end = [], count } of sittings) {
    for (const [key, told] of Object.entries(add))
      ids.set(key, (await addSupporter(stage.on(on), actor, { trajectoryId, told })).supporterId)
    for (const [key, told] of Object.entries(change))
      await changeSupporter(stage.on(on), actor, { ...(await which(on, key)), told })
    for (const key of end) await endSupporter(stage.on(on), actor, await which(on, key))
    if (count === undefined) continue
    const { asksNow } = await readCircle(stage.on(on), actor, { trajectoryId })
    await recordReliance(stage.on(on), actor, {
      trajectoryId,
      count: count === null ? '' : String(count),
      ratherNot: count === null,
      moment: asksNow[0]?.moment ?? null,
    })
  }
}

/** She knew hardly anybody here; her volunteer and she draw it twice. */
export async function fromTwoToFive(
  stage: Stage,
  trajectoryId: string,
  { actor }: Volunteer,
  started: Day,
): Promise<void> {
  const first = started.add({ days: 20 })
  const later = stage.today.subtract({ days: 5 })
  await drawCircle(stage, actor, trajectoryId, [
    {
      on: first,
      add: {
        partner: { kind: 'partner', name: null, ring: 1 },
        mother: { kind: 'family', name: 'Moeder', ring: 2, helpsWith: 'Belt elke zondag' },
      },
      count: 1,
    },
    { on: started.add({ days: 90 }), count: null },
    {
      on: later,
      add: {
        friend: { kind: 'friend', name: 'Rahwa', ring: 2, helpsWith: 'Samen naar de speeltuin' },
        neighbour: { kind: 'neighbour', name: 'Buurvrouw Ans', ring: 3 },
        nurse: {
          kind: 'professional',
          role: 'youth_health_care',
          name: null,
          ring: 3,
          mayTalkSince: later.toString(),
        },
      },
      change: { mother: { kind: 'family', name: 'Moeder', ring: 1, helpsWith: 'Belt elke zondag' } },
      count: 4,
    },
  ])
}
