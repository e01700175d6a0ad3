import { z } from 'zod'
import { listSignalRows, listSignalSteps, type ShownSignal, type SignalStepRow } from '#db/signal.ts'
import { findTrajectory } from '#db/trajectory.ts'
import { type Day, isBefore } from '#domain/day.ts'
import type { FidelityRule } from '#domain/programme/definition.ts'
import type { Words } from '#domain/programme/provenance.ts'
import { asksForChild } from '#domain/signal/case-facts-on.ts'
import { rulesOf } from '#domain/signal/compiled-rules.ts'
import type { Owner, Severity } from '#domain/signal/signal.ts'
import { signalPolicy } from '#domain/signal/signal-policy.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound } from '#usecases/failure.ts'
import { readNames } from '#usecases/person/read-names.ts'
import { question } from '#usecases/use-case.ts'

export interface Signal {
  readonly id: string
  readonly trajectoryId: string
  /** Of the woman; for finding her name. */
  readonly personId: string
  readonly ruleId: string
  readonly severity: Severity
  readonly owner: Owner
  /** What the rule says, in the programme's own words; `null` if its definition is gone. */
  readonly message: Words | null
  readonly programme: Words | null
  readonly aroseOn: Day
  readonly endedOn: Day | null
  /** It stands, and may wait until this day. */
  readonly quietUntil: Day | null
  /** What was last done about it. */
  readonly lastStep: Pick<SignalStepRow, 'kind' | 'code'> | null
}

const shown = 100

/** What a rule once said about a birth or a child's age is not told again after a loss. */
function isSilenced(work: Work, row: ShownSignal): boolean {
  if (!row.quiet_since || row.ended_on === null) return false
  const definition = work.programmes.find(row.programme_id, row.programme_version)
  const rule = definition && rulesOf(definition).rules.find(({ rule: { id } }) => id === row.rule_id)
  return rule ? asksForChild(rule.facts) : false
}

/** What of a row and the last step is told. */
export const signalOf = (
  work: Work,
  row: Omit<ShownSignal, 'version' | 'trajectory_state' | 'quiet_since'>,
  last: Pick<SignalStepRow, 'kind' | 'code'> | null | undefined,
): Signal => {
  const definition = work.programmes.find(row.programme_id, row.programme_version)
  return {
    id: row.id,
    trajectoryId: row.trajectory_id,
    personId: row.person_id,
    ruleId: row.rule_id,
    // The table was only ever written from rules, whose severities and owners these are.
    severity: row.severity as Severity,
    owner: row.owner as Owner,
    message: definition?.fidelity.find(({ id }: FidelityRule) => id === row.rule_id)?.message ?? null,
    programme: definition?.label ?? null,
    aroseOn: row.arose_on,
    endedOn: row.ended_on,
    quietUntil: row.quiet_until && isBefore(work.today, row.quiet_until) ? row.quiet_until : null,
    lastStep: last ? { kind: last.kind, code: last.code } : null,
  }
}

/**
 * What strays from the programmes' rules, danger first: whose, since when, and what was done. Of all what wants
 * attention now; of one trajectory all that stands, or ever stood.
 */
export const listSignals = question({
  name: 'list-signals',
  may: signalPolicy.read,
  input: z.strictObject({
    trajectoryId: z
      .uuid()
      .nullish()
      .transform((id) => id ?? null),
    ended: z.boolean().default(false),
  }),
  async run(work, { trajectoryId, ended }) {
    const { tx, actor, orgId, today } = work
    // Of a trajectory that is not hers to see there is no page, not even an empty one.
    if (trajectoryId && !(await findTrajectory(tx, actor, trajectoryId))) throw new NotFound()
    const loudOn = trajectoryId ? null : today
    const found = await listSignalRows(tx, actor, { trajectoryId, ended, loudOn, limit: shown })
    const rows = found.filter((row) => !isSilenced(work, row))
    const steps =
      rows.length > 0
        ? await listSignalSteps(
            tx,
            orgId,
            rows.map(({ id }) => id),
          )
        : []
    const names = signalPolicy.seesName(actor)
      ? await readNames(
          work,
          rows.map(({ person_id }) => person_id),
        )
      : new Map<string, string>()
    work.about({ trajectory: [...new Set(rows.map(({ trajectory_id }) => trajectory_id))] })
    if (names.size > 0) work.about({ person: [...names.keys()] })
    return {
      signals: rows.map((row) => ({
        ...signalOf(
          work,
          row,
          steps.find((step) => step.signal_id === row.id),
        ),
        name: names.get(row.person_id) ?? null,
      })),
    }
  },
})
