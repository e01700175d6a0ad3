import type { MemberActor } from '#domain/member/actor.ts'
import { answerRoleApproval } from '#usecases/member/answer-role-approval.ts'
import { giveInvitation } from '#usecases/member/give-invitation.ts'
import { listRoleApprovals } from '#usecases/member/list-role-approvals.ts'
import type { World } from './world-on.ts'

type Given = Parameters<typeof giveInvitation>[2]

/** An invitation that works: where it takes a second person, one agreed. For tests. */
export async function agreedInvitation(
  world: Pick<World, 'context' | 'member'>,
  by: MemberActor,
  input: Given,
): Promise<{ token: string; invitationId: string }> {
  const given = await giveInvitation(world.context, by, input)
  if (!given.waits) return given
  const second = await world.member(['privacy_officer'], by.orgId)
  const waiting = await listRoleApprovals(world.context, second, {})
  const approval = waiting.find(({ whom }) => whom === input.email.trim().toLowerCase())
  if (!approval) throw new Error('it waits for nobody')
  await answerRoleApproval(world.context, second, { approvalId: approval.id, answer: 'approved' })
  return given
}
