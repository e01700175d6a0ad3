import { type ConcernRow, listOpenConcerns } from '#db/concern.ts'
import { isUnanswered } from '#domain/concern/concern.ts'
import type { Pressure } from '#domain/worklist/work-line.ts'
import type { Work } from '#usecases/context.ts'
import { type Found, fitting, most } from '#usecases/worklist/found-lines.ts'
import { concernSignals } from '#usecases/worklist/signal-lines.ts'

/** Danger that nobody has answered stands above everything else there is. */
function pressureOf({ level, state, answer_due_at: due }: ConcernRow, now: Temporal.Instant): Pressure {
  if (!isUnanswered(state)) return level === 'danger_now' ? 'urgent' : 'due'
  if (level === 'danger_now') return 'danger'
  // On the last day on which it may be answered it can't wait any more.
  const lastDay = due !== null && Temporal.Instant.compare(due.subtract({ hours: 24 }), now) <= 0
  return level === 'very_worried' || lastDay ? 'urgent' : 'due'
}

/** What somebody worries about, until it is closed. */
export async function concernLines(work: Work): Promise<Found> {
  const rows = await listOpenConcerns(work.tx, work.actor, most + 1)
  const signals = await concernSignals(
    work,
    rows.map((row) => row.trajectory_id),
  )
  return fitting('concern', rows, (row) => ({
    id: row.id,
    personId: row.person_id,
    pressure: pressureOf(row, work.now),
    by: null,
    source: {
      from: 'concern',
      level: row.level,
      state: row.state,
      raised: row.raised_at.toZonedDateTimeISO(work.zone),
      // Danger is answered at once; there is no by-when to say.
      due: row.level === 'danger_now' ? null : (row.answer_due_at?.toZonedDateTimeISO(work.zone) ?? null),
      signalIds: signals.get(row.trajectory_id) ?? [],
    },
  }))
}
