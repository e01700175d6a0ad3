import type { Handed, HandedKind } from '#domain/end-report/hand-over.ts'
import { type LetterLanguage, letterWords, successorWords } from '#domain/end-report/letter-words.ts'
import { careTeamOf, countOf } from '#domain/fhir/care-plan-around.ts'
import { goalOf, taskOf } from '#domain/fhir/care-plan-goal.ts'
import { maskedElement } from '#domain/fhir/masked.ts'
import { placeOf, remark, some, voices } from '#domain/fhir/said.ts'
import { systems } from '#domain/fhir/systems.ts'
import { removed } from '#domain/redaction/gate.ts'

/** Ids that are new in every file, so that two files of one woman can't be laid together by them. */
export type NewId = () => string

/** Kept closely, and not passed on unless she says yes to that too: she said yes for whoever gets this. */
const security = [
  { system: systems.confidentiality, code: 'R' },
  { system: systems.actCode, code: 'NORDSCLCD' },
]

const statuses = {
  plan: 'active',
  // What this service did for her is done; what is still to be done stands in Tasks, for whoever goes on.
  'end-report': 'completed',
} as const satisfies Record<HandedKind, string>

/**
 * What is handed over of an end report, or of a plan that runs, as a FHIR R4 Bundle of the type `collection` (domain.md
 * 3.8): a CarePlan of one Patient with its Goals, the Tasks that are still to be done, an Observation for each count of
 * adversities, and the CareTeam around her. It says what the letter says and nothing else. Of the Patient no more than what
 * she is called: no address, number or birth day; of others no name; no id that Naast knows her by. Only codes that HL7
 * publishes, and ours.
 */
export function carePlanBundle(handed: Handed, language: LetterLanguage, newId: NewId, at: Temporal.Instant) {
  const placed = <Resource extends object>(resource: Resource) => ({
    fullUrl: `urn:uuid:${newId()}`,
    resource: { ...resource, meta: { security } },
  })
  const patient = placed({
    resourceType: 'Patient' as const,
    name: [handed.name === removed ? maskedElement : { text: handed.name }],
  })
  const subject = placeOf(patient)
  const goals = handed.goals.map((goal) => {
    const written = placed(goalOf(goal, handed.reviewedOn, subject, language))
    const reason = placeOf(written)
    return {
      goal: written,
      tasks: goal.actions.map((action) => placed(taskOf(action, subject, reason, language))),
    }
  })
  const { takesOver } = handed
  const tasks = goals.flatMap((one) => one.tasks)
  const counts = handed.grid.map((count) => placed(countOf(count, subject, language)))
  const team = handed.around.length > 0 ? [placed(careTeamOf(handed.around, subject, language))] : []
  const carePlan = placed({
    resourceType: 'CarePlan' as const,
    status: statuses[handed.kind],
    intent: 'plan' as const,
    title: letterWords[language].title[handed.kind],
    subject,
    created: handed.approvedOn,
    ...some('careTeam', team.map(placeOf)),
    ...some('supportingInfo', counts.map(placeOf)),
    ...some(
      'goal',
      goals.map(({ goal }) => placeOf(goal)),
    ),
    ...some(
      'activity',
      tasks.map((task) => ({ reference: placeOf(task) })),
    ),
    ...some('note', [
      ...voices(handed, subject),
      ...remark(handed.goesOn),
      ...remark(takesOver && `${letterWords[language].takesOver}${successorWords[language][takesOver]}`),
    ]),
  })
  return {
    resourceType: 'Bundle' as const,
    meta: { security },
    language,
    type: 'collection' as const,
    timestamp: at.toString({ smallestUnit: 'second' }),
    entry: [carePlan, patient, ...goals.map(({ goal }) => goal), ...tasks, ...counts, ...team],
  }
}
