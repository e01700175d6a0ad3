import type { ComponentChildren } from 'preact'
import type { T } from '#pages/words/words.ts'

/** By the name of a question, the place on the page where the next one stands; empty where all are shown at once. */
export type Steps = ReadonlyMap<string, string>
export const noSteps: Steps = new Map()

/** Where a question stands on the page. */
export const placeOfStep = (field: string): string => `step-${field}`
export const lastStep = 'step-end'
export const aloneStep = 'step-alone'

/**
 * One question a screen is the same form, spread out: going on is a link to the next question on the page, so that it
 * works without a script, going back loses nothing, and all of it is kept at once in the end. What nobody else may hear
 * comes last, behind its own question.
 */
export function stepsOf(open: readonly string[], alone: readonly string[]): Steps {
  const next = (fields: readonly string[], then: string) =>
    fields.map((field, at) => {
      const following = fields[at + 1]
      return [field, following === undefined ? then : placeOfStep(following)] as const
    })
  return new Map([...next(open, alone.length > 0 ? aloneStep : lastStep), ...next(alone, lastStep)])
}

/** One question on a screen of its own, with the way on; as it is where all are shown at once. */
export const Step = ({
  t,
  steps,
  field,
  children,
}: {
  t: T
  steps: Steps
  field: string
  children: ComponentChildren
}) => {
  const next = steps.get(field)
  return next === undefined ? (
    children
  ) : (
    <div class="naast-step" id={placeOfStep(field)}>
      {children}
      <p>
        <a class="utrecht-button utrecht-button--primary-action" href={`#${next}`}>
          {t('measure.next')}
        </a>
      </p>
    </div>
  )
}
