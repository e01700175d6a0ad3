import type { MessageState } from '#domain/message/message.ts'
import type { Address } from '#domain/person/person.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

/** Under this reason it waits, as a task, until somebody prints it. */
export const letterToPrint = 'letter-to-print'

/**
 * A letter leaves through a person: Naast gives its words to be printed, once, and asks afterwards whether it was posted.
 * What is printed and of which nobody says that in time is taken for a letter that may have gone.
 */
export const daysToSayPosted = 3

/** How long the words stay on the screen of who prints them. */
export const minutesToPrint = 10

/** Why a letter is printed once more; each says that the paper before is no more, for it may come only once. */
export const printAgainReasons = ['printer_failed', 'spoiled_destroyed', 'lost_in_office'] as const
export type PrintAgainReason = (typeof printAgainReasons)[number]

export const letterRefusals = ['letter-print-again-why', 'letter-not-to-print'] as const
export type LetterRefusal = (typeof letterRefusals)[number]

/** May it be printed now? The second time somebody says why, and it is kept. */
export function mayPrint(
  state: MessageState,
  why: PrintAgainReason | null,
): 'first' | 'again' | Refusal<LetterRefusal> {
  if (state === 'pending') return 'first'
  if (state !== 'handing_over') return refuse('letter-not-to-print')
  return why === null ? refuse('letter-print-again-why') : 'again'
}

/** Where post is brought, without a name; `null` where something of it isn't known, and then nothing can be posted. */
export function postAddress(address: Address | null): string | null {
  if (!address?.street || !address.houseNumber || !address.postcode || !address.place) return null
  return `${address.street} ${address.houseNumber}\n${address.postcode} ${address.place}`
}
