import { type Day, isBefore } from '#domain/day.ts'
import { type DeliveryResult, mostAskedFor } from '#domain/webhook/webhook.ts'

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

/** What follows the given try of something that was queued on this day: 1 is the first. `pause` is in minutes. */
export function afterDelivery(
  result: DeliveryResult,
  attempt: number,
  queuedOn: Day,
): { readonly step: 'note-sent' | 'try-later' | 'give-up'; readonly pause: number | null } {
  if (isTaken(result)) return { step: 'note-sent', pause: null }
  const pause = isGone(result) ? undefined : pausesOn(queuedOn)[attempt - 1]
  if (pause === undefined) return { step: 'give-up', pause: null }
  return { step: 'try-later', pause: Math.max(pause, Math.ceil(secondsAskedFor(result) / 60)) }
}

const secondsAskedFor = (result: DeliveryResult): number =>
  'status' in result ? Math.min(result.askedFor ?? 0, mostAskedFor) : 0

/** Seconds from `Retry-After`: a number of them, or a moment as HTTP writes it; `undefined` for anything else. */
export function readRetryAfter(header: string | undefined, now: Temporal.Instant): number | undefined {
  if (header === undefined) return undefined
  const text = header.trim()
  const seconds = /^\d{1,9}$/.test(text)
    ? Number(text)
    : /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text)
      ? Math.ceil((Date.parse(text) - now.epochMilliseconds) / 1000)
      : Number.NaN
  return Number.isNaN(seconds) ? undefined : Math.min(Math.max(0, seconds), mostAskedFor)
}
