import { listOpenMeldcodes } from '#db/meldcode.ts'
import type { Pressure } from '#domain/worklist/work-line.ts'
import type { Work } from '#usecases/context.ts'
import { meldcodeLines as linesOf, type MeldcodeLine } from '#usecases/meldcode/meldcode-view.ts'
import { type Found, fitting, most } from '#usecases/worklist/found-lines.ts'

/** Until the agency's term is over there is nothing to do but keep watch; what leads to a report can't wait. */
const pressureOf = ({ timeToCall, news, mustReport, clock }: MeldcodeLine): Pressure =>
  timeToCall || news || mustReport ? 'urgent' : clock ? 'waiting' : 'due'

/** What is confidential and hers to see, each with what waits; of what it is no word stands on a list. */
export async function meldcodeLines(work: Work): Promise<Found> {
  const rows = await linesOf(work, await listOpenMeldcodes(work.tx, work.actor, most + 1))
  return fitting('meldcode', rows, (line) => ({
    id: line.id,
    personId: line.personId,
    pressure: pressureOf(line),
    by: line.timeToCall ? null : (line.clock?.callOn ?? null),
    source: {
      from: 'meldcode',
      wait: line.news ? 'news' : line.timeToCall ? 'call' : line.clock ? 'answer' : 'step',
      since: line.openedOn,
    },
  }))
}
