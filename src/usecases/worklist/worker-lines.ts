import { listWorkersWithout } from '#db/worker-gate.ts'
import { listAwayOrLeaving, listHeaviest, listUnanswered } from '#db/worker-life.ts'
import { compareDays, daysBetween } from '#domain/day.ts'
import { shareOf } from '#domain/match/load.ts'
import { isLate } from '#domain/worker/application.ts'
import { closingSoon, remindDays, remindFrom } from '#domain/worker/reminders.ts'
import type { Work } from '#usecases/context.ts'
import { readLoads } from '#usecases/worker/read-loads.ts'
import { allGates, readGates, requiredGates, seenGate } from '#usecases/worker/worker-gates.ts'
import { type Found, fitting, most } from '#usecases/worklist/found-lines.ts'

/** Who wants to stand beside somebody and hasn't heard from us. */
export async function applicantLines({ tx, actor, today }: Work): Promise<Found> {
  return fitting('applicant', await listUnanswered(tx, actor, most + 1), (row) => ({
    id: row.id,
    personId: row.person_id,
    pressure: isLate(row.answer_by, today) ? 'urgent' : 'due',
    by: row.answer_by,
    source: { from: 'applicant', since: row.received_on },
  }))
}

/** Who carries more than she wants or may, and who is near that where women are weighed: a stop before it is too much. */
export async function loadLines(work: Work): Promise<Found> {
  const rows = await listHeaviest(work.tx, work.actor, most * 5)
  const loads = await readLoads(work, rows)
  const heavy = rows
    .flatMap((row) => {
      const load = loads.get(row.id)
      return load && (load.state === 'over' || (load.unit === 'points' && load.state !== 'easy'))
        ? [{ row, load }]
        : []
    })
    .sort((a, b) => shareOf(b.load) - shareOf(a.load))
  return fitting('load', heavy, ({ row, load: { state, unit, taken, max } }) => ({
    id: row.id,
    personId: row.person_id,
    pressure: state === 'over' ? 'due' : 'waiting',
    by: null,
    source: { from: 'load', state, unit, taken, max },
  }))
}

/** Who is away or stops while women count on her, and who should have been back or gone by now. */
export async function leaveLines({ tx, actor, today }: Work): Promise<Found> {
  return fitting('leave', await listAwayOrLeaving(tx, actor, today, most + 1), (row) => ({
    id: row.id,
    personId: row.person_id,
    pressure: row.women > 0 ? 'due' : 'waiting',
    by: row.state_until,
    source: {
      from: 'leave',
      state: row.state === 'leaving' ? 'leaving' : 'on_leave',
      women: row.women,
      until: row.state_until,
    },
  }))
}

/**
 * Whose VOG, certificate or agreement ends within two months: pressing more at a month, and at a week. By then
 * whatever takes eight weeks can still be in time.
 */
export async function closingLines(work: Work): Promise<Found> {
  const { tx, orgId, today } = work
  const [first, second, last] = remindDays.value
  // What counts for a short while is looked at so much later, or everybody would always be among these.
  const required = requiredGates(work).map(({ days, ...gate }) => ({
    ...gate,
    days: days === null ? null : days + first - remindFrom(days),
  }))
  const rows = await listWorkersWithout(tx, orgId, required, {
    who: 'anybody',
    day: today.add({ days: first }),
    limit: most * 5,
  })
  const seen = await readGates(
    work,
    rows.map((row) => row.id),
  )
  const closing = rows
    .flatMap((row) => {
      const gates = allGates(work, row, (seen.get(row.id) ?? []).map(seenGate))
      const soon = closingSoon(gates, today)
      const [on] = soon.flatMap(({ validUntil }) => validUntil ?? []).sort(compareDays)
      return on ? [{ row, soon, on, days: daysBetween(today, on) }] : []
    })
    .sort((a, b) => a.days - b.days)
  return fitting('closing', closing, ({ row, soon, on, days }) => ({
    id: row.id,
    personId: row.person_id,
    pressure: days <= last ? 'urgent' : days <= second ? 'due' : 'waiting',
    by: on,
    source: { from: 'closing', gates: soon.map(({ label }) => label), on },
  }))
}
