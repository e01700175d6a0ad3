import { z } from 'zod'
import { insertFacilitators, insertGroup } from '#db/group.ts'
import { insertSessions } from '#db/group-session.ts'
import { dayInput, isBefore } from '#domain/day.ts'
import { groupPolicy } from '#domain/group/group-policy.ts'
import { plannedAhead } from '#domain/group/session-days.ts'
import { timeInput } from '#domain/typed-time.ts'
import { Invalid } from '#usecases/failure.ts'
import { groupFields } from '#usecases/group/group-fields.ts'
import { facilitatorRows, groupInput, printOfDoor } from '#usecases/group/group-input.ts'
import { sessionRows } from '#usecases/group/session-rows.ts'
import { command } from '#usecases/use-case.ts'

/** Plans a group: what it is called, who leads it, and all its days, as the programme spaces them. */
export const planGroup = command({
  name: 'plan-group',
  action: 'create',
  may: groupPolicy.plan,
  input: z.strictObject({
    ...groupInput,
    programmeId: z.string().min(1).max(60),
    firstOn: dayInput,
    at: timeInput,
    /** Days from one session to the next; the programme's own unless said. */
    cadenceDays: z.int().min(1).max(92).nullable().default(null),
  }),
  async run(work, { programmeId, title, location, door, facilitatorIds, firstOn, at, cadenceDays }) {
    const { tx, orgId, actor, today, now, vault } = work
    const id = work.newId()
    const definition = work.programmes.find(programmeId)
    if (!definition?.group) throw new Invalid({ programmeId: 'choose-one' })
    const facilitators = await facilitatorRows(work, { id, definition }, facilitatorIds)
    if (isBefore(firstOn, today)) throw new Invalid({ firstOn: 'day-in-the-past' })
    const cadence = cadenceDays ?? definition.group.cadenceDays.value
    await vault.create([id])
    await insertGroup(tx, {
      org_id: orgId,
      id,
      programme_id: definition.id,
      programme_version: definition.version,
      state: 'planned',
      title_sealed: groupFields.seal(vault, id, id, 'title_sealed', title),
      location_sealed: groupFields.sealIf(vault, id, id, 'location_sealed', location),
      door_print: door && (await printOfDoor(work, door)),
      coordinator_id: actor.kind === 'member' ? actor.memberId : null,
      cadence_days: cadence,
      created_at: now,
    })
    await insertFacilitators(tx, facilitators)
    const count = definition.group.sessions.value ?? plannedAhead
    await insertSessions(
      tx,
      sessionRows(
        work,
        { groupId: id, rules: definition.group, cadenceDays: cadence },
        { from: firstOn, count, after: 0, at },
      ),
    )
    return { groupId: id }
  },
})
