import { countCases } from '#db/figures.ts'
import { countWork } from '#db/funded-work.ts'
import { listCoordinatorHours, listSplits } from '#db/funding.ts'
import { isBefore } from '#domain/day.ts'
import type { Period } from '#domain/figures/period.ts'
import { monthsBegun, stateSubsidy, type ToState } from '#domain/funding/subsidy-statement.ts'
import { lastOf, writtenMonth } from '#domain/month.ts'
import type { Work } from '#usecases/context.ts'
import { fundedProgramme } from '#usecases/funding/funded-programmes.ts'

/** Counts what a year's statement of one programme is made of; of a year that runs, up to and including this month. */
export async function countSubsidy(
  work: Work,
  { period, programmeId, least }: { period: Period; programmeId: string; least: number },
) {
  const { tx, orgId, today } = work
  const programme = fundedProgramme(work, programmeId)
  const months = monthsBegun(period.from, period.until, today)
  const last = months.at(-1)
  const until = last ? lastOf(last) : period.from.subtract({ days: 1 })
  const scope = { orgId, programmeIds: [programmeId], from: period.from, until }
  const splits = await listSplits(tx, orgId, programmeId)
  const hours = await listCoordinatorHours(tx, {
    orgId,
    programmeId,
    from: period.from,
    until: period.until,
  })
  const cases = last ? await countCases(tx, 'running.next', scope) : []
  const { visits, meetings } = await countWork(tx, scope)
  const worked = hours.filter(({ month }) => months.some((one) => one.equals(month)))
  const counted: ToState = {
    months,
    funders: programme.funders.map(({ id }) => id),
    splits,
    places: cases.reduce((all, { count }) => all + count, 0),
    visits,
    meetings,
    coordination: {
      minutes: new Map(worked.map(({ month, minutes }) => [writtenMonth(month), minutes])),
      people: Math.max(0, ...worked.map(({ people }) => people)),
    },
    least,
  }
  return {
    programme,
    months,
    splits,
    hours,
    counted,
    lines: stateSubsidy(counted),
    running: !isBefore(period.until, today),
  }
}
