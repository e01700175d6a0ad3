import { findOrganisation } from '#db/organisation.ts'
import { findReferral, type ReferralRow } from '#db/referral.ts'
import { findTaskOfReferral } from '#db/task.ts'
import { findTrajectoryOfReferral } from '#db/trajectory.ts'
import {
  kindOfMoment,
  type NotStartedClass,
  notStartedClasses,
  type ReferrerMoment,
  referrerText,
} from '#domain/message/message-text.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { SharedItem } from '#domain/sharing/sharing.ts'
import { givenConsents } from '#usecases/consent/read-consent.ts'
import type { Work } from '#usecases/context.ts'
import { queueMessage } from '#usecases/message/queue-message.ts'
import { openReferral } from '#usecases/referral/referral-fields.ts'
import { referenceOf } from '#usecases/referral/submit-referral.ts'
import { recordSharing } from '#usecases/sharing/record-sharing.ts'
import { createTask } from '#usecases/task/create-task.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'

export type ReferrerTold = 'queued' | 'refused' | 'not-told' | 'by-phone'
type FeedbackMoment = ProgrammeDefinition['referral']['feedbackMoments']['value'][number]

/** Which of a programme's feedback moments stands for what is told; that it came in is told on the screen only. */
const allowedBy: Record<ReferrerMoment, FeedbackMoment | null> = {
  received: null,
  started: 'started',
  ended: 'ended',
  not_started: 'started',
  help_started: 'started',
  help_not_started: 'started',
}

/** What somebody learns from it: that she takes part, or that it is over. */
const toldItems: Record<ReferrerMoment, readonly SharedItem[]> = {
  received: ['takes_part'],
  started: ['takes_part'],
  ended: ['ended'],
  not_started: ['takes_part'],
  help_started: ['takes_part'],
  help_not_started: ['takes_part'],
}

/**
 * Lets the one who referred know, if this programme tells it and the woman agreed to it (consent C-5). Without
 * either nothing is written at all: an answer she did not give is not a task for anyone. The text is a reference and
 * a status. Where her partner is a patient of the referrer too, what is written may be read by him or slip into his
 * file: somebody phones instead (domain.md 1.1, 4.5 RF-5). Returns what happened, for the page to say.
 */
export async function tellReferrer(
  work: Work,
  referralId: string,
  moment: ReferrerMoment,
  reason?: NotStartedClass,
): Promise<ReferrerTold> {
  const { tx, orgId, vault } = work
  // Whoever acts need not see the referral: the one who hears of it is decided here.
  const outbox = { kind: 'system', orgId, job: 'outbox' } as const
  const referral = await findReferral(tx, outbox, referralId)
  if (!referral) return 'not-told'
  const trajectory = await findTrajectoryOfReferral(tx, outbox, referralId)
  const needed = allowedBy[moment]
  // What she started under holds, also when it is not offered any more.
  const tells = (one: ProgrammeDefinition) => needed && one.referral.feedbackMoments.value.includes(needed)
  const deciding = trajectory ? [definitionOf(work, trajectory)] : askedOf(work, referral)
  if (deciding.length === 0 || !deciding.every(tells)) return 'not-told'
  const trajectoryId = trajectory?.id ?? null
  if (!(await givenConsents(work, referral.person_id, trajectoryId)).has('C-5')) return 'not-told'
  await vault.load([referral.person_id])
  const { referrer } = openReferral(work, referral)
  if (!referrer || referrer.kind === 'self') return 'not-told'
  if (referrer.partnerIsPatient === 'yes') {
    await askToPhone(work, referral, trajectoryId, moment)
    return 'by-phone'
  }
  if (!referrer.email) return 'not-told'
  const { state, messageId } = await queueMessage(work, {
    kind: kindOfMoment[moment],
    channel: 'email',
    language: 'nl',
    address: referrer.email,
    personId: referral.person_id,
    referralId,
    trajectoryId,
    dedupeKey: `${kindOfMoment[moment]}|${referralId}`,
    ...referrerText(moment, 'nl', {
      reference: referenceOf(referralId),
      organisation: (await findOrganisation(tx, orgId)).name,
      reason: reason ?? classOf(referral.decision_code),
    }),
  })
  if (state === 'refused') return 'refused'
  await recordSharing(work, {
    path: 'tell-referrer',
    personId: referral.person_id,
    trajectoryId,
    referralId,
    recipient: 'referrer',
    items: toldItems[moment],
    way: 'message',
    messageId,
  })
  return 'queued'
}

/** Puts the call on somebody's list, once for each moment. */
async function askToPhone(
  work: Work,
  referral: ReferralRow,
  trajectoryId: string | null,
  moment: ReferrerMoment,
): Promise<void> {
  const reasonCode = `call-referrer-${moment.replaceAll('_', '-')}`
  if (await findTaskOfReferral(work.tx, work.orgId, referral.id, reasonCode)) return
  await createTask(work, {
    kind: 'referrer',
    reasonCode,
    personId: referral.person_id,
    referralId: referral.id,
    trajectoryId,
  })
}

/** The programme she was referred to; at the desk, where none was chosen, all that are offered must tell it. */
function askedOf({ programmes }: Work, { programme_id }: ReferralRow): readonly ProgrammeDefinition[] {
  const asked = programme_id === null ? null : programmes.find(programme_id)
  return asked ? [asked] : programmes.offered
}

/** The desk's own code where it is a class already; where she was sent elsewhere, something else fitted better. */
function classOf(decisionCode: string | null): NotStartedClass {
  const same = notStartedClasses.find((one) => one === decisionCode)
  return same ?? (decisionCode === null ? 'other' : 'other_offer')
}
