import { sealedFields } from '#usecases/sealed-fields.ts'

/** What happened and how it ended: under the woman's key if it is about one, else under a key of its own. */
export const incidentFields = sealedFields('incident', ['words_sealed', 'closing_sealed'])

/** Whose key its words are under. */
export const ownerOf = ({ id, person_id }: { id: string; person_id: string | null }): string =>
  person_id ?? id
