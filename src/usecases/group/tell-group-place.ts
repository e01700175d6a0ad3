import { z } from 'zod'
import { savePlace } from '#db/group-place.ts'
import { findNextSession } from '#db/group-session.ts'
import { listMessagesToHer } from '#db/message.ts'
import { nextSafeMoment } from '#domain/contact-policy/safe-contact-policy.ts'
import { groupPolicy } from '#domain/group/group-policy.ts'
import { mayTellPlace, tellingWays } from '#domain/group/place-told.ts'
import { placeText, whenWords } from '#domain/message/message-text.ts'
import { isRefusal } from '#domain/refusal.ts'
import { versionInput } from '#domain/version.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { locationOf } from '#usecases/group/group-fields.ts'
import { hasSeat } from '#usecases/group/group-states.ts'
import { type HeldPlace, holdPlace } from '#usecases/group/held-group.ts'
import { herAddress } from '#usecases/message/her-address.ts'
import { queueMessage } from '#usecases/message/queue-message.ts'
import { herLanguage } from '#usecases/message/to-her.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { readSafeContact } from '#usecases/safe-contact/read-safe-contact.ts'
import { command } from '#usecases/use-case.ts'

/**
 * She is told where the group meets, shortly before: said to her, or by a message along a way that she chose. A message
 * goes through the outbox like every other; what it stops is not sent, and a person hears why.
 */
export const tellGroupPlace = command({
  name: 'tell-group-place',
  action: 'update',
  may: groupPolicy.hold,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    how: z.enum(tellingWays, { error: 'choose-one' }),
  }),
  async run(work, { id, version, how }) {
    const { tx, orgId, actor, today } = work
    const held = await holdPlace(work, id, version)
    const { group, place, rules } = held
    const next = (await findNextSession(tx, orgId, group.id, today)) ?? null
    const location = locationOf(work, group)
    const allowed = mayTellPlace(
      rules,
      { placeKnown: location !== null, hasSeat: hasSeat(place), nextOn: next?.on_day ?? null },
      today,
    )
    if (isRefusal(allowed)) throw new Refused(allowed.refused, { days: rules.placeToldDays?.value ?? 0 })
    const refusal =
      how === 'spoken' || !next || !location
        ? null
        : await send(work, held, { channel: how, location, on: next.on_day, at: next.at_time })
    if (refusal === null)
      await savePlace(tx, place, {
        told_on: today,
        told_how: how,
        told_by: actor.kind === 'member' ? actor.memberId : null,
      })
    return { refusal }
  },
})

/** Enough to count by; nobody is told more often in one trajectory. */
const mostTold = 1000

/** What the outbox said; `null` if it takes it. */
async function send(
  work: Work,
  { place }: HeldPlace,
  told: {
    readonly channel: 'email' | 'text'
    readonly location: string
    readonly on: Temporal.PlainDate
    readonly at: string | null
  },
): Promise<string | null> {
  const person = (await readPeople(work, [place.person_id])).get(place.person_id)
  if (!person || person.erased) throw new NotFound()
  const policy = await readSafeContact(work, person.id)
  // In a language without a list of words it stands in Dutch, and the outbox refuses it.
  const language = herLanguage(policy) ?? 'nl'
  const now = work.now.toZonedDateTimeISO(work.zone)
  // Once it began, nobody needs to hear any more where it is.
  const begins = told.on.toZonedDateTime({ timeZone: work.zone, plainTime: told.at ?? '23:59' })
  const moment = policy ? nextSafeMoment(policy, now) : now
  if (!moment || Temporal.ZonedDateTime.compare(moment, begins) >= 0) throw new Refused('contact-not-now')
  // The place is held: nobody else tells her at this moment.
  const before = await listMessagesToHer(work.tx, work.orgId, place.trajectory_id, ['group-place'], mostTold)
  const { refusal } = await queueMessage(work, {
    kind: 'group-place',
    channel: told.channel,
    language,
    address: herAddress(person, told.channel) ?? '',
    ...placeText(language, whenWords(language, told.on, told.at), told.location),
    personId: person.id,
    trajectoryId: place.trajectory_id,
    notBefore: moment.toInstant(),
    notAfter: begins.toInstant(),
    dedupeKey: `group-place|${place.id}|${told.on}|${before.length}`,
  })
  return refusal
}
