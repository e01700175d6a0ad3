import type { MemberActor } from '#domain/member/actor.ts'
import { changeConsent } from '#usecases/consent/change-consent.ts'
import { listSharings } from '#usecases/sharing/list-sharings.ts'
import { lookThrough } from '#usecases/sharing/look-through.ts'
import { shareWithParty } from '#usecases/sharing/share-with-party.ts'
import type { World } from './world.ts'

/** A letter that was shared, and somebody who must hear that she took that back. */
export interface SharedHouse {
  readonly trajectory: string
  readonly letter: string
  readonly notice: string
}

export async function sharedOf(
  { context }: Pick<World, 'context'>,
  coordinator: MemberActor,
  trajectoryId: string,
): Promise<SharedHouse> {
  const say = (state: 'given' | 'withdrawn') =>
    changeConsent(context, coordinator, {
      trajectoryId,
      code: 'C-6',
      party: 'gp',
      state,
      how: 'spoken',
      purpose: 'care',
      items: ['needs', 'progress'],
    })
  await say('given')
  const text = 'Lijstergesprek gaat over wat zij wil. Winterkoning weet ervan.'
  const { traces } = await lookThrough(context, coordinator, { trajectoryId, text })
  const { sharingId } = await shareWithParty(context, coordinator, {
    trajectoryId,
    recipient: 'gp',
    items: ['needs'],
    way: 'letter',
    text,
    looked: { ticks: Object.fromEntries(traces.map(({ key }) => [key, 'is_nobody'])), readWhole: true },
  })
  await say('withdrawn')
  const { notices } = await listSharings(context, coordinator, { trajectoryId })
  return { trajectory: trajectoryId, letter: sharingId, notice: notices[0]?.id ?? '' }
}
