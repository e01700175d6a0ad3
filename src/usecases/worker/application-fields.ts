import type { WorkerApplicationRow } from '#db/worker-life.ts'
import type { Work } from '#usecases/context.ts'
import { sealedFields } from '#usecases/sealed-fields.ts'

/** What she wrote to begin with is sealed under her own key. */
export const applicationFields = sealedFields('worker_application', ['words_sealed'])

/** Her own words, opened; her key must be loaded. */
export const openApplication = ({ vault }: Work, personId: string, row: WorkerApplicationRow) => ({
  words: applicationFields.open(vault, personId, row.id, 'words_sealed', row.words_sealed),
  receivedOn: row.received_on,
  answerBy: row.answer_by,
})
