import { listMatchRows } from '#db/match.ts'
import { listWaitingRows } from '#db/waiting.ts'
import { listWorkersWithout } from '#db/worker-gate.ts'
import { daysBetween } from '#domain/day.ts'
import { openMatchStates } from '#domain/match/match.ts'
import { urgencyOf } from '#domain/match/urgency.ts'
import { endDay } from '#domain/programme/end-day.ts'
import { closedForRunning } from '#domain/worker/gates.ts'
import type { Work } from '#usecases/context.ts'
import { childInSight } from '#usecases/match/child-of.ts'
import { readBirthDays } from '#usecases/person/read-names.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { allGates, readGates, requiredGates, seenGate } from '#usecases/worker/worker-gates.ts'
import { type Found, fitting, most } from '#usecases/worklist/found-lines.ts'

/** Who waits for somebody to stand beside her, and how far a proposal for her is. */
export async function waitingLines(work: Work): Promise<Found> {
  const { tx, actor, today } = work
  const rows = await listWaitingRows(tx, actor, most + 1)
  const matches = await listMatchRows(tx, actor, {
    states: openMatchStates,
    trajectoryIds: rows.map((row) => row.id),
    limit: most,
  })
  const bornOn = await readBirthDays(
    work,
    rows.flatMap((row) => childInSight(row) ?? []),
  )
  work.about({ trajectory: rows.slice(0, most).map((row) => row.id) })
  return fitting('waiting', rows, (row) => {
    const endsOn = endDay(definitionOf(work, row), bornOn.get(childInSight(row) ?? '') ?? null)
    const urgency = urgencyOf({ waitingSince: row.waiting_since, endsOn }, today)
    const match = matches.find(({ trajectory_id }) => trajectory_id === row.id)
    return {
      id: row.id,
      personId: row.person_id,
      pressure: match || urgency !== 'normal' ? 'due' : 'waiting',
      by: null,
      source: {
        from: 'waiting',
        days: row.waiting_since ? daysBetween(row.waiting_since, today) : 0,
        match: match ? { id: match.id, state: match.state } : null,
      },
    }
  })
}

/** Who stands beside a woman now and lacks something for it: a gate that closed presses on nobody else. */
export async function workerLines(work: Work): Promise<Found> {
  const { tx, orgId, today } = work
  const rows = await listWorkersWithout(tx, orgId, requiredGates(work), {
    who: 'busy',
    day: today,
    limit: most + 1,
  })
  const gates = await readGates(
    work,
    rows.map((row) => row.id),
  )
  return fitting('worker', rows, (row) => ({
    id: row.id,
    personId: row.person_id,
    pressure: 'due',
    by: null,
    source: {
      from: 'worker',
      gates: closedForRunning(allGates(work, row, (gates.get(row.id) ?? []).map(seenGate))).map(
        ({ label }) => label,
      ),
    },
  }))
}
