import { insertHiding } from '#db/retention-hiding.ts'
import type { MemberActor } from '#domain/member/actor.ts'
import { askRetention } from '#usecases/erasure/ask-retention.ts'
import { registerPersonRequest } from '#usecases/person-request/register-person-request.ts'
import { castWoman, within } from './cast.ts'
import type { World } from './world.ts'

/** A setting that waits for a second person, a file that was put away, and somebody who asks what is kept of her. */
export async function endingOf(
  world: World,
  orgId: string,
  officer: MemberActor,
): Promise<{ setting: string; hidden: string; request: string }> {
  const setting = await askRetention(world.context, officer, { acts: 'by_itself', regimes: [] })
  const { personId } = await castWoman(
    world,
    { given: 'Zwaluwina', family: 'Termijn' },
    { orgId, state: 'closed' },
  )
  const hidden = await within(
    world,
    async (work) => {
      const id = work.newId()
      await insertHiding(work.tx, {
        org_id: orgId,
        id,
        subject: 'file',
        person_id: personId,
        member_id: null,
        ground_code: 'own',
        programme_id: null,
        since_day: work.today,
        hidden_on: work.today,
        state: 'hidden',
      })
      return id
    },
    orgId,
  )
  const request = await registerPersonRequest(world.context, officer, {
    right: 'access',
    subject: 'mother',
    receivedOn: todayIn(world),
    // Nobody knows yet whose it is, so no lock can keep it from anybody: it is none of the women's of this house.
    asked: {
      name: { given: 'Roodborst', family: null },
      reach: 'Postbus 9',
      bornOn: null,
      email: null,
      remark: null,
    },
  })
  return { setting: setting.id, hidden, request: request.id }
}
const todayIn = (world: World) => world.context.now().toZonedDateTimeISO('Europe/Amsterdam').toPlainDate()
