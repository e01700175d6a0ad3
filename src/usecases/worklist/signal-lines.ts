import { listSignalRows, listStandingOf } from '#db/signal.ts'
import { isBefore } from '#domain/day.ts'
import { isMemberWith } from '#domain/member/actor.ts'
import { rulesOf } from '#domain/signal/compiled-rules.ts'
import { owners, roleOf, type Severity } from '#domain/signal/signal.ts'
import { signalPolicy } from '#domain/signal/signal-policy.ts'
import type { Pressure } from '#domain/worklist/work-line.ts'
import type { Work } from '#usecases/context.ts'
import { type Found, fitting, most } from '#usecases/worklist/found-lines.ts'

/** How much a rule that holds presses. */
export const pressureOf: Record<Severity, Pressure> = {
  block: 'urgent',
  breach: 'urgent',
  warn: 'due',
  info: 'waiting',
}

/** What strays from the programmes' rules and is hers to answer; what may wait for a while stays out of it. */
export async function signalLines({ tx, actor, today, programmes }: Work): Promise<Found> {
  const rows = await listSignalRows(tx, actor, {
    trajectoryId: null,
    ended: false,
    loudOn: today,
    owners: owners.filter((owner) => isMemberWith(actor, roleOf[owner])),
    limit: most + 1,
  })
  return fitting('signal', rows, (row) => ({
    id: row.id,
    personId: signalPolicy.seesName(actor) ? row.person_id : null,
    // The table was only ever written from rules, whose severities these are.
    pressure: pressureOf[row.severity as Severity],
    by: null,
    source: {
      from: 'signal',
      message:
        programmes
          .find(row.programme_id, row.programme_version)
          ?.fidelity.find(({ id }) => id === row.rule_id)?.message ?? null,
      since: row.arose_on,
    },
  }))
}

/** Of these trajectories, the signal about too long without contact: which it is, and whether it may wait now. */
export async function contactSignals(
  { tx, orgId, today, programmes }: Work,
  trajectoryIds: readonly string[],
): Promise<Map<string, { readonly id: string; readonly quiet: boolean }>> {
  const rows = await listStandingOf(tx, orgId, trajectoryIds)
  return new Map(
    rows
      .filter((row) => {
        const definition = programmes.find(row.programme_id, row.programme_version)
        const rule = definition && rulesOf(definition).rules.find(({ rule: { id } }) => id === row.rule_id)
        return rule?.facts.includes('daysSinceLastContact') ?? false
      })
      .map(({ trajectory_id, id, quiet_until }) => [
        trajectory_id,
        { id, quiet: quiet_until !== null && isBefore(today, quiet_until) },
      ]),
  )
}

const ofConcerns = ['openDanger', 'openSignal']

/** Of these trajectories, the signals that say by a rule that a concern is open. */
export async function concernSignals(
  { tx, orgId, programmes }: Work,
  trajectoryIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = trajectoryIds.length > 0 ? await listStandingOf(tx, orgId, trajectoryIds) : []
  const found = new Map<string, string[]>()
  for (const row of rows) {
    const definition = programmes.find(row.programme_id, row.programme_version)
    const rule = definition && rulesOf(definition).rules.find(({ rule: { id } }) => id === row.rule_id)
    if (!rule?.facts.some((name) => ofConcerns.includes(name))) continue
    found.set(row.trajectory_id, [...(found.get(row.trajectory_id) ?? []), row.id])
  }
  return found
}
