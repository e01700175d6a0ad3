import type { MessageState } from '#domain/message/message.ts'

/**
 * What another system may be told of by itself: never more than it may ask for (`status-class.ts`). Hierarchical, with
 * letters, digits and underscores only (Standard Webhooks 1.0.0, Event types).
 */
export const webhookKinds = ['referral.status_changed'] as const
export type WebhookKind = (typeof webhookKinds)[number]

/** What is sent to an address of a webhook: what it is for, or a test that somebody asked for. */
export const deliveryKinds = [...webhookKinds, 'webhook.test'] as const
export type DeliveryKind = (typeof deliveryKinds)[number]

/** Nobody oversees more; and each of them is asked for separately when something is due. */
export const mostWebhooks = 10

/** A delivery stands where a message would: the same table of states, at least once, never in doubt for good. */
export type DeliveryState = Exclude<MessageState, 'unknown' | 'expired' | 'withdrawn'>

/** By hand, or because the other side said that nobody is there any more (410). */
export const webhookEndings = ['by_hand', 'gone'] as const
export type WebhookEnding = (typeof webhookEndings)[number]

/** Why no status came back. None of it repeats what the other side said. */
export const deliveryFailures = [
  /** The address leads to a network that nothing may be sent to. */
  'network-refused',
  'name-unknown',
  'no-connection',
  'certificate',
  'too-slow',
  /** Whoever sent it fell silent: it may have arrived. */
  'lost-track',
] as const
export type DeliveryFailure = (typeof deliveryFailures)[number]

/** Nobody may keep a delivery waiting for longer than this by asking for time: a day, in seconds. */
export const mostAskedFor = 86_400

/** What came of one try. `askedFor`: seconds to leave it alone, where it said so (Retry-After, RFC 9110 10.2.3). */
export type DeliveryResult =
  | { readonly status: number; readonly askedFor?: number }
  | { readonly failure: DeliveryFailure }
