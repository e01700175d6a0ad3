import type { MemberRow } from '#db/member.ts'
import { newWayInText } from '#domain/message/message-text.ts'
import type { Work } from '#usecases/context.ts'
import { memberFields } from '#usecases/member/member-fields.ts'
import { queueMessage } from '#usecases/message/queue-message.ts'

/**
 * Tells her, at the address that stood there before anybody asked, that a new way in is coming. Without an address she
 * finds it in her own account, and hears it from who saw her.
 */
export async function tellOwner(work: Work, member: MemberRow, recoveryId: string): Promise<void> {
  const { vault } = work
  await vault.load([member.id])
  const address = memberFields.open(vault, member.id, member.id, 'email_sealed', member.email_sealed)
  if (!address) return
  const language = member.language === 'en' ? 'en' : 'nl'
  await queueMessage(work, {
    kind: 'new-way-in',
    channel: 'email',
    language,
    address,
    ...newWayInText(language),
    personId: member.id,
    dedupeKey: `new-way-in|${recoveryId}`,
  })
}
