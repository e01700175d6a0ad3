import type { MemberActor } from '#domain/member/actor.ts'
import { approveChildRequest } from '#usecases/child-request/approve-child-request.ts'
import { authoriseRequester } from '#usecases/child-request/authorise-requester.ts'
import { identifyRequester } from '#usecases/child-request/identify-requester.ts'
import { judgeChildRequest } from '#usecases/child-request/judge-child-request.ts'
import { prepareChildCopy } from '#usecases/child-request/prepare-child-copy.ts'
import { registerChildRequest } from '#usecases/child-request/register-child-request.ts'
import type { World } from './world.ts'

/** A father asks for the file of a child born on this day. */
export const askForChild = async (
  { context }: Pick<World, 'context'>,
  by: MemberActor,
  { given = 'Kind', bornOn = '2026-08-01', name = 'Karim Idrissi' } = {},
): Promise<string> =>
  (
    await registerChildRequest(context, by, {
      requester: 'parent',
      receivedOn: '2026-11-02',
      asked: { name, reach: 'Postbus 9, 3000 AA Rotterdam', child: { given }, childBornOn: bornOn },
    })
  ).id

/** A request that has only come in, and one of which two people approved what is handed over. */
export interface AskedHouse {
  readonly open: string
  readonly approved: string
  /** Whose file it is. */
  readonly child: string
}

export async function askedOf(
  world: Pick<World, 'context' | 'owner'>,
  {
    privacy_officer: officer,
    safeguarding_lead: lead,
  }: Readonly<Record<'privacy_officer' | 'safeguarding_lead', MemberActor>>,
  trajectoryId: string,
  bornOn: string,
): Promise<AskedHouse> {
  const { context, owner } = world
  const asked = { given: 'Roodborstje', bornOn, name: 'Kwikstaartje' }
  const [open, id] = [await askForChild(world, officer, asked), await askForChild(world, officer, asked)]
  const { rows } = await owner.query<{ child_id: string }>('select child_id from trajectory where id = $1', [
    trajectoryId,
  ])
  const child = rows[0]?.child_id ?? ''
  await identifyRequester(context, officer, { id, version: 1, way: 'seen_in_person' })
  await authoriseRequester(context, officer, {
    id,
    version: 2,
    proof: 'authority_register',
    childId: child,
  })
  await judgeChildRequest(context, lead, { id, version: 3, hears: 'not_now', words: 'Lijstergesprek' })
  await prepareChildCopy(context, officer, {
    id,
    version: 4,
    text: 'Het kind groeit goed.',
    looked: { ticks: {}, readWhole: true },
  })
  for (const [at, actor] of [officer, lead].entries())
    await approveChildRequest(context, actor, { id, version: 5 + at })
  return { open, approved: id, child }
}
