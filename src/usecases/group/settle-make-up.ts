import { z } from 'zod'
import { findPlaces } from '#db/group-place.ts'
import { findSession } from '#db/group-session.ts'
import { findMakeUp, saveMakeUp } from '#db/make-up-talk.ts'
import { dayInput, isBefore } from '#domain/day.ts'
import { groupPolicy } from '#domain/group/group-policy.ts'
import { type MakeUpState, makeUpDay, makeUpStates, stepMakeUp } from '#domain/group/make-up-talk.ts'
import { actorId } from '#domain/member/actor.ts'
import { isRefusal } from '#domain/refusal.ts'
import { versionInput } from '#domain/version.ts'
import { Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { aboutPlace, holdGroup } from '#usecases/group/held-group.ts'
import { command } from '#usecases/use-case.ts'

/** The talk was held, and how long it took; or it won't be, and the session stays missed. */
export const settleMakeUp = command({
  name: 'settle-make-up',
  action: 'update',
  may: groupPolicy.hold,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    outcome: z.discriminatedUnion('how', [
      z.strictObject({ how: z.literal('held'), on: dayInput, minutes: z.int().min(1).max(600) }),
      z.strictObject({ how: z.literal('cancelled') }),
    ]),
  }),
  async run(work, { id, version, outcome }) {
    const { tx, orgId, actor, now, today } = work
    const seen = await findMakeUp(tx, orgId, id)
    const session = seen && (await findSession(tx, orgId, seen.session_id))
    if (!session) throw new NotFound()
    const { group, rules } = await holdGroup(work, session.group_id)
    const talk = await findMakeUp(tx, orgId, id)
    const place = (await findPlaces(tx, orgId, [group.id])).find((row) => row.id === talk?.place_id)
    if (!talk || !place) throw new NotFound()
    aboutPlace(work, place)
    if (talk.version !== version) throw new Refused('changed-meanwhile')
    const state = stepMakeUp(stateOf(talk.state), outcome.how === 'held' ? 'hold' : 'cancel')
    if (isRefusal(state)) throw new Refused(state.refused)
    if (outcome.how === 'held') {
      if (isBefore(today, outcome.on)) throw new Invalid({ on: 'day-to-come' })
      const day = makeUpDay(rules, session.on_day, outcome.on)
      if (isRefusal(day)) throw new Refused(day.refused, { days: rules.makeUp?.value.withinDays ?? 0 })
    }
    await saveMakeUp(tx, talk, {
      state,
      held_on: outcome.how === 'held' ? outcome.on : null,
      minutes: outcome.how === 'held' ? outcome.minutes : null,
      settled_by: actor.kind === 'member' ? actorId(actor) : null,
      settled_at: now,
    })
    return { sessionId: session.id }
  },
})

function stateOf(text: string): MakeUpState {
  const state = makeUpStates.find((known) => known === text)
  if (!state) throw new Error(`a talk in state ${text}`)
  return state
}
