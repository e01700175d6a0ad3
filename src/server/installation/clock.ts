import type pg from 'pg'

/** More than this apart, and codes, deadlines and sealed hours would not fit each other any more. */
export const mostSecondsApart = 5

/** How far the clock here and the database's are apart, in seconds; the way there and back counts for neither. */
export async function secondsApart(client: pg.Client, now: () => Temporal.Instant): Promise<number> {
  const before = now()
  const { rows } = await client.query<{ at: string }>(
    `select extract(epoch from clock_timestamp())::text as at`,
  )
  const after = now()
  const there = Number(rows[0]?.at) * 1000
  if (there < before.epochMilliseconds) return (before.epochMilliseconds - there) / 1000
  return Math.max(0, there - after.epochMilliseconds) / 1000
}
