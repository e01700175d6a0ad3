import { z } from 'zod'
import { listNotices, saveIncident, saveNotice } from '#db/incident.ts'
import { dayInput, isBefore } from '#domain/day.ts'
import { incidentParties, incidentPolicy, noticeWaivers } from '#domain/incident/incident.ts'
import { actorId } from '#domain/member/actor.ts'
import { versionInput } from '#domain/version.ts'
import { Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { holdIncident } from '#usecases/incident/held-incident.ts'
import { command } from '#usecases/use-case.ts'

/** Says that somebody on the list was told, on which day; or why she need not be. Naast tells nobody by itself. */
export const settleNotice = command({
  name: 'settle-notice',
  action: 'update',
  may: incidentPolicy.record,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    party: z.enum(incidentParties),
    settled: z.discriminatedUnion('how', [
      z.strictObject({ how: z.literal('told'), on: dayInput }),
      z.strictObject({ how: z.literal('waived'), code: z.enum(noticeWaivers) }),
    ]),
  }),
  async run(work, { id, version, party, settled }) {
    const { tx, orgId, actor, today, now } = work
    const row = await holdIncident(work, { id, version })
    if (row.state !== 'open') throw new Refused('not-from-this-state')
    const notice = (await listNotices(tx, orgId, [id])).find((one) => one.party === party)
    if (!notice) throw new NotFound()
    if (settled.how === 'told' && isBefore(today, settled.on)) throw new Invalid({ on: 'day-to-come' })
    if (settled.how === 'told' && isBefore(settled.on, row.happened_on))
      throw new Invalid({ on: 'before-incident' })
    await saveNotice(tx, notice, {
      told_on: settled.how === 'told' ? settled.on : null,
      waived_code: settled.how === 'waived' ? settled.code : null,
      decided_by: actorId(actor),
      decided_at: now,
    })
    await saveIncident(tx, row, {})
    return { id }
  },
})
