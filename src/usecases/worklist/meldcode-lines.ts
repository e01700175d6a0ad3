import { findOpenHandlers, listOpenMeldcodes } from '#db/meldcode.ts'
import { findMembers } from '#db/member.ts'
import { isAnybodyAround } from '#db/person-around.ts'
import { isMemberWith } from '#domain/member/actor.ts'
import { isWorkingHere } from '#domain/on-call/on-call.ts'
import type { Pressure, WorkSource } from '#domain/worklist/work-line.ts'
import type { Work } from '#usecases/context.ts'
import { meldcodeLines as linesOf, type MeldcodeLine } from '#usecases/meldcode/meldcode-view.ts'
import { type Found, fitting, most } from '#usecases/worklist/found-lines.ts'

/** Until the agency's term is over there is nothing to do but keep watch; what leads to a report can't wait. */
const pressureOf = ({ timeToCall, news, mustReport, clock }: MeldcodeLine, left: boolean): Pressure =>
  left || timeToCall || news || mustReport ? 'urgent' : clock ? 'waiting' : 'due'

const waitOf = (
  { news, timeToCall, clock }: MeldcodeLine,
  left: boolean,
): Extract<WorkSource, { from: 'meldcode' }>['wait'] =>
  left ? 'nobody' : news ? 'news' : timeToCall ? 'call' : clock ? 'answer' : 'step'

const whoWorkHere = async ({ tx, orgId, today }: Work) =>
  (await findMembers(tx, orgId)).filter((member) => isWorkingHere(member, today))

/** What is confidential and hers to see, each with what waits; of what it is no word stands on a list. */
export async function meldcodeLines(work: Work): Promise<Found> {
  const rows = await linesOf(work, await listOpenMeldcodes(work.tx, work.actor, most + 1))
  if (rows.length === 0) return { lines: [], more: null }
  const here = new Set((await whoWorkHere(work)).map(({ id }) => id))
  return fitting('meldcode', rows, (line) => {
    const left = !here.has(line.handlerId)
    return {
      id: line.id,
      personId: line.personId,
      pressure: pressureOf(line, left),
      by: line.timeToCall ? null : (line.clock?.callOn ?? null),
      source: { from: 'meldcode', wait: waitOf(line, left), since: line.openedOn },
    }
  })
}

/**
 * Nobody leads: what is confidential and left by who had it would never be seen again, and whom a woman must beware of
 * is looked at by nobody. Who answers for the programme reads that, no more.
 */
export async function noLeadLines(work: Work): Promise<Found> {
  if (!isMemberWith(work.actor, 'programme_manager')) return { lines: [], more: null }
  const here = await whoWorkHere(work)
  if (here.some(({ roles }) => roles.includes('safeguarding_lead'))) return { lines: [], more: null }
  const handlers = await findOpenHandlers(work.tx, work.orgId)
  const stuck = handlers.some((handler) => !here.some(({ id }) => id === handler))
  if (!stuck && !(await isAnybodyAround(work.tx, work.orgId))) return { lines: [], more: null }
  const source = { from: 'no-lead', why: stuck ? 'stuck' : 'nobody-looks' } as const
  return { lines: [{ id: work.orgId, personId: null, pressure: 'urgent', by: null, source }], more: null }
}
