import type { MemberRow } from '#db/member.ts'
import { type Language, languageOf } from '#domain/member/language.ts'
import type { MessageKind } from '#domain/message/message.ts'
import type { Work } from '#usecases/context.ts'
import { memberFields } from '#usecases/member/member-fields.ts'
import { type NewMessage, queueMessage } from '#usecases/message/queue-message.ts'

interface Word extends Pick<NewMessage, 'personId' | 'trajectoryId' | 'dedupeKey'> {
  readonly kind: MessageKind
  readonly text: (language: Language) => Pick<NewMessage, 'subject' | 'body'>
}

/**
 * By mail and in her own language, that something waits for her and nothing of what. `null`: she gave no address and
 * finds it on her list, or whoever it is about is erased. Her key and theirs must have been loaded.
 */
export async function writeToColleague(
  work: Work,
  member: Pick<MemberRow, 'id' | 'email_sealed' | 'language'>,
  { text, ...word }: Word,
): Promise<string | null> {
  const address = memberFields.open(work.vault, member.id, member.id, 'email_sealed', member.email_sealed)
  if (!address) return null
  const language = languageOf(member.language)
  const { messageId, refusal } = await queueMessage(work, {
    ...word,
    ...text(language),
    channel: 'email',
    language,
    address,
  })
  return refusal === 'message-erased' ? null : messageId
}
