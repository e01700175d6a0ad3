import { type Day, isBefore } from '#domain/day.ts'
import type { DeliveryResult } from '#domain/webhook/webhook.ts'

/**
 * How long is waited after each try that failed, in minutes; after the last there is none. Each stands from its day
 * on: what was queued under one is tried as that one says. The first is the example of Standard Webhooks 1.0.0
 * (Deliverability and reliability), three days and some hours in all; its first pause of seconds is a minute here.
 */
const retryPolicies: readonly { readonly from: string; readonly pauses: readonly number[] }[] = [
  { from: '2026-01-01', pauses: [1, 5, 30, 120, 300, 600, 840, 1200, 1440] },
]

export function pausesOn(day: Day): readonly number[] {
  const standing = retryPolicies.filter(({ from }) => !isBefore(day, Temporal.PlainDate.from(from)))
  return (standing.at(-1) ?? retryPolicies[0])?.pauses ?? []
}
/** Tries in all, of what was queued on this day. */
export const triesOn = (day: Day): number => pausesOn(day).length + 1

/** Only this much of an answer counts: 2xx is taken; 410 is nobody there any more; a redirect is not followed. */
export const isTaken = (result: DeliveryResult): boolean =>
  'status' in result && result.status >= 200 && result.status <= 299
export const isGone = (result: DeliveryResult): boolean => 'status' in result && result.status === 410

/** What follows the given try of something that was queued on this day: 1 is the first. */
export function afterDelivery(
  result: DeliveryResult,
  attempt: number,
  queuedOn: Day,
): { readonly step: 'note-sent' | 'try-later' | 'give-up'; readonly pause: number | null } {
  if (isTaken(result)) return { step: 'note-sent', pause: null }
  const pause = isGone(result) ? undefined : pausesOn(queuedOn)[attempt - 1]
  return pause === undefined ? { step: 'give-up', pause: null } : { step: 'try-later', pause }
}
