import { listAcute, listOthers } from '#db/referral.ts'
import { findOpenIntakes } from '#db/trajectory.ts'
import { isBefore } from '#domain/day.ts'
import { intakeBy } from '#domain/referral/desk-clock.ts'
import { undecidedStates } from '#domain/referral/referral.ts'
import { isAcute } from '#domain/referral/referral-submission.ts'
import type { Work } from '#usecases/context.ts'
import { openReferral } from '#usecases/referral/referral-fields.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { readCaseload } from '#usecases/trajectory/list-caseload.ts'
import { type Found, fitting, most } from '#usecases/worklist/found-lines.ts'
import { contactSignals } from '#usecases/worklist/signal-lines.ts'

/** The desk: who has not been answered yet. */
export async function referralLines(work: Work): Promise<Found> {
  const rows = [
    ...(await listAcute(work.tx, work.actor, undecidedStates)),
    ...(await listOthers(work.tx, work.actor, {
      states: undecidedStates,
      after: null,
      limit: most + 1,
      direction: 'asc',
    })),
  ]
  await work.vault.load(rows.map((row) => row.person_id))
  return fitting('referral', rows, (row) => {
    const { answers } = openReferral(work, row)
    const why =
      answers && isAcute(answers)
        ? 'acute'
        : row.state === 'needs_info'
          ? 'paused'
          : isBefore(row.contact_due_on, work.today)
            ? 'late'
            : 'new'
    return {
      id: row.id,
      personId: row.person_id,
      pressure: why === 'paused' ? 'waiting' : why === 'new' ? 'due' : 'urgent',
      by: row.contact_due_on,
      source: { from: 'referral', why, referrerKind: row.referrer_kind },
    }
  })
}

/** Who waits for her intake, by the day on which her programme wants it done. */
export async function intakeLines(work: Work): Promise<Found> {
  const rows = await findOpenIntakes(work.tx, work.actor, most + 1)
  work.about({ trajectory: rows.slice(0, most).map((row) => row.id) })
  return fitting('intake', rows, (row) => {
    const by = intakeBy(
      row.received_on,
      definitionOf(work, row).referral.intakeDays.value,
      row.paused_working_days,
    )
    const late = isBefore(by, work.today)
    return {
      id: row.id,
      personId: row.person_id,
      pressure: late ? 'urgent' : 'due',
      by,
      source: { from: 'intake', late },
    }
  })
}

/** Who has been without contact for longer than her programme's rhythm allows, the longest first. */
export async function unvisitedLines(work: Work): Promise<Found> {
  const { rows, next } = await readCaseload(work, {
    show: 'unvisited',
    order: 'longest',
    coordinatorId: null,
    after: null,
    limit: most,
  })
  const signals = await contactSignals(
    work,
    rows.map(({ id }) => id),
  )
  return {
    more: next ? 'unvisited' : null,
    // Somebody said of these why they may wait.
    lines: rows
      .filter(({ id }) => !signals.get(id)?.quiet)
      .map((row) => ({
        id: row.id,
        personId: row.personId,
        pressure: 'urgent',
        by: null,
        source: {
          from: 'unvisited',
          days: row.daysWithoutContact ?? 0,
          worker: row.worker,
          signalId: signals.get(row.id)?.id ?? null,
        },
      })),
  }
}
