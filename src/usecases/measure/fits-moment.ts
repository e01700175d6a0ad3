import { fieldOf } from '#domain/measure/answers.ts'
import type { Words } from '#domain/programme/provenance.ts'
import { Refused } from '#usecases/failure.ts'
import type { HeldMoment } from '#usecases/measure/held-moment.ts'
import { questionnaireOf } from '#usecases/measure/questionnaire-of.ts'
import { keepToDefinition } from '#usecases/signal/keep-to-definition.ts'

const named = ({ nl, en }: Words) => ({ nl, en })

/**
 * Holds what came back against what is asked at this moment: refuses answers to another version than was planned, to
 * what somebody answered or skipped meanwhile, and to what nobody asks. Each says which questionnaire it is.
 */
export function fitsMoment(
  { definition, ofMoment }: HeldMoment,
  answers: Readonly<Record<string, string>>,
  versions: Readonly<Record<string, string>>,
): void {
  const known = new Set(definition.instruments.flatMap((one) => one.items.map((item) => fieldOf(one, item))))
  for (const row of ofMoment) {
    const questionnaire = questionnaireOf(definition, row)
    if (!questionnaire) continue
    const { instrument } = questionnaire
    const fields = instrument.items.map((item) => fieldOf(instrument, item))
    for (const field of fields) known.add(field)
    if ((versions[instrument.id] ?? row.instrument_version) !== row.instrument_version)
      throw new Refused('measure-other-version', named(instrument.label))
    if (row.state !== 'due' && fields.some((field) => answers[field]?.trim()))
      throw new Refused('measure-done-meanwhile', named(instrument.label))
  }
  keepToDefinition(
    definition,
    Object.keys(answers)
      .filter((name) => !known.has(name))
      .map((name) => `answers.${name}`),
  )
}
