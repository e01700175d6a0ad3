import { listMeldcodeEntries, type MeldcodeEntryRow, type MeldcodeRow } from '#db/meldcode.ts'
import { type Day, daysBetween } from '#domain/day.ts'
import { type AgencyClock, agencyClock, isTimeToCall } from '#domain/meldcode/agency-clock.ts'
import { stepsDone } from '#domain/meldcode/meldcode.ts'
import { handles } from '#domain/meldcode/meldcode-policy.ts'
import { weighingLeadsTo } from '#domain/meldcode/weighing.ts'
import { actorId } from '#domain/member/actor.ts'
import type { Work } from '#usecases/context.ts'
import { heardSince, knownOf } from '#usecases/meldcode/known-of.ts'

/** What we wait for, of one that was reported; `null` where nothing is waited for. */
export const clockOf = (
  row: Pick<MeldcodeRow, 'state' | 'reported_on'>,
  entries: readonly MeldcodeEntryRow[],
): AgencyClock | null =>
  row.reported_on && row.state !== 'closed' ? agencyClock(row.reported_on, heardSince(entries)) : null

/** One meldcode as it stands, without a word of what is in it: for lists. */
export interface MeldcodeLine {
  readonly id: string
  readonly trajectoryId: string
  readonly personId: string
  readonly about: MeldcodeRow['about']
  readonly state: MeldcodeRow['state']
  readonly openedOn: Day
  readonly days: number
  readonly steps: ReturnType<typeof stepsDone>
  readonly clock: AgencyClock | null
  readonly timeToCall: boolean
  /** Something came to it that nobody who handles it has looked after. */
  readonly news: boolean
  /** What was weighed or decided leads to a report, and it wasn't made. */
  readonly mustReport: boolean
  readonly handlerId: string
  readonly hers: boolean
}

export async function meldcodeLines(work: Work, rows: readonly MeldcodeRow[]): Promise<MeldcodeLine[]> {
  const entries = await listMeldcodeEntries(
    work.tx,
    work.orgId,
    rows.map(({ id }) => id),
  )
  work.about({
    person: rows.map((row) => row.person_id),
    trajectory: rows.map((row) => row.trajectory_id),
  })
  return rows.map((row) =>
    lineOf(
      work,
      row,
      entries.filter((entry) => entry.meldcode_id === row.id),
    ),
  )
}

export function lineOf(work: Work, row: MeldcodeRow, entries: readonly MeldcodeEntryRow[]): MeldcodeLine {
  const clock = clockOf(row, entries)
  const { report, reported, weighing } = knownOf(entries)
  return {
    id: row.id,
    trajectoryId: row.trajectory_id,
    personId: row.person_id,
    about: row.about,
    state: row.state,
    openedOn: row.opened_on,
    days: daysBetween(row.opened_on, work.today),
    steps: stepsDone(new Set(entries.map(({ kind }) => kind))),
    clock,
    timeToCall: clock !== null && isTimeToCall(clock, work.today),
    news: row.state !== 'closed' && entries.at(-1)?.kind === 'joined',
    mustReport:
      row.state !== 'closed' &&
      !reported &&
      (report === 'necessary' || (report === null && weighingLeadsTo(weighing) === 'report')),
    handlerId: row.handler_id,
    hers: row.handler_id === actorId(work.actor),
  }
}

export const mayDecideOn = (work: Work, row: Pick<MeldcodeRow, 'handler_id'>): boolean =>
  handles(work.actor, row.handler_id)
