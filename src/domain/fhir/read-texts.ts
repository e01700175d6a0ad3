import { type SheetLanguage, sheetLanguages } from '#domain/conversation-sheet/conversation-sheet.ts'
import { type FhirNode, valueAt } from '#domain/fhir/node.ts'
import type { QuestionnaireProblem, Tell } from '#domain/fhir/questionnaire-problem.ts'
import { type FindOnShelf, named } from '#domain/fhir/read-questionnaire.ts'
import { writtenIn } from '#domain/fhir/written-in.ts'
import { asWritten, type WrittenQuestion } from '#domain/fhir/written-questionnaire.ts'
import {
  type InstrumentTexts,
  isPlainText,
  longestLabel,
  longestText,
} from '#domain/instrument/instrument-texts.ts'
import type { ShelfInstrument } from '#domain/instrument/shelf-instrument.ts'

export interface ReadTexts {
  readonly language: SheetLanguage
  readonly texts: InstrumentTexts
}

/**
 * Reads the texts of one questionnaire of the shelf out of a `Questionnaire` (FHIR R4) of a licence holder: the file that
 * Naast gives, with the words written in. All of them, or all that is wrong. Items and answers are known by their codes
 * and not by their place; what counts, and how, must be what the shelf says, and is never taken from the file.
 */
export function readTexts(
  root: FhirNode,
  instrument: ShelfInstrument,
  find: FindOnShelf,
): ReadTexts | { readonly problems: readonly QuestionnaireProblem[] } {
  if (root.name !== 'Questionnaire') return { problems: [{ code: 'not-a-questionnaire', place: null }] }
  const problems: QuestionnaireProblem[] = []
  const tell: Tell = (code, place = null) => problems.push({ code, place })
  const written = writtenIn(root, tell)
  const said = named(written, find, tell)
  if (said && (said.id !== instrument.id || said.version !== instrument.version)) tell('instrument-other')
  if (said !== instrument) return { problems }
  const language = sheetLanguages.find((one) => one === valueAt(root, 'language'))
  if (!language) tell('language-needed', 'language')
  const read = (text: string | null, most: number, place: string): string => {
    const tidy = (text ?? '').normalize('NFC').trim()
    if (tidy === '') tell('text-needed', place)
    else if (tidy.length > most) tell('text-too-long', place)
    else if (!isPlainText(tidy)) tell('text-not-plain', place)
    return tidy
  }
  const ours = asWritten(instrument)
  for (const { linkId } of written.questions)
    if (linkId && !ours.questions.some((one) => one.linkId === linkId)) tell('item-unknown', linkId)
  const items = ours.questions.map((own, at) => {
    const theirs = written.questions.find(({ linkId }) => linkId === own.linkId)
    if (!theirs) tell('item-missing', own.linkId)
    else tellOfQuestion(theirs, own, tell)
    const text = theirs ? read(theirs.text, longestText, own.linkId) : ''
    const labels = own.choices.map(({ system, code }, choiceAt) => {
      const choice = theirs?.choices.find((one) => one.system === system && one.code === code)
      const value = instrument.items[at]?.choices[choiceAt]?.value
      return [String(value), choice ? read(choice.display, longestLabel, own.linkId) : ''] as const
    })
    return [own.linkId, { text, labels: Object.fromEntries(labels) }] as const
  })
  if (!isSameScoring(written.scores, ours.scores)) tell('scoring-other')
  const stem = written.stem === null ? null : read(written.stem, longestText, instrument.id)
  return problems.length > 0 || !language
    ? { problems }
    : { language, texts: { stem, items: Object.fromEntries(items) } }
}

/** Its codes, its answers and what each counts for are the shelf's, in whatever order. */
function tellOfQuestion(theirs: WrittenQuestion, own: WrittenQuestion, tell: Tell): void {
  const names = ({ choices }: WrittenQuestion) => choices.map(({ system, code }) => `${system}|${code}`)
  const weights = ({ choices }: WrittenQuestion) =>
    choices.map(({ system, code, weight }) => `${system}|${code}|${weight}`)
  if (!isSameSet(theirs.codes, own.codes)) tell('not-the-same', own.linkId)
  if (!isSameSet(names(theirs), names(own))) tell('answers-other', own.linkId)
  else if (!isSameSet(weights(theirs), weights(own))) tell('weight-other', own.linkId)
}

type Scores = readonly { readonly linkId: string; readonly expression: string }[]
const isSameScoring = (theirs: Scores, own: Scores): boolean => {
  const said = (scores: Scores) => scores.map(({ linkId, expression }) => `${linkId} ${expression}`)
  return isSameSet(said(theirs), said(own))
}
const isSameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && new Set(a).size === new Set(b).size && a.every((one) => b.includes(one))
