import { z } from 'zod'
import { insertHandover } from '#db/handover.ts'
import { findNetworkOrganisation } from '#db/network-organisation.ts'
import { dayInput, isBefore } from '#domain/day.ts'
import { handoverPolicy } from '#domain/handover/handover-policy.ts'
import { Invalid, NotFound } from '#usecases/failure.ts'
import { handoverFields } from '#usecases/handover/handover-fields.ts'
import { holdForHandover } from '#usecases/handover/held-handover.ts'
import { command } from '#usecases/use-case.ts'

/** Agrees on a talk of three, with the party that goes on beside her. */
export const arrangeHandover = command({
  name: 'arrange-handover',
  action: 'create',
  may: handoverPolicy.write,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    /** Who goes on: a person, a place, or both. */
    party: z.string().trim().min(1, 'required').max(200, 'too-long'),
    /** The organisation around us that it belongs to. */
    networkOrganisationId: z.uuid().nullable().default(null),
    talkOn: dayInput,
  }),
  async run(work, { trajectoryId, party, networkOrganisationId, talkOn }) {
    const { tx, orgId } = work
    const { trajectory, memberId } = await holdForHandover(work, trajectoryId)
    if (isBefore(talkOn, trajectory.created_at.toZonedDateTimeISO(work.zone).toPlainDate()))
      throw new Invalid({ talkOn: 'day-in-the-past' })
    if (networkOrganisationId && !(await findNetworkOrganisation(tx, orgId, networkOrganisationId)))
      throw new NotFound()
    const id = work.newId()
    await insertHandover(tx, {
      org_id: orgId,
      id,
      trajectory_id: trajectoryId,
      network_organisation_id: networkOrganisationId,
      party_sealed: handoverFields.seal(work.vault, trajectory.person_id, id, 'party_sealed', party),
      talk_on: talkOn,
      arranged_by: memberId,
      arranged_at: work.now,
    })
    return { handoverId: id }
  },
})
