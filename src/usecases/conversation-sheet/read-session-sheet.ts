import { z } from 'zod'
import { findSession } from '#db/group-session.ts'
import { sheetForSession } from '#domain/conversation-sheet/conversation-sheet.ts'
import { groupPolicy } from '#domain/group/group-policy.ts'
import { chosenSheet, mayGoHome, sheetsOf } from '#usecases/conversation-sheet/sheets-of.ts'
import { NotFound } from '#usecases/failure.ts'
import { readHeldGroup } from '#usecases/group/held-group.ts'
import { question } from '#usecases/use-case.ts'

/** The conversation sheet of a session, for who leads the group, or another of the same programme. */
export const readSessionSheet = question({
  name: 'read-session-sheet',
  may: groupPolicy.read,
  input: z.strictObject({ id: z.uuid(), sheetId: z.string().max(60).nullable().default(null) }),
  async run(work, { id, sheetId }) {
    const session = await findSession(work.tx, work.orgId, id)
    if (!session) throw new NotFound()
    const { definition } = await readHeldGroup(work, session.group_id)
    const { sheets: all, ended } = await sheetsOf(work, definition)
    const sheets = all.filter(({ moment }) => moment.at === 'session')
    const sheet = chosenSheet({ sheets, ended }, sheetId, sheetForSession(sheets, session.number))
    return { sheet, sheets, mayGoHome: sheet !== null && mayGoHome(definition, sheet) }
  },
})
