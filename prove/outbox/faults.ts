import type { Chance } from '#simulation/chance.ts'
import { type SmtpFault, smtpMoments } from '#testing/dying-smtp.ts'
import type { GatewayMood } from '#testing/sms-gateway.ts'

/** How a conversation with the mail server comes to an end: the line, silence, or a no for now or for good. */
export function drawSmtpFault(chance: Chance): SmtpFault {
  const kind = chance.pick(['breaks', 'breaks', 'silent', 'later', 'never'] as const)
  if (kind === 'breaks') return { moment: chance.pick(smtpMoments), how: 'breaks' }
  if (kind === 'silent')
    return { moment: chance.pick(['connected', 'data', 'half-way', 'taken'] as const), how: 'silent' }
  const moment = chance.pick(['connected', 'from', 'to', 'data', 'taken'] as const)
  return { moment, how: kind === 'later' ? '451 not now' : '554 never' }
}

/** The same of the gateway for text messages. */
export const drawMood = (chance: Chance): GatewayMood =>
  chance.pick([
    400,
    401,
    429,
    500,
    502,
    503,
    'closes-at-once',
    'closes-in-the-middle',
    'takes-and-closes',
    'takes-and-is-silent',
    'half-a-line',
  ] as const)
