import { type FhirNode, valueAt } from '#domain/fhir/node.ts'

/** Why a `Questionnaire`, or what was answered to one, is not taken over. */
export const questionnaireProblems = [
  'not-a-questionnaire',
  'not-a-response',
  /** A modifierExtension may turn the meaning round; FHIR forbids going on. */
  'not-understood',
  'copyright-needed',
  'link-id-needed',
  'link-id-twice',
  /** Anything but one group of choices with its scores beside it. */
  'item-not-understood',
  'choices-needed',
  'choice-twice',
  'weight-needed',
  'expression-needed',
  'instrument-unknown',
  'version-unknown',
  /** Its holder does not let its texts go along. */
  'text-not-allowed',
  /** It bears a name and version of the shelf, and says something else. */
  'not-the-same',
  /** One of the shelf, and not the one that was asked for. */
  'instrument-other',
  'language-needed',
  'item-missing',
  'answers-other',
  'weight-other',
  'scoring-other',
  'text-needed',
  'text-too-long',
  /** Markup, references, or what can't be seen. */
  'text-not-plain',
  'status-unknown',
  'day-unreadable',
  'mode-unknown',
  'item-unknown',
  'several-answers',
  'answer-unknown',
  'reason-unknown',
  /** A score stands in it that its answers do not give. */
  'score-not-theirs',
] as const
export type QuestionnaireProblemCode = (typeof questionnaireProblems)[number]

/** `place` is the `linkId` of an item, or an element's name; `null` for the whole. It never holds what was answered. */
export interface QuestionnaireProblem {
  readonly code: QuestionnaireProblemCode
  readonly place: string | null
}
export type Tell = (code: QuestionnaireProblemCode, place?: string | null) => void

/** A `linkId` as a place; `null` where it can't be one, so that no text of anybody comes out of it. */
export function placeOf(item: FhirNode): string | null {
  const linkId = valueAt(item, 'linkId')
  return linkId !== null && /^[a-zA-Z][a-zA-Z0-9_.-]{0,69}$/.test(linkId) ? linkId : null
}

/** What goes for both: nothing that may turn the meaning round, and items that can be told apart. */
export function tellOfWhole(root: FhirNode, tell: Tell): void {
  const seen = new Set<string>()
  const waiting = [root]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.name === 'modifierExtension') tell('not-understood')
    if (node.name === 'item') {
      const place = placeOf(node)
      if (place === null) tell('link-id-needed')
      else if (seen.has(place)) tell('link-id-twice', place)
      else seen.add(place)
    }
    for (const child of node.children) waiting.push(child)
  }
}

/** By field, the first of each place: the form's field for the whole file, and each place in it behind a dot. */
export function fieldsOfProblems(problems: readonly QuestionnaireProblem[]): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const { code, place } of problems)
    fields[place === null ? fileField : `${fileField}.${place}`] ??= code
  return fields
}
export const fileField = 'file'
