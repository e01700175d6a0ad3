import { z } from 'zod'
import { sheetText } from '#domain/conversation-sheet/conversation-sheet.ts'
import { ownSheetPolicy, withLanguage } from '#domain/conversation-sheet/own-sheet.ts'
import { makeSheets } from '#usecases/conversation-sheet/new-sheets.ts'
import { writtenSheet } from '#usecases/conversation-sheet/written-sheet.ts'
import { NotFound } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** Begins a sheet of the organisation's own: a draft in one language, that nobody sees in a visit yet. */
export const beginOwnSheet = command({
  name: 'begin-own-sheet',
  action: 'create',
  may: ownSheetPolicy.write,
  input: z.strictObject({ programmeId: z.string().max(60), ...writtenSheet, text: sheetText }),
  async run(work, { programmeId, language, text, awaits, ...rest }) {
    if (!work.programmes.find(programmeId)) throw new NotFound()
    const content = withLanguage({ ...rest, texts: {} }, language, text, awaits)
    const [id = ''] = await makeSheets(work, { programmeId, licenceId: null, published: false }, [content])
    return { id }
  },
})
