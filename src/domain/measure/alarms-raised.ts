import { z } from 'zod'
import type { ConcernLevel } from '#domain/concern/concern.ts'
import type { Alarm } from '#domain/instrument/alarms.ts'
import { alarmKinds, alarmTerms } from '#domain/instrument/scoring-rules.ts'

/** What is kept, sealed, of why a questionnaire raised a concern: a kind of answer, and never the answer. */
export const raisedAlarm = z.strictObject({
  kind: z.enum(alarmKinds),
  within: z.enum(alarmTerms),
  skipped: z.boolean(),
})
export type RaisedAlarm = z.output<typeof raisedAlarm>
export const raisedAlarms = z.array(raisedAlarm)

export interface WhatFollows {
  /** What somebody who decides must answer; `null` if nothing does. */
  readonly concern: { readonly level: ConcernLevel; readonly alarms: readonly RaisedAlarm[] } | null
  /** Her coordinator is asked to call her within a week. */
  readonly callHer: boolean
}

/**
 * What the alarms of one taking become: one concern for all that is about danger, as pressing as the most pressing, and
 * a task to call her. A question about self-harm that she left open is told as left open, the same day, without calling
 * colleagues out of bed: somebody is with her now (instruments.md 10.1; decision 34).
 */
export function whatFollows(alarms: readonly Alarm[]): WhatFollows {
  const danger = alarms.filter(({ kind }) => kind !== 'call_her')
  const atOnce = danger.some(({ within, skipped }) => within === 'at_once' && !skipped)
  return {
    concern:
      danger.length > 0 ? { level: atOnce ? 'danger_now' : 'very_worried', alarms: unique(danger) } : null,
    callHer: alarms.some(({ kind }) => kind === 'call_her'),
  }
}

/** Each once; said outweighs left open. */
const unique = (alarms: readonly Alarm[]): RaisedAlarm[] =>
  alarmKinds.flatMap((kind) => {
    const those = alarms.filter((alarm) => alarm.kind === kind)
    const one = those.find(({ skipped }) => !skipped) ?? those[0]
    return one ? [{ kind, within: one.within, skipped: one.skipped }] : []
  })
