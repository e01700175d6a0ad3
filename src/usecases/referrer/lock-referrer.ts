import { lockMember } from '#db/member.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound } from '#usecases/failure.ts'

/** Holds the member who refers; somebody without that role is nobody here. */
export async function lockReferrer(work: Work, memberId: string): Promise<void> {
  const member = await lockMember(work.tx, work.orgId, memberId)
  if (!member?.roles.includes('referrer')) throw new NotFound()
  work.about({ person: memberId })
}
