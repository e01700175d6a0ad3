import { z } from 'zod'
import { findLiveFeed, noteFetched } from '#db/calendar-feed.ts'
import { organisationOfToken } from '#domain/calendar/calendar-address.ts'
import { calendarPolicy } from '#domain/calendar/calendar-rules.ts'
import { languageOf } from '#domain/member/language.ts'
import { readCalendar } from '#usecases/calendar/read-calendar.ts'
import type { Context } from '#usecases/context.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Whose calendar is at this address? Takes its SHA-256 (hex), never the address. `NotFound` for every one that opens
 * nothing: it never was, was shut, or is of who left. Keeps when something last looked at it.
 */
export const recogniseCalendar = command({
  name: 'recognise-calendar',
  action: 'execute',
  may: calendarPolicy.recognise,
  input: z.strictObject({ tokenHash: z.hex().length(64) }),
  async run({ tx, orgId, today, now, about }, { tokenHash }) {
    const feed = await findLiveFeed(tx, orgId, Buffer.from(tokenHash, 'hex'), today)
    if (!feed?.worker_id || !feed.roles.includes('worker')) throw new NotFound()
    about({ onBehalfOf: feed.member_id })
    await noteFetched(tx, orgId, feed.id, now)
    return {
      feedId: feed.id,
      memberId: feed.member_id,
      workerId: feed.worker_id,
      language: languageOf(feed.language),
    }
  },
})

/** The calendar at this address as text; `null` for whatever opens nothing. She sees on it what she sees when she signs in. */
export async function calendarAt(context: Context, token: string): Promise<string | null> {
  const orgId = organisationOfToken(token)
  if (orgId === null) return null
  const tokenHash = context.digest(token).toString('hex')
  try {
    const { feedId, memberId, workerId, language } = await recogniseCalendar(
      context,
      { kind: 'system', orgId, job: 'calendar' },
      { tokenHash },
    )
    const her = { kind: 'member', orgId, memberId, roles: [], workerId } as const
    return (await readCalendar(context, her, { feedId, language })).text
  } catch (error) {
    if (error instanceof NotFound || error instanceof Forbidden) return null
    throw error
  }
}
