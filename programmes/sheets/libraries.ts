import type { SheetLibrary } from '#domain/conversation-sheet/conversation-sheet.ts'
import { evtSessions1To6 } from './evt-sessions-1-6.ts'
import { evtSessions7To12 } from './evt-sessions-7-12.ts'
import { mimMonths0To5 } from './mim-months-0-5.ts'
import { mimMonths6To11 } from './mim-months-6-11.ts'
import { mimMonths12To18 } from './mim-months-12-18.ts'

/** Conversation sheets that come with Naast, by the name that a programme's material gives. */
export const sheetLibraries: Readonly<Record<string, SheetLibrary>> = {
  mim: [...mimMonths0To5, ...mimMonths6To11, ...mimMonths12To18],
  evt: [...evtSessions1To6, ...evtSessions7To12],
}
