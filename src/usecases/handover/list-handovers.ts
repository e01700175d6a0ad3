import { z } from 'zod'
import { listHandoverRows } from '#db/handover.ts'
import { findNetworkOrganisations } from '#db/network-organisation.ts'
import { findTrajectory } from '#db/trajectory.ts'
import { asksHandover, checkStartedOn, handoverState, mayStepHandover } from '#domain/handover/handover.ts'
import { handoverPolicy } from '#domain/handover/handover-policy.ts'
import { fullName } from '#domain/person/person.ts'
import { worksWith } from '#domain/programme/works-with.ts'
import { trajectoryPolicy } from '#domain/trajectory/trajectory-policy.ts'
import { NotFound } from '#usecases/failure.ts'
import { handoverFields } from '#usecases/handover/handover-fields.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { question } from '#usecases/use-case.ts'

/** To whom she was or will be handed over, when they sat down together, and whether help started there. */
export const listHandovers = question({
  name: 'list-handovers',
  may: handoverPolicy.read,
  input: z.strictObject({ trajectoryId: z.uuid() }),
  async run(work, { trajectoryId }) {
    const { tx, orgId, actor, vault, today } = work
    const trajectory = await findTrajectory(tx, actor, trajectoryId)
    const definition = trajectory && definitionOf(work, trajectory)
    if (!trajectory || !definition || !asksHandover(definition)) throw new NotFound()
    aboutTrajectory(work, trajectory)
    const { person_id: personId } = trajectory
    const person = (await readPeople(work, [personId])).get(personId)
    const parties = (await findNetworkOrganisations(tx, orgId)).map(({ id, name }) => ({ id, name }))
    const seesAll = trajectoryPolicy.listCaseload(actor)
    const [writes, checks] = [handoverPolicy.write(actor), handoverPolicy.check(actor)]
    return {
      trajectoryId,
      name: person ? (seesAll ? fullName(person.name) : person.name.given) : '—',
      works: worksWith(definition, trajectory.state),
      mayArrange: writes,
      parties: writes ? parties : [],
      checkOn: checkStartedOn(today, definition),
      handovers: (await listHandoverRows(tx, orgId, trajectoryId)).map((row) => {
        const state = handoverState(row)
        return {
          id: row.id,
          version: row.version,
          state,
          party: handoverFields.open(vault, personId, row.id, 'party_sealed', row.party_sealed),
          organisation: parties.find(({ id }) => id === row.network_organisation_id)?.name ?? null,
          talkOn: row.talk_on,
          heldOn: row.held_on,
          checkOn: row.check_on,
          answer: row.answer,
          droppedCode: row.dropped_code,
          mayHold: writes && mayStepHandover(state, 'hold'),
          mayCheck: checks && mayStepHandover(state, 'check'),
        }
      }),
    }
  },
})
