import { findOpenTasks } from '#db/task.ts'
import { isBefore } from '#domain/day.ts'
import { isMemberWith } from '#domain/member/actor.ts'
import { roleOf } from '#domain/signal/signal.ts'
import type { Work } from '#usecases/context.ts'
import { lateFollowUps } from '#usecases/referral/late-follow-ups.ts'
import { type Found, fitting } from '#usecases/worklist/found-lines.ts'
import { pressureOf } from '#usecases/worklist/signal-lines.ts'

/** Tasks stand on the worklist only, so that many of them are shown; others come up as these are done. */
const mostTasks = 100
/** What is urgent from its first day on. */
const urgentKinds: readonly string[] = ['contact', 'red_flag', 'safety']

/**
 * What a person must do because Naast may not or can't. A rule of the desk stands where its task does, as heavy as the
 * rule says, for who answers for it.
 */
export async function taskLines(work: Work): Promise<Found> {
  const { tx, actor, today } = work
  const rows = await findOpenTasks(tx, actor, today, mostTasks + 1)
  const rules = await lateFollowUps(
    work,
    rows.flatMap(({ kind, referral_id }) => (kind === 'follow_up' ? (referral_id ?? []) : [])),
  )
  return fitting(
    'task',
    rows,
    (row) => {
      const held = row.kind === 'follow_up' ? rules.get(row.referral_id ?? '') : undefined
      const rule = held && isMemberWith(actor, roleOf[held.owner]) ? held : null
      const late = isBefore(row.due_on, today) || urgentKinds.includes(row.kind)
      return {
        id: row.id,
        personId: row.person_id,
        pressure: late ? 'urgent' : rule ? pressureOf[rule.severity] : 'due',
        by: row.due_on,
        source: { from: 'task', kind: row.kind, reason: row.reason_code, rule: rule?.message ?? null },
      }
    },
    mostTasks,
  )
}
