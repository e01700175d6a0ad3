import { z } from 'zod'
import { endFeeds, insertFeed } from '#db/calendar-feed.ts'
import { lockMember } from '#db/member.ts'
import { findOrganisation } from '#db/organisation.ts'
import { writeCalendarToken } from '#domain/calendar/calendar-address.ts'
import { calendarPolicy } from '#domain/calendar/calendar-rules.ts'
import type { Actor } from '#domain/member/actor.ts'
import type { Context } from '#usecases/context.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { type SecretForm, secretOf } from '#usecases/service/secret-form.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Opens her own calendar at a new address; the one before shuts at once. Takes the SHA-256 (hex) of the address, never the
 * address: what is asked and answered is kept for a second submit. `giveCalendar` makes it.
 */
export const makeCalendar = command({
  name: 'make-calendar',
  action: 'create',
  may: calendarPolicy.own,
  fresh: true,
  input: z.strictObject({ tokenHash: z.hex().length(64) }),
  async run({ tx, orgId, actor, now, newId }, { tokenHash }) {
    if (actor.kind !== 'member' || !(await lockMember(tx, orgId, actor.memberId))) throw new NotFound()
    const { calendars } = await findOrganisation(tx, orgId)
    if (calendars === 'none') throw new Refused('calendars-not-allowed')
    await endFeeds(tx, orgId, actor.memberId, now)
    await insertFeed(tx, {
      org_id: orgId,
      id: newId(),
      member_id: actor.memberId,
      token_hash: Buffer.from(tokenHash, 'hex'),
      made_at: now,
      ended_at: null,
      last_fetched_at: null,
    })
    return {}
  },
})

/** Her calendar with its address, which is given once. The same form sent twice gives the same address. */
export async function giveCalendar(
  context: Context,
  actor: Actor,
  form?: SecretForm,
): Promise<{ token: string }> {
  const { secret, submission } = secretOf(context, form)
  const token = writeCalendarToken(actor.orgId, secret)
  await makeCalendar(context, actor, { tokenHash: context.digest(token).toString('hex') }, submission)
  return { token }
}
