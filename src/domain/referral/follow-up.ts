import type { Day } from '#domain/day.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'

/** What the desk hears when it asks whether help really started where she was sent (domain.md 1.4, 7.1). */
export const followUpAnswers = ['started', 'not_started', 'not_reached'] as const
export type FollowUpAnswer = (typeof followUpAnswers)[number]

/** Where no programme says when to ask (domain.md 6.5, design proposal). */
const usualDays = 30
/** Nobody answered: asked once more after a week. */
const againDays = 7

/** The day on which the desk asks: of these programmes, the one that asks soonest. */
export const verifyStartedOn = (today: Day, programmes: readonly ProgrammeDefinition[]): Day => {
  const said = programmes.flatMap(({ referral }) => referral.verifyStartedDays?.value ?? [])
  return today.add({ days: said.length === 0 ? usualDays : Math.min(...said) })
}
export const askOnceMoreOn = (today: Day): Day => today.add({ days: againDays })
