import type { FhirNode } from '#domain/fhir/node.ts'
import { idInCanonical } from '#domain/fhir/questionnaire-names.ts'
import type { QuestionnaireProblem, Tell } from '#domain/fhir/questionnaire-problem.ts'
import { writtenIn } from '#domain/fhir/written-in.ts'
import { tellWhatDiffers } from '#domain/fhir/written-questionnaire.ts'
import { shelfName, shelfNames } from '#domain/instrument/on-shelf.ts'
import type { ShelfInstrument } from '#domain/instrument/shelf-instrument.ts'

/** By its name (`k10-nl@1`); `null` if it isn't on the shelf. */
export type FindOnShelf = (name: string) => ShelfInstrument | null

/**
 * Reads a `Questionnaire` (FHIR R4) out of its tree: which one of the shelf it is, word for word and weight for weight,
 * or else all that is wrong with it. One word or weight that differs makes another version (instruments.md 10.9), and
 * one that is not on the shelf is never taken for one that is.
 */
export function readQuestionnaire(
  root: FhirNode,
  find: FindOnShelf,
): { readonly instrument: ShelfInstrument } | { readonly problems: readonly QuestionnaireProblem[] } {
  if (root.name !== 'Questionnaire') return { problems: [{ code: 'not-a-questionnaire', place: null }] }
  const problems: QuestionnaireProblem[] = []
  const tell: Tell = (code, place = null) => problems.push({ code, place })
  const written = writtenIn(root, tell)
  const instrument = named(written, find, tell)
  if (instrument) tellWhatDiffers(written, instrument, tell)
  return instrument && problems.length === 0 ? { instrument } : { problems }
}

/** Which one it says it is. */
export function named(
  { url, version }: { readonly url: string; readonly version: string },
  find: FindOnShelf,
  tell: Tell,
): ShelfInstrument | null {
  const id = idInCanonical(url)
  const found = id === null ? null : find(shelfName({ id, version }))
  const isKnown = id !== null && shelfNames.some((name) => name.startsWith(`${id}@`))
  if (!found) tell(isKnown ? 'version-unknown' : 'instrument-unknown')
  return found
}
