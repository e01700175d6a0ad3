import { type FhirQuestionnaire, questionnaireOf } from '#domain/fhir/questionnaire.ts'
import type { ShelfInstrument } from '#domain/instrument/shelf-instrument.ts'

/**
 * The file that Naast gives of a questionnaire without texts, as somebody with a licence would fill it in. The words are
 * made up here: those of its holder stand nowhere.
 */
export function filledQuestionnaire(
  instrument: ShelfInstrument,
  language = 'nl',
  words = 'Vraag van de maker',
): FhirQuestionnaire {
  const empty = questionnaireOf(instrument)
  const item = empty.item.map((part) =>
    'item' in part
      ? {
          ...part,
          text: 'Denk aan de laatste week.',
          item: part.item.map((question) => ({
            ...question,
            text: `${words}: ${question.linkId}`,
            answerOption: question.answerOption.map((option) => ({
              ...option,
              valueCoding: { ...option.valueCoding, display: `Antwoord ${option.valueCoding.code}` },
            })),
          })),
        }
      : part,
  )
  return { ...empty, language, item }
}
