import { completionModeIn } from '#domain/fhir/completion-mode.ts'
import { fhirDay } from '#domain/fhir/fhir-day.ts'
import { all, extensions, type FhirNode, one, valueAt } from '#domain/fhir/node.ts'
import { codeOfChoice, scoreLinkId } from '#domain/fhir/questionnaire-names.ts'
import {
  placeOf,
  type QuestionnaireProblem,
  type Tell,
  tellOfWhole,
} from '#domain/fhir/questionnaire-problem.ts'
import { type Taken, whyOpen } from '#domain/fhir/questionnaire-response.ts'
import { type FindOnShelf, named } from '#domain/fhir/read-questionnaire.ts'
import { extensionUrls } from '#domain/fhir/systems.ts'
import type { ShelfInstrument, ShelfItem } from '#domain/instrument/shelf-instrument.ts'
import { scoresOf, skipped, valuesOf } from '#domain/instrument/shelf-questions.ts'

/**
 * Reads a `QuestionnaireResponse` (FHIR R4) out of its tree: every answer in it, or else all that is wrong. Nothing is
 * left out to make the rest fit, and no number is taken over: scores are counted from the answers, and one that stands
 * in it and isn't theirs is a problem. A question that isn't in it was not put to her. Who she is, is not read.
 */
export function readResponse(
  root: FhirNode,
  find: FindOnShelf,
):
  | { readonly instrument: ShelfInstrument; readonly taken: Taken }
  | { readonly problems: readonly QuestionnaireProblem[] } {
  if (root.name !== 'QuestionnaireResponse') return { problems: [{ code: 'not-a-response', place: null }] }
  const problems: QuestionnaireProblem[] = []
  const tell: Tell = (code, place = null) => problems.push({ code, place })
  tellOfWhole(root, tell)
  const [url = '', version = '', ...more] = (valueAt(root, 'questionnaire') ?? '').split('|')
  const instrument = named({ url, version: more.length > 0 ? '' : version }, find, tell)
  const status = valueAt(root, 'status')
  if (status !== 'completed' && status !== 'stopped') tell('status-unknown', 'status')
  const on = fhirDay(valueAt(root, 'authored'))
  if (on === null) tell('day-unreadable', 'authored')
  const mode = completionModeIn(root)
  if (mode === null) tell('mode-unknown', 'completionMode')
  if (instrument === null) return { problems }
  const answers = answersIn(root, instrument, tell)
  // Of answers that weren't all understood no score is right or wrong.
  const scores = problems.length === 0 ? scoresOf(instrument, valuesOf(answers)) : null
  tellOfScores(root, instrument, scores, tell)
  if (problems.length > 0 || on === null || mode === null) return { problems }
  return { instrument, taken: { on, mode, stopped: status === 'stopped', answers } }
}

/**
 * What is answered in it as far as that can be understood, whatever else is wrong: to look for danger in, and for nothing
 * else. `null` if it is to no questionnaire of the shelf.
 */
export function answeredIn(
  root: FhirNode,
  find: FindOnShelf,
): { readonly instrument: ShelfInstrument; readonly answers: Taken['answers'] } | null {
  const [url = '', version = ''] = (valueAt(root, 'questionnaire') ?? '').split('|')
  const instrument = root.name === 'QuestionnaireResponse' ? named({ url, version }, find, () => {}) : null
  return instrument && { instrument, answers: answersIn(root, instrument, () => {}) }
}

function answersIn(root: FhirNode, instrument: ShelfInstrument, tell: Tell): Record<string, string | null> {
  const answers: Record<string, string | null> = Object.fromEntries(
    instrument.items.map(({ id }) => [id, null]),
  )
  const groups = all(root, 'item').filter((item) => valueAt(item, 'linkId') === instrument.id)
  if (groups.length === 0) tell('item-not-understood', instrument.id)
  for (const group of groups) {
    if (one(group, 'answer')) tell('item-not-understood', instrument.id)
    for (const node of all(group, 'item')) {
      const item = instrument.items.find(({ id }) => id === valueAt(node, 'linkId'))
      if (!item) tell('item-unknown', placeOf(node))
      else answers[item.id] = answerIn(node, instrument, item, tell)
    }
  }
  return answers
}

function answerIn(node: FhirNode, instrument: ShelfInstrument, item: ShelfItem, tell: Tell): string | null {
  const [answer, ...more] = all(node, 'answer')
  const reasons = extensions(node, extensionUrls.dataAbsentReason)
  if (one(node, 'item') || all(node, 'extension').length > reasons.length)
    tell('item-not-understood', item.id)
  if (more.length > 0 || reasons.length + (answer ? 1 : 0) > 1) tell('several-answers', item.id)
  if (!answer) {
    const reason = reasons[0] ? valueAt(reasons[0], 'valueCode') : whyOpen.notAsked
    if (reason !== whyOpen.declined && reason !== whyOpen.notAsked) tell('reason-unknown', item.id)
    return reason === whyOpen.declined ? skipped : null
  }
  const choice = item.choices.find((each) => {
    const { system, code } = codeOfChoice(instrument, each)
    return (
      valueAt(answer, 'valueCoding', 'system') === system && valueAt(answer, 'valueCoding', 'code') === code
    )
  })
  if (!choice || answer.children.length > 1) tell('answer-unknown', item.id)
  return choice ? String(choice.value) : null
}

function tellOfScores(
  root: FhirNode,
  instrument: ShelfInstrument,
  counted: ReturnType<typeof scoresOf> | null,
  tell: Tell,
): void {
  const rules = new Map(instrument.scores.map(({ id }) => [scoreLinkId(id), id]))
  for (const node of all(root, 'item')) {
    const linkId = valueAt(node, 'linkId') ?? ''
    if (linkId === instrument.id) continue
    const rule = rules.get(linkId)
    const said = all(node, 'answer').map((answer) => valueAt(answer, 'valueDecimal'))
    if (rule === undefined) tell('item-unknown', placeOf(node))
    else if (one(node, 'item') || one(node, 'answer', 'item')) tell('item-not-understood', linkId)
    else if (counted && said.some((text) => text === null || Number(text) !== counted[rule]?.score))
      tell('score-not-theirs', linkId)
  }
}
