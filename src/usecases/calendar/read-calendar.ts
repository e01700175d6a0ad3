import { z } from 'zod'
import { findOwnFeed } from '#db/calendar-feed.ts'
import { findOrganisation } from '#db/organisation.ts'
import { findWorker } from '#db/worker.ts'
import { calendarPolicy, calendarSpan, standsOnCalendar } from '#domain/calendar/calendar-rules.ts'
import { checkCalendar } from '#domain/calendar/check-calendar.ts'
import { type Entry, spanOf, uidOf, writeCalendar } from '#domain/calendar/write-calendar.ts'
import { memberLanguages } from '#domain/member/language.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound } from '#usecases/failure.ts'
import { ownNamesOf } from '#usecases/message/own-names.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { staysOf, type WorkerStay } from '#usecases/planning/stays-of.ts'
import { question } from '#usecases/use-case.ts'

/**
 * Her own appointments as a program on her phone gets them: when, and nothing else. Rendered first and then asked what every
 * message is asked, with no way round it; what doesn't pass doesn't leave.
 */
export const readCalendar = question({
  name: 'read-calendar',
  may: calendarPolicy.own,
  input: z.strictObject({ feedId: z.uuid(), language: z.enum(memberLanguages) }),
  async run(work, { feedId, language }): Promise<{ text: string }> {
    const { tx, orgId, actor, today, now } = work
    if (actor.kind !== 'member' || actor.workerId === null) throw new NotFound()
    const feed = await findOwnFeed(tx, orgId, actor.memberId)
    const worker = await findWorker(tx, actor, actor.workerId)
    const organisation = await findOrganisation(tx, orgId)
    const rule = organisation.calendars
    if (feed?.id !== feedId || !worker || worker.state === 'left' || rule === 'none') throw new NotFound()
    const { stays } = await staysOf(work, [worker], {
      from: today.subtract({ days: calendarSpan.daysBack }),
      until: today.add({ days: calendarSpan.daysAhead }),
    })
    const shown = stays.filter(
      ({ state, safetyClass }) => state !== 'no_show' && standsOnCalendar(rule, safetyClass),
    )
    work.about({ trajectory: shown.flatMap(({ trajectoryId }) => trajectoryId ?? []), basis: 'match' })
    const text = writeCalendar(entriesOf(work, feedId, shown), { language, at: now })
    const checked = checkCalendar(text, {
      privateNames: await namesOf(work, [
        worker.person_id,
        ...shown.flatMap(({ personId }) => personId ?? []),
      ]),
      ownNames: ownNamesOf(work, organisation),
    })
    // Nothing in it is anybody's words, so this is a bug of ours and is told as one.
    if (isRefusal(checked)) throw new Error(`A calendar may not leave: ${checked.refused}.`)
    return { text }
  },
})

/** What has no time isn't on it: a whole day that is taken says more than it helps. */
const entriesOf = ({ digest, zone }: Work, feedId: string, stays: readonly WorkerStay[]): Entry[] =>
  stays.flatMap((stay) => {
    const span = spanOf(stay, zone)
    return span ? [{ uid: uidOf(digest(`calendar|${feedId}|${stay.kind}|${stay.id}`)), ...span }] : []
  })

/** Everything that may not be read in it, of her and of the women whom she visits. */
async function namesOf(work: Work, people: readonly string[]): Promise<string[]> {
  const files = [...(await readPeople(work, people)).values()]
  return files.flatMap(({ name, phone, email, address }) =>
    [name.given, name.family, phone, email, address?.street].filter((one) => one != null),
  )
}
