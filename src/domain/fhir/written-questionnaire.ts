import { canonicalOf, codeOfChoice, scoreLinkId } from '#domain/fhir/questionnaire-names.ts'
import type { Tell } from '#domain/fhir/questionnaire-problem.ts'
import { scoreExpression } from '#domain/fhir/score-expression.ts'
import { systems } from '#domain/fhir/systems.ts'
import type { ShelfInstrument } from '#domain/instrument/shelf-instrument.ts'

/** What stands in a `Questionnaire`, as far as Naast understands it, whoever wrote it. */
export interface WrittenQuestionnaire {
  readonly url: string
  readonly version: string
  readonly copyright: string
  readonly stem: string | null
  readonly questions: readonly WrittenQuestion[]
  readonly scores: readonly {
    readonly linkId: string
    readonly text: string | null
    readonly expression: string
  }[]
}
export interface WrittenQuestion {
  readonly linkId: string
  readonly text: string | null
  /** `system|code` of each. */
  readonly codes: readonly string[]
  readonly choices: readonly {
    readonly system: string
    readonly code: string
    readonly display: string | null
    /** What it counts for. */
    readonly weight: number
  }[]
}

/** What must stand in one of the shelf's. */
export function asWritten(instrument: ShelfInstrument): WrittenQuestionnaire {
  const { embed } = instrument.licence
  return {
    url: canonicalOf(instrument),
    version: instrument.version,
    copyright: instrument.licence.text,
    stem: embed ? instrument.stem : null,
    questions: instrument.items.map(({ id, text, code, choices }) => ({
      linkId: id,
      text: embed ? text : null,
      codes: code === undefined ? [] : [`${systems.loinc}|${code}`],
      choices: choices.map((choice) => ({
        ...codeOfChoice(instrument, choice),
        display: embed ? choice.label : null,
        weight: choice.counts,
      })),
    })),
    scores: instrument.scores.map((rule) => ({
      linkId: scoreLinkId(rule.id),
      text: instrument.language === 'en' ? rule.label.en : rule.label.nl,
      expression: scoreExpression(instrument.id, rule),
    })),
  }
}

/** Everything in which it isn't what it says it is, and every text that may not go along. */
export function tellWhatDiffers(
  written: WrittenQuestionnaire,
  instrument: ShelfInstrument,
  tell: Tell,
): void {
  const ours = asWritten(instrument)
  if (!instrument.licence.embed) {
    if (written.stem !== null) tell('text-not-allowed', instrument.id)
    for (const { linkId, text, choices } of written.questions)
      if (text !== null || choices.some(({ display }) => display !== null))
        tell('text-not-allowed', linkId || null)
  }
  if (written.copyright !== ours.copyright) tell('not-the-same', 'copyright')
  if (written.stem !== ours.stem) tell('not-the-same', instrument.id)
  for (const part of ['questions', 'scores'] as const)
    for (let at = 0; at < Math.max(written[part].length, ours[part].length); at += 1)
      if (!isSame(written[part][at], ours[part][at]))
        tell('not-the-same', written[part][at]?.linkId || ours[part][at]?.linkId || null)
}

/** Whatever the order in which each was put together. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b)
  const [of, than] = [new Map(Object.entries(a)), new Map(Object.entries(b))]
  return (
    of.size === than.size && [...of].every(([name, value]) => than.has(name) && isSame(value, than.get(name)))
  )
}
