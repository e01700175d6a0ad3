import { z } from 'zod'
import { listMeldcodeEntries, saveMeldcode } from '#db/meldcode.ts'
import { dayInput, isBefore } from '#domain/day.ts'
import { decisionKinds, isDecision, mayDecide } from '#domain/meldcode/decision.ts'
import { meldcodePolicy } from '#domain/meldcode/meldcode-policy.ts'
import { weighingLeadsTo } from '#domain/meldcode/weighing.ts'
import { optionalText } from '#domain/person/person.ts'
import { isRefusal } from '#domain/refusal.ts'
import { versionInput } from '#domain/version.ts'
import { Invalid, Refused } from '#usecases/failure.ts'
import { addEntry } from '#usecases/meldcode/add-entry.ts'
import { holdOwnMeldcode, stateAfter } from '#usecases/meldcode/held-meldcode.ts'
import { weighingOf } from '#usecases/meldcode/known-of.ts'
import { command } from '#usecases/use-case.ts'

/** Takes one of the two decisions of step 5, apart from the other: who, on which day, for which reason. */
export const decideMeldcode = command({
  name: 'decide-meldcode',
  action: 'update',
  may: meldcodePolicy.read,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    decision: z.enum(decisionKinds),
    answer: z.string().max(40),
    reason: z.string().max(40),
    on: dayInput,
    words: optionalText(2000),
  }),
  async run(work, { id, version, decision, answer, reason, on, words }) {
    const row = await holdOwnMeldcode(work, { id, version })
    const state = stateAfter(row, 'decide')
    const given = { kind: decision, answer, reason }
    if (!isDecision(given)) throw new Invalid({ reason: 'choose-one' })
    if (isBefore(work.today, on)) throw new Invalid({ on: 'day-to-come' })
    const leadsTo = weighingLeadsTo(weighingOf(await listMeldcodeEntries(work.tx, work.orgId, [id])))
    const may = mayDecide(given, { leadsTo, words })
    if (isRefusal(may)) throw new Refused(may.refused)
    await addEntry(work, row, { kind: `decided_${decision}`, code: answer, reason, on, words })
    await saveMeldcode(work.tx, row, { state })
    return { id }
  },
})
