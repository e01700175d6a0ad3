import { z } from 'zod'
import { findFacilitators, saveGroup } from '#db/group.ts'
import { findPlaces } from '#db/group-place.ts'
import { findSessions } from '#db/group-session.ts'
import { findSmallStarts, type SmallStartRow } from '#db/group-small-start.ts'
import { stepGroup } from '#domain/group/group.ts'
import { groupPolicy } from '#domain/group/group-policy.ts'
import { mayBegin } from '#domain/group/group-size.ts'
import { isAllowedFor } from '#domain/group/small-start.ts'
import { isRefusal } from '#domain/refusal.ts'
import { versionInput } from '#domain/version.ts'
import type { Work } from '#usecases/context.ts'
import { Refused } from '#usecases/failure.ts'
import { groupStateOf, hasSeat } from '#usecases/group/group-states.ts'
import { type HeldGroup, holdGroup } from '#usecases/group/held-group.ts'
import { command } from '#usecases/use-case.ts'
import { closedOn, refuseSessionIfClosed } from '#usecases/worker/refuse-if-gates-closed.ts'

/**
 * Opens a group for women to come in, and confirms it once it is whole. With fewer women than the method asks it is
 * confirmed only if somebody who answers for the programme allowed it for so many.
 */
export const stepGroupOn = command({
  name: 'step-group',
  action: 'update',
  may: groupPolicy.plan,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    step: z.enum(['open', 'confirm']),
  }),
  async run(work, { id, version, step }) {
    const held = await holdGroup(work, id, version)
    const state = stepGroup(groupStateOf(held.group), step)
    if (isRefusal(state)) throw new Refused(state.refused)
    const small = step === 'confirm' ? await checkReady(work, held) : null
    await saveGroup(work.tx, held.group, {
      state,
      ...(small ? { small_allowed_by: small.answered_by, small_allowed_at: small.answered_at } : {}),
    })
    return { state }
  },
})

/** Refuses a group that isn't whole. Gives the yes it goes by, if it is smaller than its method asks. */
async function checkReady(
  work: Work,
  { group, definition, rules }: HeldGroup,
): Promise<SmallStartRow | null> {
  const { tx, orgId, today } = work
  const leading = (await findFacilitators(tx, orgId, [group.id])).map((row) => row.worker_id)
  const lacking = await closedOn(work, definition, leading, { on: today, of: 'new' })
  const ready = leading.length - lacking.length
  // Who leads it lacks something: what, and who mends it, says more than that there are too few of them.
  if (ready < rules.facilitators.value)
    await refuseSessionIfClosed(work, definition, leading, { on: today, of: 'new' })
  const sessions = await findSessions(tx, orgId, [group.id])
  const taken = (await findPlaces(tx, orgId, [group.id])).filter(hasSeat).length
  const yes = (await findSmallStarts(tx, orgId, group.id)).find(
    (row) => row.answer === 'allowed' && isAllowedFor(row.size, taken),
  )
  const allowed = mayBegin(rules, {
    taken,
    facilitators: ready,
    sessions: sessions.filter((row) => row.state !== 'cancelled').length,
    smallAllowed: yes !== undefined,
  })
  if (isRefusal(allowed))
    throw new Refused(allowed.refused, {
      facilitators: rules.facilitators.value,
      sessions: rules.sessions.value ?? 1,
      min: rules.sizeMin.value,
      max: rules.sizeMax.value,
    })
  return taken < rules.sizeMin.value ? (yes ?? null) : null
}
