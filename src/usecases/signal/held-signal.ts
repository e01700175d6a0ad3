import { findSignal, lockSignal, type ShownSignal, type SignalRow } from '#db/signal.ts'
import { type Actor, isMemberWith } from '#domain/member/actor.ts'
import type { FidelityRule } from '#domain/programme/definition.ts'
import { rulesOf } from '#domain/signal/compiled-rules.ts'
import type { Owner, Severity } from '#domain/signal/signal.ts'
import { signalPolicy } from '#domain/signal/signal-policy.ts'
import type { Work } from '#usecases/context.ts'
import { Forbidden, NotFound, Refused } from '#usecases/failure.ts'

export interface HeldSignal {
  readonly row: SignalRow
  readonly seen: ShownSignal
  readonly memberId: string
  readonly severity: Severity
  /** The rule it comes from, and the facts that asks for. */
  readonly rule: FidelityRule
  readonly facts: readonly string[]
}

/** A standing signal, held to do something with it; `may` says whether this actor may, for its owner. */
export async function holdSignal(
  work: Work,
  { id, version }: { id: string; version: number },
  may: (actor: Actor, owner: Owner) => boolean,
): Promise<HeldSignal> {
  const { tx, actor, orgId } = work
  const seen = await findSignal(tx, actor, id)
  if (!seen || actor.kind !== 'member') throw new NotFound()
  work.about({
    trajectory: seen.trajectory_id,
    ...(signalPolicy.seesName(actor) ? { person: seen.person_id } : {}),
    ...(isMemberWith(actor, 'worker') && !isMemberWith(actor, 'coordinator') ? { basis: 'match' } : {}),
  })
  // The table was only ever written from rules, whose owners these are.
  if (!may(actor, seen.owner as Owner)) throw new Forbidden()
  const row = await lockSignal(tx, orgId, id)
  if (!row) throw new NotFound()
  if (row.ended_at) throw new Refused('signal-ended')
  if (row.version !== version) throw new Refused('changed-meanwhile')
  const definition = work.programmes.find(seen.programme_id, seen.programme_version)
  const found = definition && rulesOf(definition).rules.find((one) => one.rule.id === row.rule_id)
  if (!found) throw new Refused('signal-ended')
  return {
    row,
    seen,
    memberId: actor.memberId,
    severity: found.rule.severity,
    rule: found.rule,
    facts: found.facts,
  }
}
