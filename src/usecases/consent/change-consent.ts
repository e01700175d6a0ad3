import { z } from 'zod'
import { declineDueMeasures } from '#db/measure.ts'
import { findNetworkOrganisation } from '#db/network-organisation.ts'
import { lockTrajectory } from '#db/trajectory.ts'
import { consentStates, consentWays, sharingParties } from '#domain/consent/consent.ts'
import { consentPolicy } from '#domain/consent/consent-policy.ts'
import { dayInput, isBefore } from '#domain/day.ts'
import { languageInput } from '#domain/person/person.ts'
import { consentCodes } from '#domain/programme/definition.ts'
import { sharedItems, sharingPurposes } from '#domain/sharing/sharing.ts'
import { recordConsent } from '#usecases/consent/record-consent.ts'
import { Invalid, NotFound } from '#usecases/failure.ts'
import { keepToDefinition } from '#usecases/signal/keep-to-definition.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { command } from '#usecases/use-case.ts'

/** Keeps an answer she gave or took back. Taking back is possible always, also when the trajectory is closed. */
export const changeConsent = command({
  name: 'change-consent',
  action: 'create',
  may: consentPolicy.change,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    code: z.enum(consentCodes),
    state: z.enum(consentStates),
    how: z.enum(consentWays),
    party: z.enum(sharingParties).nullable().default(null),
    untilDay: dayInput.nullable().default(null),
    networkOrganisationId: z.uuid().nullable().default(null),
    purpose: z.enum(sharingPurposes).nullable().default(null),
    items: z.array(z.enum(sharedItems)).max(sharedItems.length).default([]),
    interpreter: languageInput.nullable().default(null),
  }),
  async run(work, { trajectoryId, ...answer }) {
    const trajectory = await lockTrajectory(work.tx, work.actor, trajectoryId)
    if (!trajectory) throw new NotFound()
    aboutTrajectory(work, trajectory)
    const definition = definitionOf(work, trajectory)
    const asked = definition.consents.some(({ code }) => code === answer.code)
    // What she gave before, under whatever programme, she can always take back.
    if (!asked && answer.state !== 'withdrawn') keepToDefinition(definition, ['code'])
    if (answer.code === 'C-6' && answer.party === null) throw new Invalid({ party: 'choose-one' })
    if (answer.untilDay && isBefore(answer.untilDay, work.today))
      throw new Invalid({ untilDay: 'day-in-the-past' })
    if (answer.how === 'interpreter' && answer.interpreter === null)
      throw new Invalid({ interpreter: 'required' })
    if (
      answer.networkOrganisationId &&
      !(await findNetworkOrganisation(work.tx, work.orgId, answer.networkOrganisationId))
    )
      throw new NotFound()
    work.about({ person: trajectory.person_id, detail: { consent: answer.code, answer: answer.state } })
    // Whoever no longer wants her answers kept is not asked again after the end either.
    if (answer.code === 'C-7' && answer.state === 'withdrawn' && trajectory.state === 'closed')
      await declineDueMeasures(work.tx, work.orgId, trajectoryId, work.today, 'no_consent')
    return recordConsent(work, { personId: trajectory.person_id, trajectoryId, ...answer })
  },
})
