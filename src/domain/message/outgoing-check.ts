import type { MessageChannel, MessageKind } from '#domain/message/message.ts'
import { kindOf } from '#domain/message/message.ts'
import { fixedWords } from '#domain/message/message-text.ts'
import { forbiddenWord, mentions, type NeutralLanguage } from '#domain/message/neutral-words.ts'
import type { ConsentCode } from '#domain/programme/definition.ts'
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts'

/** A message as it would be read: rendered, with nothing left to fill in. */
export interface Outgoing {
  readonly kind: MessageKind
  readonly channel: MessageChannel
  readonly language: NeutralLanguage
  readonly address: string
  readonly subject: string
  readonly body: string
}

/** What is true around it at this very moment. */
export interface Surroundings {
  readonly given: ReadonlySet<ConsentCode>
  /** Her safe-contact policy's answer for this channel at this time; `null` if she has none. */
  readonly contact: true | Refusal | null
  /** Address she can be reached at by this channel today; `null` if not known. Only asked for a mother. */
  readonly currentAddress: string | null
  /** Names, numbers and addresses of people that may not be read in any message about her. */
  readonly privateNames: readonly string[]
  /** Names of the organisation and its programmes: not to be read in a message to a mother. */
  readonly ownNames: readonly string[]
  /** Her file was erased. */
  readonly erased: boolean
}

export const outgoingRefusals = [
  'message-erased',
  'message-without-consent',
  'message-without-agreement',
  'message-address-changed',
  'message-empty',
  'message-too-long',
  'message-names-someone',
  'message-says-too-much',
  'message-with-link',
] as const
export type OutgoingRefusal = (typeof outgoingRefusals)[number]

const longest: Record<MessageChannel, number> = { text: 160, email: 2000 }
const longestSubject = 120
// Also bare domains: phones make a link of them by themselves.
const link = /\b(?:[a-z][a-z0-9+.-]*:\/\/|www\.|mailto:|tel:)|\b[a-z0-9-]+\.(?:[a-z]{2,})(?:\/|\b)/i

/**
 * May this leave now? Asked after rendering, when it is queued, and again at the moment of sending; there is no
 * override. The first thing that stands in the way is the answer, and a person is given it as a task.
 */
export function checkOutgoing(message: Outgoing, around: Surroundings): true | Refusal {
  const kind = kindOf(message.kind)
  if (around.erased) return refuse('message-erased')
  const missing = kind.consents.filter((code) => !around.given.has(code))
  if (missing.includes('C-9')) return refuse('message-without-agreement')
  if (missing.length > 0) return refuse('message-without-consent')
  if (kind.to === 'mother') {
    if (around.contact === null) return refuse('message-without-agreement')
    if (isRefusal(around.contact)) return around.contact
    if (around.currentAddress !== message.address) return refuse('message-address-changed')
  }
  return checkContent(message, around)
}

function checkContent(
  message: Outgoing,
  { privateNames, ownNames }: Surroundings,
): true | Refusal<OutgoingRefusal> {
  const { to } = kindOf(message.kind)
  const text = `${message.subject}\n${message.body}`
  if (message.body.trim() === '' || message.address === '') return refuse('message-empty')
  if ([...message.body].length > longest[message.channel] || [...message.subject].length > longestSubject)
    return refuse('message-too-long')
  const fixed = fixedWords(message.kind, message.language)
  const harmless = to === 'mother' ? fixed : `${fixed} ${ownNames.join(' ')}`
  if (mentions(text, privateNames, harmless)) return refuse('message-names-someone')
  if (link.test(text) && (to === 'mother' || /https?:|www\./i.test(text))) return refuse('message-with-link')
  if (to === 'mother' && (forbiddenWord(text, message.language) !== null || mentions(text, ownNames)))
    return refuse('message-says-too-much')
  return true
}
