import { type CheckInMatch, type CheckInRow, findRests, listCheckIns, type RestStep } from '#db/check-in.ts'
import {
  type CheckInCourse,
  type CheckInNow,
  checkInMoments,
  checkInsNow,
  mayHold,
} from '#domain/check-in/check-in-plan.ts'
import { sidesOf } from '#domain/check-in/check-in-policy.ts'
import { compareDays, type Day, isBefore } from '#domain/day.ts'
import { isRunning, type Side } from '#domain/match/match.ts'
import type { CheckInRhythm } from '#domain/programme/check-in-rhythm.ts'
import type { Work } from '#usecases/context.ts'
import { matchStateOf } from '#usecases/match/states.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'

/** How many that are still to come are shown. */
const ahead = 2

export interface SideNow {
  readonly side: Side
  readonly now: CheckInNow
  readonly row: CheckInRow | null
}
export interface MomentNow {
  readonly moment: string
  readonly week: number | null
  readonly on: Day
  /** The sides that the reader may hear of. */
  readonly sides: readonly SideNow[]
}
export interface Gathered {
  readonly match: CheckInMatch
  readonly rhythm: CheckInRhythm | null
  readonly sides: readonly Side[]
  readonly moments: readonly MomentNow[]
}

/** The check-ins of matches that the actor may see, as they stand today; of each side what she may hear. */
export async function gatherCheckIns(
  work: Work,
  matches: readonly CheckInMatch[],
): Promise<readonly Gathered[]> {
  if (matches.length === 0) return []
  const ids = matches.map(({ id }) => id)
  const rows = Map.groupBy(await listCheckIns(work.tx, work.actor, ids), (row) => row.match_id)
  const rests = Map.groupBy(await findRests(work.tx, work.orgId, ids), (rest) => rest.match_id)
  return matches.map((match) => gather(work, match, rows.get(match.id) ?? [], rests.get(match.id) ?? []))
}

function gather(
  work: Work,
  match: CheckInMatch,
  rows: readonly CheckInRow[],
  rests: readonly RestStep[],
): Gathered {
  const { actor, today } = work
  const rhythm = definitionOf(work, match).matching?.checkIns ?? null
  const sides = sidesOf(actor, { of: match.worker_id, now: match.trajectory_worker_id })
  const course = courseOf(match, rests)
  const planned = rhythm && course ? checkInMoments(rhythm, course, { today, ahead }) : []
  const asks = asking(match)
  const ofSides = sides.map((side) => {
    const own = rows.filter((row) => row.side === side)
    const nows = checkInsNow(planned, own, today, rhythm?.graceDays.value ?? 0)
    return {
      side,
      now: new Map(nows.map((one) => [one.moment as string, asks(one.now)])),
      rows: new Map(own.map((row) => [row.moment, row])),
    }
  })
  // What was said stays, also where its moment isn't planned any more: a trial made longer, another version.
  const kept = rows.map(({ moment, due_on }) => ({ moment, week: weekOf(moment), on: due_on }))
  const all = new Map<string, { moment: string; week: number | null; on: Day }>()
  for (const one of [...planned, ...kept]) all.set(one.moment, one)
  const moments = [...all.values()]
    .sort((a, b) => compareDays(a.on, b.on))
    .map((one) => ({
      ...one,
      sides: ofSides.map(({ side, now, rows: said }) => {
        const row = said.get(one.moment) ?? null
        return { side, row, now: row?.state ?? now.get(one.moment) ?? ('passed' as const) }
      }),
    }))
  return { match, rhythm, sides, moments }
}

const weekOf = (moment: string): number | null => (moment.startsWith('w') ? Number(moment.slice(1)) : null)

/** While it rests nothing is asked, and after the last visit nothing any more. */
function asking(match: CheckInMatch): (now: CheckInNow) => CheckInNow {
  const state = matchStateOf(match)
  if (state === 'paused') return (now) => (mayHold(now) ? 'later' : now)
  return isRunning(state) && !match.last_visit_held_on
    ? (now) => now
    : (now) => (mayHold(now) || now === 'later' ? 'passed' : now)
}

function courseOf(match: CheckInMatch, steps: readonly RestStep[]): CheckInCourse | null {
  const { started_on: startedOn, trial_until, confirmed_on, last_visit_on, ended_on } = match
  if (!startedOn) return null
  const pauses: { from: Day; until: Day | null }[] = []
  for (const { step, on_day } of steps) {
    const open = pauses.at(-1)
    if (step === 'pause') pauses.push({ from: on_day, until: null })
    else if (open) open.until = on_day
  }
  // Settled before its end, a trial has none.
  const settledEarly = trial_until && confirmed_on && isBefore(confirmed_on, trial_until)
  return {
    startedOn,
    trialUntil: settledEarly ? null : trial_until,
    pauses,
    lastOn: ended_on ?? last_visit_on,
  }
}
