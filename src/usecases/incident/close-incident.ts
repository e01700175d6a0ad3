import { z } from 'zod'
import { listNotices, saveIncident } from '#db/incident.ts'
import { incidentEndings, incidentPolicy, mayCloseIncident } from '#domain/incident/incident.ts'
import { actorId } from '#domain/member/actor.ts'
import { isRefusal } from '#domain/refusal.ts'
import { versionInput } from '#domain/version.ts'
import { Refused } from '#usecases/failure.ts'
import { holdIncident } from '#usecases/incident/held-incident.ts'
import { incidentFields, ownerOf } from '#usecases/incident/incident-fields.ts'
import { command } from '#usecases/use-case.ts'

/** Closes it with what was learnt, once of everybody on its list it is known whether they were told. */
export const closeIncident = command({
  name: 'close-incident',
  action: 'update',
  may: incidentPolicy.record,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    ending: z.enum(incidentEndings),
    words: z.string().trim().min(1).max(2000),
  }),
  async run(work, { id, version, ending, words }) {
    const { tx, orgId, actor, today, vault } = work
    const row = await holdIncident(work, { id, version })
    const open = (await listNotices(tx, orgId, [id])).filter(({ decided_by }) => decided_by === null).length
    const may = mayCloseIncident(row.state, ending, { open })
    if (isRefusal(may)) throw new Refused(may.refused)
    await saveIncident(tx, row, {
      state: 'closed',
      closing_code: ending,
      closing_sealed: incidentFields.seal(vault, ownerOf(row), id, 'closing_sealed', words),
      closed_on: today,
      closed_by: actorId(actor),
    })
    return { id }
  },
})
