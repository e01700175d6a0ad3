import { z } from 'zod'
import type { ConcernLevel } from '#domain/concern/concern.ts'
import type { Alarm } from '#domain/instrument/alarms.ts'
import { alarmKinds, alarmTerms } from '#domain/instrument/scoring-rules.ts'

/** What is kept, sealed, of why a questionnaire raised a concern: a kind of answer, and never the answer. */
export const raisedAlarm = z.strictObject({
  kind: z.enum(alarmKinds),
  within: z.enum(alarmTerms),
  skipped: z.boolean(),
  /** At which moment of her trajectory it was asked; nothing in concerns of before this was kept. */
  moment: z.string().max(10).optional(),
})
export type RaisedAlarm = z.output<typeof raisedAlarm>
export const raisedAlarms = z.array(raisedAlarm)

export const isDanger = ({ kind }: Pick<Alarm, 'kind'>): boolean => kind !== 'call_her'

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
export function whatFollows(alarms: readonly Alarm[], moment: string): WhatFollows {
  const danger = alarms.filter(isDanger)
  const atOnce = danger.some(({ within, skipped }) => within === 'at_once' && !skipped)
  return {
    concern:
      danger.length > 0
        ? { level: atOnce ? 'danger_now' : 'very_worried', alarms: unique(danger, moment) }
        : null,
    callHer: alarms.some(({ kind }) => kind === 'call_her'),
  }
}

const byTerm = (a: Alarm, b: Alarm) => alarmTerms.indexOf(a.within) - alarmTerms.indexOf(b.within)

/** Each once, as the most pressing; said outweighs left open. */
const unique = (alarms: readonly Alarm[], moment: string): RaisedAlarm[] =>
  alarmKinds.flatMap((kind) => {
    const those = alarms.filter((alarm) => alarm.kind === kind)
    const said = those.filter(({ skipped }) => !skipped)
    const [one] = (said.length > 0 ? said : those).toSorted(byTerm)
    return one ? [{ kind, within: one.within, skipped: one.skipped, moment }] : []
  })

/**
 * Was this told already, of this moment? What she says now and left open before is told anew, and what is more pressing
 * than it was; that she leaves open what she said before tells nothing.
 */
export const wasRaised = (alarm: Alarm, moment: string, before: readonly RaisedAlarm[]): boolean =>
  before.some(
    (one) =>
      one.moment === moment &&
      one.kind === alarm.kind &&
      (alarm.skipped || (!one.skipped && alarmTerms.indexOf(one.within) <= alarmTerms.indexOf(alarm.within))),
  )
