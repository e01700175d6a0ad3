import { z } from 'zod'
import type { MemberActor } from '#domain/member/actor.ts'
import type { MessageKind } from '#domain/message/message.ts'
import { appointmentText, callBackText, referrerText, safetyCallText } from '#domain/message/message-text.ts'
import type { Chance } from '#simulation/chance.ts'
import { agreeSafeContact, answer, outboxOf, tuesdayMornings } from '#testing/referred-woman.ts'
import type { World } from '#testing/world-on.ts'
import { queueMessage } from '#usecases/message/queue-message.ts'
import { acceptReferral } from '#usecases/referral/accept-referral.ts'
import { submitReferral } from '#usecases/referral/submit-referral.ts'
import { command } from '#usecases/use-case.ts'

export interface Woman {
  readonly personId: string
  readonly trajectoryId: string
  readonly referralId: string
  readonly email: string
  readonly phone: string
  readonly referrer: string
  /** Tuesdays, in hours of the day. */
  readonly hours: readonly [from: number, until: number]
}
export interface Posted {
  readonly id: string
  readonly woman: Woman
  readonly to: 'mother' | 'referrer' | 'colleague'
}

const twoDigits = (of: number) => String(of).padStart(2, '0')

/** A woman of her own number and address, who agreed how she may be written to and that her midwife may hear of her. */
export async function postedWoman(
  world: World,
  coordinator: MemberActor,
  number: number,
  chance: Chance,
): Promise<Woman> {
  const [email, phone] = [`post${number}@post.example.nl`, `+3161${String(number).padStart(7, '0')}`]
  const referrer = `praktijk${number}@example.nl`
  const programmeId = 'mim-nl-18m'
  const { referralId } = await submitReferral(world.context, coordinator, {
    channel: 'desk',
    submission: {
      programmeId,
      mother: {
        name: { given: `Duifje${number}`, family: `Post${number}` },
        phone,
        email,
        languages: ['nl'],
      },
      child: {
        bornOn: world.context
          .now()
          .toZonedDateTimeISO('Europe/Amsterdam')
          .toPlainDate()
          .subtract({ days: 40 })
          .toString(),
        firstChild: 'yes',
      },
      agreed: true,
      referrer: { kind: 'midwife', name: 'V. Roedvrouw', email: referrer },
    },
  })
  const { trajectoryId } = await acceptReferral(world.context, coordinator, {
    id: referralId,
    version: 1,
    programmeId,
  })
  const { rows } = await world.owner.query<{ person_id: string }>(
    'select person_id from trajectory where id = $1',
    [trajectoryId],
  )
  const personId = rows[0]?.person_id ?? ''
  const hours = chance.pick([
    [9, 12],
    [10, 11],
  ] as const)
  await agreeSafeContact(world, coordinator, personId, {
    ...tuesdayMornings,
    hours: [{ days: [2], from: `${twoDigits(hours[0])}:00`, until: `${twoDigits(hours[1])}:00` }],
  })
  await answer(world, coordinator, trajectoryId, 'C-5', 'given')
  return { personId, trajectoryId, referralId, email, phone, referrer, hours }
}

const queue = command({
  name: 'queue-proof-message',
  action: 'create',
  may: (actor) => actor.kind === 'system',
  input: z.strictObject({
    message: z.custom<Parameters<typeof queueMessage>[1]>((value) => typeof value === 'object'),
  }),
  run: (work, { message }) => queueMessage(work, message),
})

/** One message for her, about her to her midwife, or to a colleague on call. */
export async function post(
  world: World,
  woman: Woman,
  chance: Chance,
  at: Temporal.Instant,
): Promise<Posted> {
  const to = chance.pick(['mother', 'mother', 'mother', 'referrer', 'colleague'] as const)
  const { personId, trajectoryId, referralId, email, phone, referrer } = woman
  const channel = to === 'mother' && chance.chance(0.5) ? 'text' : 'email'
  const kinds = {
    mother: chance.pick(['appointment', 'call-back'] as const),
    referrer: 'referral-started',
    colleague: 'safety-call',
  } as const
  const kind: MessageKind = kinds[to]
  const told = { reference: '5E1A77', organisation: 'Stichting waterrijk', reason: 'other' } as const
  const text = {
    mother: kind === 'appointment' ? appointmentText('nl', 'dinsdag 14.00 uur') : callBackText('nl'),
    referrer: referrerText('started', 'nl', told),
    colleague: safetyCallText('nl'),
  }[to]
  const { messageId, refusal } = await queue(world.context, outboxOf(world), {
    message: {
      kind,
      channel,
      language: 'nl',
      address: {
        mother: channel === 'text' ? phone : email,
        referrer,
        colleague: 'wacht@waterrijk.example.nl',
      }[to],
      ...text,
      personId,
      trajectoryId,
      referralId: to === 'referrer' ? referralId : null,
      notBefore: at,
      dedupeKey: `proof|${world.context.newId()}`,
    },
  })
  if (refusal !== null) throw new Error(`a message that is in order was refused: ${refusal}`)
  return { id: messageId, woman, to }
}
