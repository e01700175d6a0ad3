import { z } from 'zod'
import { saveMeldcode } from '#db/meldcode.ts'
import { dayInput, isBefore } from '#domain/day.ts'
import { agencySaid } from '#domain/meldcode/agency-clock.ts'
import { meldcodePolicy } from '#domain/meldcode/meldcode-policy.ts'
import { optionalText } from '#domain/person/person.ts'
import { versionInput } from '#domain/version.ts'
import { Invalid } from '#usecases/failure.ts'
import { addEntry } from '#usecases/meldcode/add-entry.ts'
import { holdOwnMeldcode, stateAfter } from '#usecases/meldcode/held-meldcode.ts'
import { command } from '#usecases/use-case.ts'

/** So far ahead at most: what the agency needs longer is asked anew. */
const longestWaitDays = 90

/** What Veilig Thuis said, or that it said nothing when somebody asked; then a day to ask again belongs to it. */
export const hearFromAgency = command({
  name: 'hear-from-agency',
  action: 'update',
  may: meldcodePolicy.read,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    said: z.enum(agencySaid),
    on: dayInput,
    until: dayInput.nullish(),
    words: optionalText(2000),
  }),
  async run(work, { id, version, said, on, words, ...given }) {
    const { today } = work
    const row = await holdOwnMeldcode(work, { id, version })
    const state = stateAfter(row, 'hear')
    if (isBefore(today, on)) throw new Invalid({ on: 'day-to-come' })
    if (row.reported_on && isBefore(on, row.reported_on)) throw new Invalid({ on: 'before-report' })
    const asksAgain = said === 'later' || said === 'nothing_when_asked'
    const until = asksAgain ? (given.until ?? null) : null
    if (asksAgain) {
      if (!until) throw new Invalid({ until: 'required' })
      if (!isBefore(today, until)) throw new Invalid({ until: 'day-passed' })
      if (isBefore(today.add({ days: longestWaitDays }), until)) throw new Invalid({ until: 'too-far-away' })
    }
    await addEntry(work, row, { kind: 'heard', code: said, on, until, words })
    await saveMeldcode(work.tx, row, { state })
    return { id }
  },
})
