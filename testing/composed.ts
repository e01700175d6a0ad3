import { emptyWishes } from '#domain/match/wishes.ts'
import type { MemberActor } from '#domain/member/actor.ts'
import { evtGroup } from '#programmes/evt-group.ts'
import { recordCare } from '#usecases/group/record-care.ts'
import { changeWishes } from '#usecases/match/change-wishes.ts'
import { castWoman } from './cast.ts'
import type { World } from './world-on.ts'

export interface WhoCanCome {
  readonly trajectoryId: string
  readonly personId: string
}

/** A woman who waits for a group, with help of her own, who said when she can come safely. */
export async function whoCanCome(
  world: World,
  coordinator: MemberActor,
  given: string,
  {
    slots = ['tue_morning', 'tue_afternoon'],
    languages = ['nl'],
    street = `${given}straat`,
    backgrounds = [] as ('turkey' | 'poland')[],
    waitingSince = '2026-10-20',
    interpreter = null as string | null,
  } = {},
): Promise<WhoCanCome> {
  const { trajectoryId, personId } = await castWoman(
    world,
    {
      given,
      family: 'Achternaam',
      languages,
      interpreter,
      address: { street, houseNumber: '9', postcode: null, place: null },
    },
    { programmeId: evtGroup.id, orgId: coordinator.orgId, waitingSince },
  )
  await changeWishes(world.context, coordinator, {
    trajectoryId,
    version: 0,
    wishes: { ...emptyWishes, availability: slots, backgrounds },
  })
  await recordCare(world.context, coordinator, {
    trajectoryId,
    type: 'individual_help',
    helper: 'Joke, wijkteam',
  })
  return { trajectoryId, personId }
}
