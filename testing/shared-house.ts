import { lockTrajectory } from '#db/trajectory.ts'
import type { Handed } from '#domain/end-report/hand-over.ts'
import { carePlanBundle } from '#domain/fhir/care-plan.ts'
import type { MemberActor } from '#domain/member/actor.ts'
import { changeConsent } from '#usecases/consent/change-consent.ts'
import { listSharings } from '#usecases/sharing/list-sharings.ts'
import { lookThrough } from '#usecases/sharing/look-through.ts'
import { recordSharing } from '#usecases/sharing/record-sharing.ts'
import { shareWithParty } from '#usecases/sharing/share-with-party.ts'
import { within } from './cast.ts'
import type { World } from './world.ts'

/** A letter that was shared, a file that was made for somebody else, and somebody who must hear that she took that back. */
export interface SharedHouse {
  readonly trajectory: string
  readonly letter: string
  readonly file: string
  readonly notice: string
}

export async function sharedOf(
  world: World,
  coordinator: MemberActor,
  trajectoryId: string,
): Promise<SharedHouse> {
  const { context } = world
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
  const file = await fileOf(world, coordinator, trajectoryId)
  return { trajectory: trajectoryId, letter: sharingId, file, notice: notices[0]?.id ?? '' }
}

const handed: Handed = {
  kind: 'end-report',
  name: 'Zwaluwina Kanariebos',
  approvedOn: '2026-11-03',
  reviewedOn: null,
  goals: [],
  hers: 'Merelverhaal over het geheel',
  coach: null,
  goesOn: null,
  takesOver: null,
  grid: [],
  around: [],
}

/** Made as it goes with an end report, without one: hers is still being written here. */
async function fileOf(world: World, coordinator: MemberActor, trajectoryId: string): Promise<string> {
  await changeConsent(world.context, coordinator, {
    trajectoryId,
    code: 'C-6',
    party: 'jgz',
    state: 'given',
    how: 'spoken',
    items: ['her_words'],
  })
  const { sharingId } = await within(
    world,
    async (work) => {
      const trajectory = await lockTrajectory(work.tx, work.actor, trajectoryId)
      if (!trajectory) throw new Error('no trajectory')
      await work.vault.load([trajectory.person_id])
      const bundle = carePlanBundle(handed, 'nl', work.newId, work.now)
      return recordSharing(work, {
        path: 'share-with-party',
        personId: trajectory.person_id,
        trajectoryId,
        recipient: 'jgz',
        items: ['her_words'],
        way: 'file',
        words: { text: JSON.stringify(bundle), gone: 0, stayed: 1 },
      })
    },
    coordinator.orgId,
  )
  return sharingId
}
