import type { Insertable } from 'kysely'
import { insertReferrals } from '#db/referral.ts'
import type { ReferralTable } from '#db/tables.ts'
import type { Day } from '#domain/day.ts'
import { firstContactBy } from '#domain/referral/first-contact.ts'
import {
  isAcute,
  type ReferralChannel,
  type ReferralSubmission,
} from '#domain/referral/referral-submission.ts'
import type { Work } from '#usecases/context.ts'
import { createPeople } from '#usecases/person/person-file.ts'
import { askForTraining } from '#usecases/referral/ask-for-training.ts'
import { referralFields } from '#usecases/referral/referral-fields.ts'

/** One referral as it arrives, whichever door it came through. */
export interface Arrival {
  readonly channel: ReferralChannel
  readonly submission: ReferralSubmission
  readonly importId?: string | null
  readonly referrerMemberId?: string | null
}

interface Received {
  readonly referralId: string
  readonly personId: string
  /** The day by which somebody speaks to her. */
  readonly contactDueOn: Day
}

/**
 * Takes referrals in: a file for each woman, with a key of her own, and the referral beside it. The one way in for
 * all four doors; many at once cost a handful of queries. Ids come back in the order given.
 */
export async function receiveReferrals(work: Work, arrivals: readonly Arrival[]): Promise<Received[]> {
  if (arrivals.length === 0) return []
  const people = await createPeople(
    work,
    arrivals.map(({ submission }) => ({ kind: 'mother', data: submission.mother })),
  )
  const rows: Insertable<ReferralTable>[] = []
  const received: Received[] = []
  for (const [at, arrival] of arrivals.entries()) {
    const personId = people[at]
    if (personId === undefined) throw new Error('a referral without a person')
    const id = work.newId()
    const contactDueOn = contactDue(work, arrival.submission)
    rows.push({
      id,
      org_id: work.orgId,
      person_id: personId,
      contact_due_on: contactDueOn,
      ...columns(work, id, personId, arrival),
    })
    received.push({ referralId: id, personId, contactDueOn })
  }
  await insertReferrals(work.tx, rows)
  for (const row of rows) await askForTraining(work, row)
  return received
}

function columns(
  work: Work,
  id: string,
  personId: string,
  { channel, submission, importId, referrerMemberId }: Arrival,
) {
  const { programmeId, referrer, words, child, facts, reach } = submission
  const seal = (column: 'referrer_sealed' | 'words_sealed' | 'answers_sealed', text: string | null) =>
    referralFields.sealIf(work.vault, personId, id, column, text)
  return {
    channel,
    state: 'received' as const,
    urgency: isAcute(submission) ? ('acute' as const) : ('normal' as const),
    programme_id: programmeId,
    received_at: work.now,
    received_on: work.today,
    referrer_kind: referrer.kind,
    referrer_sealed: seal('referrer_sealed', JSON.stringify(referrer)),
    referrer_member_id: referrerMemberId ?? null,
    service_id: work.actor.kind === 'service' ? work.actor.serviceId : null,
    words_sealed: seal('words_sealed', words),
    answers_sealed: referralFields.seal(
      work.vault,
      personId,
      id,
      'answers_sealed',
      JSON.stringify({ child, facts, reach }),
    ),
    import_id: importId ?? null,
  }
}

/** Of the programme that was asked for; if none was, of all that are offered. */
function contactDue({ programmes, today }: Work, submission: ReferralSubmission): Day {
  const asked = submission.programmeId === null ? null : programmes.find(submission.programmeId)
  return isAcute(submission) ? today : firstContactBy(today, asked ? [asked] : programmes.offered)
}
