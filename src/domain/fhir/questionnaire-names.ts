import { systems } from '#domain/fhir/systems.ts'
import type { ShelfInstrument, ShelfItem } from '#domain/instrument/shelf-instrument.ts'

type Choice = ShelfItem['choices'][number]

/** How a questionnaire of the shelf is called in FHIR, without its version. */
export const canonicalOf = ({ id }: Pick<ShelfInstrument, 'id'>): string => `${canonicalStart}${id}`
/** The id in such a name; `null` for one that isn't ours. */
export const idInCanonical = (url: string): string | null =>
  url.startsWith(canonicalStart) ? url.slice(canonicalStart.length) : null
const canonicalStart = 'urn:naast:questionnaire:'

/** Ids of questions have no dot: a score is never taken for one of them. */
export const scoreLinkId = (scoreId: string): string => `score.${scoreId}`

/**
 * One of the choices as a code: LOINC where the shelf has one, else a code system of our own, since a guessed LOINC
 * passes every validator (instruments.md 7). Ours is the value that is kept, which says nothing of what it counts for.
 */
export const codeOfChoice = (
  instrument: Pick<ShelfInstrument, 'id'>,
  { value, code }: Pick<Choice, 'value' | 'code'>,
): { readonly system: string; readonly code: string } =>
  code === undefined
    ? { system: `urn:naast:choice:${instrument.id}`, code: String(value) }
    : { system: systems.loinc, code }
