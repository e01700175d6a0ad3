import { z } from 'zod'
import { insertConsultation } from '#db/consultation.ts'
import type { TrajectoryRow } from '#db/trajectory.ts'
import { withoutBsn } from '#domain/bsn.ts'
import { type SharingParty, sharingParties } from '#domain/consent/consent.ts'
import { answerBy, consultationTellings, tellsWhoSheIs } from '#domain/consultation/consultation.ts'
import { consultationPolicy } from '#domain/consultation/consultation-policy.ts'
import { dayInput, isBefore } from '#domain/day.ts'
import { optionalText } from '#domain/person/person.ts'
import { findTraces } from '#domain/redaction/find-traces.ts'
import { consultationFields } from '#usecases/consultation/consultation-fields.ts'
import type { Work } from '#usecases/context.ts'
import { Forbidden, Invalid } from '#usecases/failure.ts'
import { checkParty } from '#usecases/network/party-asked.ts'
import { tracesOfPeople } from '#usecases/redaction/known-traces.ts'
import { recordSharing } from '#usecases/sharing/record-sharing.ts'
import { askAgainBy } from '#usecases/task/ask-again-by.ts'
import { holdTrajectoryWith, withConsultations } from '#usecases/trajectory/held-trajectory.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Keeps what was asked of an expert. Without her name nothing in the question may say who she is; with it, it rests on her
 * live consent for this kind of party and stands in the ledger of sharing.
 */
export const askConsultation = command({
  name: 'ask-consultation',
  action: 'create',
  may: consultationPolicy.write,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    /** One of those that the programme names. */
    kind: z.string().min(1, 'choose-one').max(60),
    networkOrganisationId: z.uuid().nullable().default(null),
    party: optionalText(200),
    question: z.string().trim().min(1, 'required').max(2000, 'too-long'),
    telling: z.enum(consultationTellings, { error: 'choose-one' }),
    /** What kind of party hears her name. */
    recipient: z.enum(sharingParties).nullable().default(null),
    askedOn: dayInput,
  }),
  async run(work, { trajectoryId, kind, networkOrganisationId, party, question, ...input }) {
    const { tx, orgId, vault, today, actor } = work
    const { telling, recipient, askedOn } = input
    const held = await holdTrajectoryWith(work, trajectoryId, withConsultations)
    const { trajectory, definition, memberId } = held
    const { person_id: personId } = trajectory
    const term = definition.consultations.find(({ id }) => id === kind)
    if (!term) throw new Invalid({ kind: 'choose-one' })
    if (isBefore(today, askedOn)) throw new Invalid({ askedOn: 'day-to-come' })
    await checkParty(work, personId, { networkOrganisationId, party })
    const words = withoutBsn(question).text
    if (telling === 'named' && !consultationPolicy.name(actor)) throw new Forbidden()
    const sharingId =
      telling === 'named' ? await share(work, trajectory, { recipient, networkOrganisationId, words }) : null
    if (telling === 'anonymous' && tellsWhoSheIs(findTraces(words, await tracesOfPeople(work, [personId]))))
      throw new Invalid({ question: 'tells-who-she-is' })
    const id = work.newId()
    const days = { asked_on: askedOn, answered_on: null, dropped_on: null }
    const on = answerBy(days, term.answerDays.value)
    await insertConsultation(tx, {
      ...days,
      ...(await askAgainBy(work, { taskId: null, trajectoryId, on, reasonCode: 'ask-consultation' })),
      org_id: orgId,
      id,
      trajectory_id: trajectoryId,
      kind,
      network_organisation_id: networkOrganisationId,
      party_sealed: consultationFields.sealIf(vault, personId, id, 'party_sealed', party),
      question_sealed: consultationFields.seal(vault, personId, id, 'question_sealed', words),
      telling,
      sharing_id: sharingId,
      asked_by: memberId,
      asked_at: work.now,
      advice_sealed: null,
      dropped_code: null,
      stepped_by: null,
      stepped_at: null,
    })
    work.about({ detail: { kind, telling } })
    return { consultationId: id }
  },
})

interface Named {
  readonly recipient: SharingParty | null
  readonly networkOrganisationId: string | null
  readonly words: string
}
async function share(
  work: Work,
  trajectory: TrajectoryRow,
  { recipient, networkOrganisationId, words }: Named,
) {
  if (recipient === null) throw new Invalid({ recipient: 'choose-one' })
  const { sharingId } = await recordSharing(work, {
    path: 'share-with-party',
    personId: trajectory.person_id,
    trajectoryId: trajectory.id,
    recipient,
    networkOrganisationId,
    items: ['takes_part', 'needs'],
    way: 'spoken',
    words: { text: words, gone: 0, stayed: 0 },
  })
  return sharingId
}
