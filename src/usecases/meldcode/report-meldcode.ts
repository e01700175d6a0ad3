import { z } from 'zod'
import { listMeldcodeEntries, saveMeldcode } from '#db/meldcode.ts'
import { dayInput, isBefore } from '#domain/day.ts'
import { meldcodePolicy } from '#domain/meldcode/meldcode-policy.ts'
import { optionalText } from '#domain/person/person.ts'
import { versionInput } from '#domain/version.ts'
import { Invalid, Refused } from '#usecases/failure.ts'
import { addEntry } from '#usecases/meldcode/add-entry.ts'
import { holdOwnMeldcode, stateAfter } from '#usecases/meldcode/held-meldcode.ts'
import { knownOf } from '#usecases/meldcode/known-of.ts'
import { recordSharing } from '#usecases/sharing/record-sharing.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Writes down that it was reported to Veilig Thuis. Naast sends nothing there: who reports calls. From this day the
 * terms of the agency count, and the list says when to call again.
 */
export const reportMeldcode = command({
  name: 'report-meldcode',
  action: 'update',
  may: meldcodePolicy.read,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    on: dayInput,
    /** To which region, under which number, and what was agreed. */
    words: optionalText(2000),
  }),
  async run(work, { id, version, on, words }) {
    const row = await holdOwnMeldcode(work, { id, version })
    const state = stateAfter(row, 'report')
    if (isBefore(work.today, on)) throw new Invalid({ on: 'day-to-come' })
    const known = knownOf(await listMeldcodeEntries(work.tx, work.orgId, [id]))
    if (known.report !== 'necessary') throw new Refused('meldcode-decide-report-first')
    await addEntry(work, row, { kind: 'reported', on, words })
    await recordSharing(work, {
      path: 'report-to-agency',
      personId: row.person_id,
      trajectoryId: row.trajectory_id,
      recipient: 'agency',
      items: ['needs'],
      way: 'spoken',
      legalGround: 'meldcode',
    })
    await saveMeldcode(work.tx, row, { state, reported_on: on })
    return { id }
  },
})
