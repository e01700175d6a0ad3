import type { Day } from '#domain/day.ts'
import { completionModeOf } from '#domain/fhir/completion-mode.ts'
import { masked } from '#domain/fhir/masked.ts'
import { canonicalOf, codeOfChoice, scoreLinkId } from '#domain/fhir/questionnaire-names.ts'
import type { FhirResponse, ResponseItem } from '#domain/fhir/response-shape.ts'
import { extensionUrls, systems } from '#domain/fhir/systems.ts'
import type { ShelfInstrument, ShelfItem } from '#domain/instrument/shelf-instrument.ts'
import { scoresOf, skipped, valuesOf } from '#domain/instrument/shelf-questions.ts'
import { mayLeave } from '#domain/instrument/ways-to-ask.ts'
import type { measureModes } from '#domain/measure/answers.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

/** One time that a questionnaire of the shelf was asked. */
export interface Taken {
  readonly on: Day
  readonly mode: (typeof measureModes)[number]
  /** She ended before its last question; what she answered until then counts. */
  readonly stopped: boolean
  /** By question: the value of her choice as it is kept, `skipped`, or `null` where it wasn't put to her. */
  readonly answers: Readonly<Record<string, string | null>>
}

export const whyOpen = { declined: 'asked-declined', notAsked: 'not-asked' } as const

/**
 * What she answered, as a FHIR R4 `QuestionnaireResponse` (instruments.md 8). Who she is, is not said. Refuses what may
 * not leave the hands of staff (10.2), and answers that are not to these questions, rather than losing one. No score
 * goes along of a questionnaire that is meant for groups, nor one that could not be counted.
 */
export function responseOf(
  instrument: ShelfInstrument,
  taken: Taken,
): FhirResponse | Refusal<'measure-stays-here' | 'measure-not-these-questions'> {
  if (!mayLeave(instrument)) return refuse('measure-stays-here')
  if (!belongs(instrument, taken.answers)) return refuse('measure-not-these-questions')
  const security = labelsOf(instrument)
  return {
    resourceType: 'QuestionnaireResponse',
    ...(security.length > 0 ? { meta: { security } } : {}),
    extension: [completionModeOf(taken.mode)],
    questionnaire: `${canonicalOf(instrument)}|${instrument.version}`,
    status: taken.stopped ? 'stopped' : 'completed',
    subject: masked('Patient'),
    authored: taken.on.toString(),
    source: masked('Patient'),
    item: [
      {
        linkId: instrument.id,
        item: instrument.items.map((item) => answerOf(instrument, item, taken.answers[item.id] ?? null)),
      },
      ...(instrument.groupsOnly ? [] : scoresIn(instrument, taken)),
    ],
  }
}

/** Of violence: for whom it is sensitive, and that it is kept as closely as anything is (HL7 v3 `SDV` and `V`). */
export const labelsOf = ({ alone, alarms }: Pick<ShelfInstrument, 'alone' | 'alarms'>) =>
  alone || alarms.some(({ kind }) => kind === 'partner_violence')
    ? [
        { system: systems.actCode, code: 'SDV' },
        { system: systems.confidentiality, code: 'V' },
      ]
    : []

const belongs = ({ items }: ShelfInstrument, answers: Taken['answers']): boolean =>
  Object.entries(answers).every(([id, text]) => {
    const item = items.find((one) => one.id === id)
    const isKnown =
      text === null || text === skipped || item?.choices.some(({ value }) => String(value) === text)
    return item !== undefined && isKnown === true
  })

function answerOf(
  instrument: ShelfInstrument,
  { id, choices }: ShelfItem,
  text: string | null,
): ResponseItem {
  const choice = choices.find(({ value }) => String(value) === text)
  if (choice) return { linkId: id, answer: [{ valueCoding: codeOfChoice(instrument, choice) }] }
  const reason = text === skipped ? whyOpen.declined : whyOpen.notAsked
  return { linkId: id, extension: [{ url: extensionUrls.dataAbsentReason, valueCode: reason }] }
}

const scoresIn = (instrument: ShelfInstrument, { answers }: Taken): ResponseItem[] =>
  Object.entries(scoresOf(instrument, valuesOf(answers))).flatMap(([id, { score, estimated }]) =>
    score === null
      ? []
      : [
          {
            linkId: scoreLinkId(id),
            // Something was left open and filled in by rule: whoever reads the number must know.
            ...(estimated ? { extension: [{ url: 'urn:naast:score-estimated', valueBoolean: true }] } : {}),
            answer: [{ valueDecimal: score }],
          },
        ],
  )
