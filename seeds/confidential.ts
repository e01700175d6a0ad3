import type { MemberActor } from '#domain/member/actor.ts'
import { answerConcern } from '#usecases/concern/answer-concern.ts'
import { closeConcern } from '#usecases/concern/close-concern.ts'
import { raiseConcern } from '#usecases/concern/raise-concern.ts'
import { recordMeldcodeStep } from '#usecases/meldcode/record-meldcode-step.ts'
import { ruleAvoidance } from '#usecases/worker/rule-avoidance.ts'
import { tellAvoidance } from '#usecases/worker/tell-avoidance.ts'
import type { Stage, Volunteer } from './stage.ts'

/** A volunteer was worried twelve days ago; the safeguarding lead answered, and took the first steps of the meldcode. */
export async function beginConfidential(
  { on, today }: Stage,
  lead: MemberActor,
  trajectoryId: string,
  volunteer: Volunteer,
): Promise<void> {
  const raised = today.subtract({ days: 12 })
  const { concernId: id } = await raiseConcern(on(raised), volunteer.actor, {
    trajectoryId,
    level: 'very_worried',
    words: 'Ze had een blauwe plek op haar arm en zei dat ze tegen de deur was gelopen.',
  })
  await answerConcern(on(raised), lead, {
    id,
    version: 1,
    deed: 'spoke_with_worker',
    words: 'Samen teruggekeken op het bezoek. Ik neem het over; ga gewoon op bezoek zoals altijd.',
  })
  const taken = raised.add({ days: 1 })
  const { meldcodeId } = await closeConcern(on(taken), lead, {
    id,
    version: 2,
    outcome: 'meldcode_started',
    words: null,
  })
  if (!meldcodeId) throw new Error('nothing began')
  const step = (day: typeof raised, what: Parameters<typeof recordMeldcodeStep>[2]['step']) =>
    recordMeldcodeStep(on(day), lead, { id: meldcodeId, on: day, step: what })
  await step(taken, {
    kind: 'signal',
    code: 'seen',
    words: 'De vrijwilliger zag een blauwe plek op haar bovenarm, zo groot als een hand.',
  })
  await step(raised.add({ days: 3 }), {
    kind: 'consulted',
    code: 'agency_without_names',
    words: 'Advies: eerst met haar alleen spreken, op een plek waar hij niet komt.',
  })
}

/** Whom a volunteer must not meet; of two women the safeguarding lead said whether they and she may. */
export async function keepApart(
  { on, today }: Stage,
  lead: MemberActor,
  volunteer: Volunteer,
  pairs: { readonly apart: string; readonly together: string },
): Promise<void> {
  const { workerId } = volunteer
  await tellAvoidance(on(today.subtract({ days: 60 })), volunteer.actor, {
    words: 'De familie van mijn ex-man. Zij wonen in het Havenkwartier en mogen niet weten waar ik woon.',
  })
  const rule = (trajectoryId: string, verdict: 'apart' | 'together', daysAgo: number) =>
    ruleAvoidance(on(today.subtract({ days: daysAgo })), lead, { trajectoryId, workerId, verdict })
  await rule(pairs.together, 'together', 27)
  await rule(pairs.apart, 'apart', 9)
}
