import type { T } from '#pages/words/words.ts'
import type { PreviewReason } from '#usecases/import/preview-import.ts'

/** What is wrong with a row, or worth knowing, in a sentence: which column, what stands there, how to mend it. */
export function reasonWords(t: T, reason: PreviewReason): string {
  const sentence = t(`import.problem.${reason.code}`, {
    cell: reason.cell ?? '',
    row: reason.row ?? '',
  })
  if (reason.column === null) return upper(sentence)
  const where = reason.heading || t('import.column-number', { number: reason.column })
  return `${where}: ${sentence}`
}

const upper = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1)
