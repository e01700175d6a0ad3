import { z } from 'zod'
import { findTrajectory } from '#db/trajectory.ts'
import { sheetForAge } from '#domain/conversation-sheet/conversation-sheet.ts'
import { monthsBetween } from '#domain/day.ts'
import { trajectoryPolicy } from '#domain/trajectory/trajectory-policy.ts'
import { chosenSheet, mayGoHome, sheetsOf } from '#usecases/conversation-sheet/sheets-of.ts'
import { NotFound } from '#usecases/failure.ts'
import { childBornOn } from '#usecases/match/child-of.ts'
import { whyNotOnPaper } from '#usecases/paper/leave-on-paper.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { question } from '#usecases/use-case.ts'

/**
 * The conversation sheet for a visit: the one of her child's month, or another of the library. After a loss there is
 * none: every one of them is about a child. It goes home with her only where the sheet, the programme and her own
 * agreement on contact all let it.
 */
export const readVisitSheet = question({
  name: 'read-visit-sheet',
  may: trajectoryPolicy.read,
  input: z.strictObject({ trajectoryId: z.uuid(), sheetId: z.string().max(60).nullable().default(null) }),
  async run(work, { trajectoryId, sheetId }) {
    const trajectory = await findTrajectory(work.tx, work.actor, trajectoryId)
    if (!trajectory) throw new NotFound()
    aboutTrajectory(work, trajectory)
    const definition = definitionOf(work, trajectory)
    const { sheets: all, ended } = await sheetsOf(work, definition)
    const sheets = trajectory.quiet_since ? [] : all.filter(({ moment }) => moment.at === 'month')
    const bornOn = sheets.length > 0 ? await childBornOn(work, trajectory) : null
    const months = bornOn ? Math.max(0, monthsBetween(bornOn, work.today)) : 0
    const library = { sheets, ended: trajectory.quiet_since ? new Set<string>() : ended }
    const sheet = chosenSheet(library, sheetId, sheetForAge(sheets, months))
    const her = (await readPeople(work, [trajectory.person_id])).get(trajectory.person_id)
    const stays = sheet && (await whyNotOnPaper(work, 'conversation-sheet', trajectory.person_id))
    return {
      trajectoryId,
      sheet,
      sheets,
      /** Languages she speaks; what is there of the sheet in one of them stands beside the reader's own. */
      hers: her?.languages ?? [],
      quiet: trajectory.quiet_since !== null,
      mayGoHome: sheet !== null && mayGoHome(definition, sheet) && stays === null,
    }
  },
})
