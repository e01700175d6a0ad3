import { z } from 'zod'
import { insertArrangement } from '#db/arrangement.ts'
import { nextWordBy } from '#domain/arrangement/arrangement.ts'
import { arrangementPolicy } from '#domain/arrangement/arrangement-policy.ts'
import { withoutBsn } from '#domain/bsn.ts'
import { dayInput, isBefore } from '#domain/day.ts'
import { optionalText } from '#domain/person/person.ts'
import { arrangementFields } from '#usecases/arrangement/arrangement-fields.ts'
import { Invalid } from '#usecases/failure.ts'
import { checkParty } from '#usecases/network/party-asked.ts'
import { askAgainBy } from '#usecases/task/ask-again-by.ts'
import { holdTrajectoryWith, withArrangements } from '#usecases/trajectory/held-trajectory.ts'
import { command } from '#usecases/use-case.ts'

const reasonCode = 'ask-arrangement'

/** Keeps that help was asked of a party that decides about it, and since when she needs it. */
export const askArrangement = command({
  name: 'ask-arrangement',
  action: 'create',
  may: arrangementPolicy.write,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    /** One of those that the programme names. */
    kind: z.string().min(1, 'choose-one').max(60),
    networkOrganisationId: z.uuid().nullable().default(null),
    party: optionalText(200),
    purpose: z.string().trim().min(1, 'required').max(500, 'too-long'),
    askedOn: dayInput,
    /** The day it was asked unless said. */
    neededOn: dayInput.nullable().default(null),
  }),
  async run(work, { trajectoryId, kind, networkOrganisationId, party, purpose, askedOn, neededOn }) {
    const { tx, orgId, vault, today } = work
    const held = await holdTrajectoryWith(work, trajectoryId, withArrangements)
    const { trajectory, definition, memberId } = held
    const { person_id: personId } = trajectory
    const term = definition.arrangements.find(({ id }) => id === kind)
    if (!term) throw new Invalid({ kind: 'choose-one' })
    if (isBefore(today, askedOn)) throw new Invalid({ askedOn: 'day-to-come' })
    if (neededOn && isBefore(askedOn, neededOn)) throw new Invalid({ neededOn: 'day-after-asking' })
    await checkParty(work, personId, { networkOrganisationId, party })
    const id = work.newId()
    const days = {
      ...{ needed_on: neededOn ?? askedOn, asked_on: askedOn, applied_on: null, decided_on: null },
      ...{ decision: null, started_on: null, ended_on: null, dropped_on: null },
    }
    const words = withoutBsn(purpose).text
    const on = nextWordBy(days, term)
    await insertArrangement(tx, {
      ...days,
      ...(await askAgainBy(work, { taskId: null, trajectoryId, on, reasonCode })),
      org_id: orgId,
      id,
      trajectory_id: trajectoryId,
      kind,
      network_organisation_id: networkOrganisationId,
      party_sealed: arrangementFields.sealIf(vault, personId, id, 'party_sealed', party),
      purpose_sealed: arrangementFields.seal(vault, personId, id, 'purpose_sealed', words),
      asked_by: memberId,
      asked_at: work.now,
      dropped_code: null,
      stepped_by: null,
      stepped_at: null,
    })
    work.about({ detail: { kind } })
    return { arrangementId: id }
  },
})
