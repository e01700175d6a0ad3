import type { MemberRow } from '#db/member.ts'
import { newWayInText } from '#domain/message/message-text.ts'
import type { Work } from '#usecases/context.ts'
import { writeToColleague } from '#usecases/message/write-to-colleague.ts'

/**
 * Tells her, at the address that stood there before anybody asked, that a new way in is coming. Without an address she
 * finds it in her own account, and hears it from who saw her.
 */
export async function tellOwner(work: Work, member: MemberRow, recoveryId: string): Promise<void> {
  await work.vault.load([member.id])
  await writeToColleague(work, member, {
    kind: 'new-way-in',
    text: newWayInText,
    personId: member.id,
    dedupeKey: `new-way-in|${recoveryId}`,
  })
}
