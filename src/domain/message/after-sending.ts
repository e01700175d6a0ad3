import type { Delivery, MessageStep } from '#domain/message/message.ts'

/**
 * What the mail server said. `accepted`: it has it. `rejected`: it will never take it. `not-now`: surely not taken,
 * worth another try. `uncertain`: the line fell silent after the message went in; it may or may not have it.
 */
export const handOverOutcomes = ['accepted', 'rejected', 'not-now', 'uncertain'] as const
export type HandOverOutcome = (typeof handOverOutcomes)[number]

/**
 * What happens next. Only where it is certain that nothing was taken is a message to a mother tried again; where it
 * is not, it is never repeated and a person finds out (security design 4.4).
 */
export function afterSending(delivery: Delivery, outcome: HandOverOutcome): MessageStep {
  switch (outcome) {
    case 'accepted':
      return 'note-sent'
    case 'rejected':
      return 'give-up'
    case 'not-now':
      return 'try-later'
    case 'uncertain':
      return delivery === 'at_most_once' ? 'lose-track' : 'try-later'
  }
}

const longestWait = 60

/** Minutes until the next try: 1, 2, 4 … at most an hour. `attempts` counts the tries made, at least 1. */
export const minutesUntilRetry = (attempts: number): number =>
  Math.min(longestWait, 2 ** Math.max(0, Math.min(attempts, 10) - 1))
