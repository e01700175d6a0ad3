import type { MeldcodeEntryRow } from '#db/meldcode.ts'
import { type AgencySaid, agencySaid, type Heard } from '#domain/meldcode/agency-clock.ts'
import type { Known } from '#domain/meldcode/closing.ts'
import type { MeldcodeEntryKind } from '#domain/meldcode/meldcode.ts'
import { readAnswers, type Weighing } from '#domain/meldcode/weighing.ts'

type Entry = Pick<MeldcodeEntryRow, 'kind' | 'code' | 'answers' | 'until_day'>

const lastOf = <E extends Entry>(entries: readonly E[], kind: MeldcodeEntryKind): E | undefined =>
  entries.findLast((entry) => entry.kind === kind)

const oneOf = <Code extends string>(codes: readonly Code[], code: string | null | undefined): Code | null =>
  codes.find((one) => one === code) ?? null

export const weighingOf = (entries: readonly Entry[]): Weighing =>
  readAnswers(lastOf(entries, 'weighed')?.answers ?? null)

/** What is known of it, as closing asks: the last of each counts. A decision to report that was taken anew asks a report anew. */
export function knownOf(entries: readonly Entry[]): Known {
  const decided = entries.findLastIndex(({ kind }) => kind === 'decided_report')
  const report = oneOf(['necessary', 'not_necessary'] as const, entries[decided]?.code)
  return {
    report,
    help: oneOf(['possible', 'not_possible'] as const, lastOf(entries, 'decided_help')?.code),
    weighing: weighingOf(entries),
    told: lastOf(entries, 'told') !== undefined,
    reported:
      entries.findLastIndex(({ kind }) => kind === 'reported') > (report === 'necessary' ? decided : -1),
  }
}

/** What the agency said since the last report. */
export function heardSince(entries: readonly Entry[]): Heard[] {
  const reported = entries.findLastIndex(({ kind }) => kind === 'reported')
  return entries.slice(reported + 1).flatMap(({ kind, code, until_day }) => {
    const said: AgencySaid | null = kind === 'heard' ? oneOf(agencySaid, code) : null
    return said ? [{ said, until: until_day }] : []
  })
}
