import { z } from 'zod'
import { listKindchecks } from '#db/kindcheck.ts'
import { dayInput, isBefore } from '#domain/day.ts'
import { consulted, signalSources, silenceReasons, talkedWith, toldHow } from '#domain/meldcode/meldcode.ts'
import { meldcodePolicy } from '#domain/meldcode/meldcode-policy.ts'
import { keptAnswers, weighingAnswers, weighingQuestions } from '#domain/meldcode/weighing.ts'
import { optionalText } from '#domain/person/person.ts'
import { Invalid, Refused } from '#usecases/failure.ts'
import { addEntry } from '#usecases/meldcode/add-entry.ts'
import { holdMeldcode, stateAfter } from '#usecases/meldcode/held-meldcode.ts'
import { command } from '#usecases/use-case.ts'

const said = z.string().trim().min(1).max(2000)
const silence = z.enum(silenceReasons).nullish()

const step = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('signal'), code: z.enum(signalSources), words: said }),
  z.strictObject({ kind: z.literal('consulted'), code: z.enum(consulted), words: said }),
  z.strictObject({
    kind: z.literal('talked'),
    code: z.enum(talkedWith),
    reason: silence,
    words: optionalText(2000),
  }),
  z.strictObject({
    kind: z.literal('weighed'),
    answers: z.partialRecord(z.enum(weighingQuestions), z.enum(weighingAnswers)),
    words: optionalText(2000),
  }),
  z.strictObject({
    kind: z.literal('told'),
    code: z.enum(toldHow),
    reason: silence,
    words: optionalText(2000),
  }),
])

/** That they were not spoken to or told needs a reason; that they were has none. */
const silent = { talked: 'nobody', told: 'not_told' } as const

/** Writes down one of the steps, with the day on which it was taken; in any order and more than once. */
export const recordMeldcodeStep = command({
  name: 'record-meldcode-step',
  action: 'update',
  may: meldcodePolicy.read,
  input: z.strictObject({ id: z.uuid(), on: dayInput, step }),
  async run(work, { id, on, step: taken }) {
    const row = await holdMeldcode(work, { id, version: null })
    stateAfter(row, 'record')
    if (isBefore(work.today, on)) throw new Invalid({ on: 'day-to-come' })
    const { kind, words } = taken
    if (taken.kind === 'weighed') {
      const answers = keptAnswers(taken.answers)
      if (answers.every((answer) => answer === '')) throw new Invalid({ suspicion: 'choose-one' })
      await addEntry(work, row, { kind, answers, on, words })
      return { id }
    }
    const reason = 'reason' in taken ? (taken.reason ?? null) : null
    if (taken.kind === 'talked' || taken.kind === 'told')
      if ((taken.code === silent[taken.kind]) !== (reason !== null))
        throw new Invalid({ reason: reason ? 'not-valid' : 'required' })
    await addEntry(work, row, {
      kind,
      code: taken.code,
      reason,
      on,
      words,
      kindcheckId: taken.code === 'kindcheck' ? await lastKindcheck() : null,
    })
    return { id }

    /** The kindcheck that this step tells of: it is done first, on its own page. */
    async function lastKindcheck(): Promise<string> {
      const [kindcheck] = await listKindchecks(work.tx, work.orgId, row.trajectory_id)
      if (!kindcheck) throw new Refused('meldcode-kindcheck-first')
      return kindcheck.id
    }
  },
})
