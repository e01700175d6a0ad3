import { canonicalOf, codeOfChoice, scoreLinkId } from '#domain/fhir/questionnaire-names.ts'
import { scoreExpression } from '#domain/fhir/score-expression.ts'
import { extensionUrls, systems } from '#domain/fhir/systems.ts'
import type { ScoreRule } from '#domain/instrument/scoring-rules.ts'
import type { ShelfInstrument, ShelfItem } from '#domain/instrument/shelf-instrument.ts'

/**
 * A questionnaire of the shelf as a FHIR R4 `Questionnaire` (instruments.md 8). It holds no person. Its licence line is
 * always its `copyright`. One whose texts aren't ours to give goes as codes and numbers alone, whatever stands in it.
 */
export function questionnaireOf(instrument: ShelfInstrument) {
  const { id, version, language, title, licence, stem, items, scores } = instrument
  return {
    resourceType: 'Questionnaire' as const,
    id: `${id}-${version}`,
    ...(language === null ? {} : { language }),
    url: canonicalOf(instrument),
    version,
    title: language === 'en' ? title.en : title.nl,
    status: 'active' as const,
    subjectType: ['Patient'] as const,
    copyright: licence.text,
    item: [
      {
        linkId: id,
        type: 'group' as const,
        ...(licence.embed && stem !== null ? { text: stem } : {}),
        item: items.map((one) => questionOf(instrument, one)),
      },
      ...scores.map((rule) => scoreItemOf(instrument, rule)),
    ],
  }
}
export type FhirQuestionnaire = ReturnType<typeof questionnaireOf>

const questionOf = (instrument: ShelfInstrument, { id, text, code, choices }: ShelfItem) => ({
  linkId: id,
  ...(code === undefined ? {} : { code: [{ system: systems.loinc, code }] }),
  ...(instrument.licence.embed && text !== null ? { text } : {}),
  type: 'choice' as const,
  answerOption: choices.map((choice) => ({
    // What it counts for, and not what is kept: a question that asks the other way has its weights turned round.
    extension: [{ url: extensionUrls.itemWeight, valueDecimal: choice.counts }],
    valueCoding: {
      ...codeOfChoice(instrument, choice),
      ...(instrument.licence.embed && choice.label !== null ? { display: choice.label } : {}),
    },
  })),
})

/** Worked out and never asked; whoever fills it in is not shown it either. */
const scoreItemOf = ({ id, language }: ShelfInstrument, rule: ScoreRule) => ({
  linkId: scoreLinkId(rule.id),
  text: language === 'en' ? rule.label.en : rule.label.nl,
  type: 'decimal' as const,
  readOnly: true,
  extension: [
    { url: extensionUrls.hidden, valueBoolean: true },
    {
      url: extensionUrls.calculatedExpression,
      valueExpression: { language: 'text/fhirpath', expression: scoreExpression(id, rule) },
    },
  ],
})
