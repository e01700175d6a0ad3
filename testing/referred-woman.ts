import { z } from 'zod'
import type { MemberActor } from '#domain/member/actor.ts'
import { appointmentText } from '#domain/message/message-text.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { programmes } from '#programmes/registry.ts'
import { changeConsent } from '#usecases/consent/change-consent.ts'
import { queueMessage } from '#usecases/message/queue-message.ts'
import { tellReferrer } from '#usecases/message/tell-referrer.ts'
import { acceptReferral } from '#usecases/referral/accept-referral.ts'
import { submitReferral } from '#usecases/referral/submit-referral.ts'
import { setSafeContact } from '#usecases/safe-contact/set-safe-contact.ts'
import { command } from '#usecases/use-case.ts'
import type { World } from './world-on.ts'

export interface ReferredWoman {
  readonly personId: string
  readonly referralId: string
  readonly trajectoryId: string
}

export const referrerAddress = 'praktijk@verloskundigen.example.nl'
export const ownAddress = 'selam@example.nl'

/** A woman whom a midwife referred and who was taken on; nothing was agreed with her yet but being contacted. */
export async function referredWoman(
  world: World,
  coordinator: MemberActor,
  programme: ProgrammeDefinition | undefined = programmes[0],
): Promise<ReferredWoman> {
  if (!programme) throw new Error('no programme')
  const { referralId } = await submitReferral(world.context, coordinator, {
    channel: 'desk',
    submission: {
      programmeId: programme.id,
      mother: {
        name: { given: 'Selam', family: 'Tesfay' },
        phone: '+31612345678',
        email: ownAddress,
        birthDay: '2001-04-05',
        languages: ['nl'],
      },
      child: { bornOn: '2026-09-20', firstChild: 'yes' },
      agreed: true,
      referrer: { kind: 'midwife', name: 'V. Roedvrouw', email: referrerAddress },
    },
  })
  const { trajectoryId } = await acceptReferral(world.context, coordinator, {
    id: referralId,
    version: 1,
    programmeId: programme.id,
  })
  const { rows } = await world.owner.query('select person_id from trajectory where id = $1', [trajectoryId])
  return { personId: rows[0].person_id, referralId, trajectoryId }
}

type Terms = Parameters<typeof setSafeContact>[2]['terms']
/** Tuesdays from nine to noon, by text or mail: the test morning lies in it. */
export const tuesdayMornings: Terms = {
  channels: ['text', 'email'],
  through: null,
  hours: [{ days: [2], from: '09:00', until: '12:00' }],
  pickedUpBy: 'only_herself',
  others: null,
  coverName: null,
  codeWord: null,
  voicemail: 'never',
  neverAtHome: false,
  remark: null,
}

export const agreeSafeContact = (
  world: World,
  coordinator: MemberActor,
  personId: string,
  terms = tuesdayMornings,
) => setSafeContact(world.context, coordinator, { personId, basedOn: null, terms })

export const answer = (
  world: World,
  coordinator: MemberActor,
  trajectoryId: string,
  code: 'C-1' | 'C-2' | 'C-5' | 'C-7' | 'C-9',
  state: 'given' | 'refused' | 'withdrawn',
) => changeConsent(world.context, coordinator, { trajectoryId, code, state, how: 'spoken' })

/** Puts an appointment for her in the outbox, as a later part of Naast will. */
export const queueAppointment = command({
  name: 'queue-test-appointment',
  action: 'create',
  may: (actor) => actor.kind === 'system',
  input: z.strictObject({
    personId: z.uuid(),
    trajectoryId: z.uuid(),
    dedupeKey: z.string(),
    body: z.string().optional(),
    address: z.string().default(ownAddress),
    channel: z.enum(['email', 'text']).default('email'),
    language: z.string().default('nl'),
  }),
  run: (work, { body, ...message }) =>
    queueMessage(work, {
      kind: 'appointment',
      ...message,
      ...appointmentText('nl', 'dinsdag 10.00 uur'),
      ...(body === undefined ? {} : { body }),
    }),
})

/** Lets her referrer know, as starting and closing do. */
export const tellTestReferrer = command({
  name: 'tell-test-referrer',
  action: 'create',
  may: (actor) => actor.kind === 'system',
  input: z.strictObject({
    referralId: z.uuid(),
    moment: z.enum(['received', 'started', 'ended', 'not_started']),
  }),
  run: async (work, { referralId, moment }) => ({ told: await tellReferrer(work, referralId, moment) }),
})

export const outboxOf = (world: World) => ({ kind: 'system', orgId: world.orgId, job: 'outbox' }) as const
