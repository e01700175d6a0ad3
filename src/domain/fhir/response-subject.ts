import { all, type FhirNode, valueAt, valuesAt } from '#domain/fhir/node.ts'

/** Her, as far as our own file knows. */
export interface KnownSubject {
  readonly name: string | null
  readonly birthDay: string | null
  /** What stands on her paper of this moment instead of a name. */
  readonly paperCode: string
}

/**
 * Are these answers (FHIR `QuestionnaireResponse`) somebody else's, as far as can be told? By a birth day or a paper's
 * code that isn't hers, or a name of which no word is hers. Where nothing is said, nothing can be told. What stands in
 * the file is only held against hers: it is not kept, and no number of a citizen is looked at.
 */
export function isOfAnother(root: FhirNode, known: KnownSubject): boolean {
  const patients = all(root, 'contained', 'Patient')
  const days = patients
    .flatMap((one) => valuesAt(one, 'birthDate'))
    .filter((day) => /^\d{4}-\d{2}-\d{2}$/.test(day))
  if (known.birthDay !== null && days.some((day) => day !== known.birthDay)) return true
  const code = valueAt(root, 'identifier', 'value')
  if (code !== null && paperCodes.test(code) && code.toUpperCase() !== known.paperCode) return true
  const names = [
    ...valuesAt(root, 'subject', 'display'),
    ...patients.flatMap((one) => ['text', 'family', 'given'].flatMap((part) => valuesAt(one, 'name', part))),
  ]
  const [said, hers] = [wordsIn(names.join(' ')), new Set(wordsIn(known.name ?? ''))]
  return said.length > 0 && hers.size > 0 && !said.some((word) => hers.has(word))
}

const paperCodes = /^[0-9A-Z]{4}-[0-9A-Z]{4}-.{1,10}$/i

/** Whatever the case, the accents or the order; a letter alone says nothing. */
const wordsIn = (text: string): string[] =>
  (
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/\p{L}{2,}/gu) ?? []
  ).map((word) => word.replaceAll('ı', 'i'))
