import type { Day } from '#domain/day.ts'
import { isSecondPerson } from '#domain/member/second-person.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

/** What may be in a woman's file. No copy of an identity document is one of them, and no page asks for one. */
export const documentKinds = ['signed_consent', 'referral_letter', 'wmo_letter', 'other'] as const
/** By what authority somebody asks for a child's file; only ever with that request. */
export const authorityKind = 'authority'
export type DocumentKind = (typeof documentKinds)[number] | typeof authorityKind

/** What is kept, and as what it is handed out. */
export const documentTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const
export type DocumentType = (typeof documentTypes)[number]
export const extensionOf: Readonly<Record<DocumentType, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
}

/** Under what it is handed out: nobody's name, and nothing that somebody typed. */
export const fileNameOf = ({ id, type }: { readonly id: string; readonly type: DocumentType }): string =>
  `document-${id.slice(-8)}.${extensionOf[type]}`

export const documentStates = ['kept', 'removal_asked', 'removed'] as const
export type DocumentState = (typeof documentStates)[number]
export const removalReasons = [
  'wrong_file',
  'identity_document',
  'tells_of_others',
  'not_needed',
  'she_asked',
] as const
export type RemovalReason = (typeof removalReasons)[number]

const table = {
  take_back: { from: ['kept'], to: 'removed' },
  ask_removal: { from: ['kept'], to: 'removal_asked' },
  remove: { from: ['removal_asked'], to: 'removed' },
  keep: { from: ['removal_asked'], to: 'kept' },
} as const satisfies Record<string, { from: readonly DocumentState[]; to: DocumentState }>
export type DocumentStep = keyof typeof table
export const documentSteps = Object.keys(table) as readonly DocumentStep[]

export interface StandingDocument {
  readonly state: DocumentState
  readonly addedBy: string
  readonly addedOn: Day
  readonly removalAskedBy: string | null
}

/** Put in on this very day by whoever asks. */
export const isAddedToday = (
  { addedBy, addedOn }: Pick<StandingDocument, 'addedBy' | 'addedOn'>,
  by: string | null,
  today: Day,
): boolean => addedBy === by && addedOn.equals(today)

/**
 * Where it stands after this step, or why not. Who added it takes it back on the day itself, as one puts a wrong paper
 * back on the desk; later one asks and another does it, because what is gone is gone for good.
 */
export function stepDocument(
  document: StandingDocument,
  step: DocumentStep,
  by: string,
  today: Day,
): DocumentState | Refusal<'document-not-from-this-state' | 'document-not-today' | 'document-other-person'> {
  const { from, to } = table[step]
  if (!from.some((one) => one === document.state)) return refuse('document-not-from-this-state')
  if (step === 'take_back' && !isAddedToday(document, by, today)) return refuse('document-not-today')
  if (step === 'remove' && !isSecondPerson(by, [document.removalAskedBy]))
    return refuse('document-other-person')
  return to
}
