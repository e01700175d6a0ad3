import type { ConversationSheet, SheetText } from '#domain/conversation-sheet/conversation-sheet.ts'
import type { Pictogram } from '#domain/conversation-sheet/pictogram.ts'

/** What is written of a sheet: the rest follows from where it stands. */
export interface Draft {
  readonly pictograms: readonly Pictogram[]
  readonly nl: SheetText
  readonly en: SheetText
}

/** All of it is a proposal of ours until somebody of the method has read it. */
const sheetOf = (
  id: string,
  moment: ConversationSheet['moment'],
  mayGoHome: boolean,
  { pictograms, nl, en }: Draft,
): ConversationSheet => ({
  id,
  version: 1,
  moment,
  pictograms: [...pictograms],
  mayGoHome,
  texts: { nl, en },
  prov: 'proposal',
})

export const monthSheet = (library: string, month: number, draft: Draft): ConversationSheet =>
  sheetOf(`${library}-month-${month}`, { at: 'month', month }, true, draft)

/** What is talked about in a group against violence never goes home on paper. */
export const sessionSheet = (library: string, session: number, draft: Draft): ConversationSheet =>
  sheetOf(`${library}-session-${session}`, { at: 'session', session }, false, draft)
