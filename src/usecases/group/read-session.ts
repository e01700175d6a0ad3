import { z } from 'zod'
import { findFacilitators } from '#db/group.ts'
import { findPlaces } from '#db/group-place.ts'
import { findAttendance, findSession, findSessionFacilitators, findSessions } from '#db/group-session.ts'
import { isBefore } from '#domain/day.ts'
import { groupPolicy } from '#domain/group/group-policy.ts'
import { maySessionStep } from '#domain/group/session.ts'
import { readUsed, sheetChoices, titleOfUsed } from '#usecases/conversation-sheet/used-sheet.ts'
import { NotFound } from '#usecases/failure.ts'
import { sessionFields, titleOf } from '#usecases/group/group-fields.ts'
import { leads as leadsGroup, readHeldGroup } from '#usecases/group/held-group.ts'
import { expectedAt } from '#usecases/group/in-session.ts'
import { leadersAwayAt } from '#usecases/group/leaders-away-at.ts'
import { sessionLine } from '#usecases/group/session-line.ts'
import { sessionMeasures } from '#usecases/group/session-measures.ts'
import { sessionCare, sessionPlan } from '#usecases/group/session-plan.ts'
import { sessionWomen } from '#usecases/group/session-women.ts'
import { question } from '#usecases/use-case.ts'
import { workerNames } from '#usecases/worker/worker-names.ts'

/** One session: who leads it, who is expected, and what was written down of who came. */
export const readSession = question({
  name: 'read-session',
  may: groupPolicy.read,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const { tx, orgId, actor, today } = work
    const session = await findSession(tx, orgId, id)
    if (!session) throw new NotFound()
    const { group, definition, rules } = await readHeldGroup(work, session.group_id)
    const attendance = await findAttendance(tx, orgId, [id])
    const present = await findSessionFacilitators(tx, orgId, [id])
    const all = await findPlaces(tx, orgId, [group.id])
    const places = expectedAt(group, all, session)
    const women = await sessionWomen(work, { definition, rules }, session, places)
    const leads = await leadsGroup(work, group.id)
    const children = women.reduce((sum, one) => sum + one.children, 0)
    const leading = [
      ...new Set([
        ...(await findFacilitators(tx, orgId, [group.id])).map((row) => row.worker_id),
        ...present.map((row) => row.worker_id),
      ]),
    ]
    const names = await workerNames(work, leading)
    const sessions = await findSessions(tx, orgId, [group.id])
    const asked = await sessionMeasures(work, definition, { session, sessions }, places)
    const earlier = sessions.some((row) => row.number < session.number && row.state === 'planned')
    const now = await findFacilitators(tx, orgId, [group.id])
    const [away] = await leadersAwayAt(work, now, [session], rules.facilitators.value)
    const line = sessionLine(definition, session, { attendance, present })
    return {
      ...line,
      groupId: group.id,
      /** Who leads the group hands out what is asked; answers, and who gave them, come to the coordinator. */
      asked: groupPolicy.plan(actor) ? asked : asked.map((one) => ({ ...one, women: [] })),
      group: titleOf(work, group),
      sheets: await sheetChoices(work, definition, 'session'),
      usedSheet: titleOfUsed(await readUsed(work, [session]), session),
      usualMinutes: rules.sessionMinutes.value,
      mayHold:
        (maySessionStep(line.state, 'hold') || maySessionStep(line.state, 'correct')) &&
        !isBefore(today, session.on_day) &&
        !earlier &&
        (group.state === 'confirmed' || group.state === 'running' || line.state === 'held'),
      toCome: isBefore(today, session.on_day),
      /** Who of those who lead is away then, and how many more are needed. */
      leadersAway: away ? { ...away, away: away.away.map((workerId) => names.get(workerId) ?? '—') } : null,
      earlierOpen: earlier,
      mayMove: maySessionStep(line.state, 'move'),
      mayCancel: groupPolicy.plan(actor) && maySessionStep(line.state, 'cancel'),
      leading: leading.map((workerId) => ({
        workerId,
        name: names.get(workerId) ?? '—',
        present: present.find((row) => row.worker_id === workerId)?.state !== 'absent',
      })),
      women,
      plan: sessionPlan(rules, session),
      care: sessionCare(session, children),
      leads,
      /** Of the group, by and for those who lead it. */
      note: leads ? sessionFields.open(work.vault, group.id, id, 'note_sealed', session.note_sealed) : null,
      makeUpDays: rules.makeUp?.value.withinDays ?? null,
    }
  },
})
export type SessionPage = Awaited<ReturnType<typeof readSession>>
