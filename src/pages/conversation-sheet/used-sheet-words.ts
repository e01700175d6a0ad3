import { sheetLanguages } from '#domain/conversation-sheet/conversation-sheet.ts'
import { momentName } from '#pages/conversation-sheet/sheet-view.tsx'
import type { T } from '#pages/words/words.ts'
import type { SheetTitle } from '#usecases/conversation-sheet/used-sheet.ts'

/** `Maand 3: Slapen en een ritme`, in the reader's language if it was written in it. */
export function sheetTitleWords(t: T, { moment, titles }: SheetTitle): string {
  const title = titles[t.language] ?? sheetLanguages.map((language) => titles[language]).find(Boolean) ?? ''
  return `${momentName(t, moment)}: ${title}`
}

export const usedSheetWords = (t: T, sheet: SheetTitle): string =>
  t('sheet.used-words', { title: sheetTitleWords(t, sheet), version: sheet.version })
