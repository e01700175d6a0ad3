import { endSignals, insertSignals } from '#db/signal.ts'
import { holdTouched, saveDue, type Watched } from '#db/signal-watch.ts'
import type { DayNumber } from '#domain/day.ts'
import { factsOn } from '#domain/signal/case-facts-on.ts'
import { changesIn, heldBy, rulesOf } from '#domain/signal/compiled-rules.ts'
import { nextTurn } from '#domain/signal/next-turn.ts'
import type { Work } from '#usecases/context.ts'
import { readCases } from '#usecases/signal/read-cases.ts'

/** What looking changed. */
export interface Looked {
  readonly looked: number
  readonly arose: number
  readonly ended: number
}

/**
 * Brings the signals in line with what was just written: of these trajectories, and of those that these people's files
 * say something about. Part of every command, in its own transaction, so that nothing is stale once it is committed.
 */
export async function keepSignals(
  work: Work,
  touched: { readonly trajectories: ReadonlySet<string>; readonly people: ReadonlySet<string> },
): Promise<void> {
  const { trajectories, people } = touched
  if (trajectories.size + people.size === 0) return
  await lookAt(
    work,
    await holdTouched(work.tx, work.orgId, { trajectories: [...trajectories], people: [...people] }),
  )
}

/** Weighs the rules of held trajectories anew and writes what differs from what stands. */
export async function lookAt(work: Work, watched: readonly Watched[]): Promise<Looked> {
  const { tx, orgId, today, now, newId } = work
  const arising: Parameters<typeof insertSignals>[1][number][] = []
  const ending: string[] = []
  const due: { id: string; dueOn: DayNumber | null }[] = []
  const dueBefore = new Map(watched.map(({ id, due_on }) => [id, due_on]))
  const byVersion = Map.groupBy(
    watched,
    ({ programme_id, programme_version }) => `${programme_id}@${programme_version}`,
  )
  for (const group of byVersion.values()) {
    const [{ programme_id, programme_version } = { programme_id: '', programme_version: '' }] = group
    const definition = work.programmes.find(programme_id, programme_version)
    // A version that is nowhere any more has no rules that could be asked.
    if (!definition) continue
    const compiled = rulesOf(definition)
    const ids = group.map(({ id }) => id)
    for (const { id, sources, standing } of await readCases(work, definition, ids)) {
      const facts = factsOn(definition, compiled.facts, sources, today)
      const held = heldBy(compiled, facts, sources.closedOn !== null)
      const { arise, end } = changesIn([...standing.keys()], held)
      for (const { rule } of compiled.rules)
        if (arise.includes(rule.id))
          arising.push({
            org_id: orgId,
            id: newId(),
            trajectory_id: id,
            rule_id: rule.id,
            severity: rule.severity,
            owner: rule.owner,
            arose_on: today,
            arose_at: now,
          })
      ending.push(...end.flatMap((rule) => standing.get(rule) ?? []))
      const dueOn = nextTurn(compiled, sources, facts, today)
      if (dueOn !== (dueBefore.get(id) ?? null)) due.push({ id, dueOn })
    }
  }
  await endSignals(tx, orgId, ending, { today, now })
  await insertSignals(tx, arising)
  await saveDue(tx, orgId, due)
  return { looked: watched.length, arose: arising.length, ended: ending.length }
}
