import { isRecipientBarred } from '#db/lock-reach.ts'
import { findOrganisation } from '#db/organisation.ts'
import { findCasesOfPeople } from '#db/person-case.ts'
import { visitStands } from '#db/reminder.ts'
import { mayContact, standingOf } from '#domain/contact-policy/safe-contact-policy.ts'
import { postAddress } from '#domain/message/letter.ts'
import { kindOf } from '#domain/message/message.ts'
import { checkOutgoing, type Outgoing } from '#domain/message/outgoing-check.ts'
import type { RemindedVisit } from '#domain/message/reminder.ts'
import type { Refusal } from '#domain/refusal.ts'
import { givenConsents } from '#usecases/consent/read-consent.ts'
import type { Work } from '#usecases/context.ts'
import { herAddress, isNumberShared } from '#usecases/message/her-address.ts'
import { namesAround } from '#usecases/message/names-around.ts'
import { ownNamesOf } from '#usecases/message/own-names.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { readSafeContact } from '#usecases/safe-contact/read-safe-contact.ts'

export interface About {
  readonly personId: string
  readonly trajectoryId: string | null
  /** The moment at which it would arrive. */
  readonly at: Temporal.Instant
  readonly referralId: string | null
  /** As it stands in the outbox; `null` before it does. */
  readonly messageId: string | null
  /** Whom it comes from; `null` as long as it waits, and then it is asked again. */
  readonly sender: string | null
  /** The visit that it reminds of. */
  readonly visit?: (RemindedVisit & { readonly contactId: string }) | null
}

/**
 * Asks everything that must be true for this message to leave at this moment, from what stands in the database now:
 * her consents, her safe-contact agreement, her address, and every name that may not be read in it.
 */
export async function weighMessage(work: Work, message: Outgoing, about: About): Promise<true | Refusal> {
  const { personId, trajectoryId, sender, visit = null } = about
  const at = about.at.toZonedDateTimeISO(work.zone)
  const person = (await readPeople(work, [personId])).get(personId)
  const policy = await readSafeContact(work, personId)
  const organisation = await findOrganisation(work.tx, work.orgId)
  return checkOutgoing(message, {
    erased: kindOf(message.kind).aboutHerself ? false : !person || person.erased,
    locked: await isRecipientBarred(work.tx, work.orgId, {
      ...about,
      toReferrer: kindOf(message.kind).to === 'referrer',
    }),
    sender,
    given: await givenConsents(work, personId, trajectoryId),
    agreement: standingOf(policy, at),
    // Whatever is sent stays behind on a phone or in a mailbox: it always leaves a message.
    contact: policy
      ? mayContact(policy, {
          channel: message.channel,
          at,
          leavesMessage: true,
          to: postAddress(person?.address ?? null),
        })
      : null,
    visit: visit && ((await visitStands(work.tx, work.orgId, visit)) ? 'stands' : 'changed'),
    numberShared:
      message.channel === 'text' &&
      policy?.aloneOn !== message.address &&
      (await isNumberShared(work, personId, message.address)),
    herLanguage: policy?.language ?? null,
    ...(await herProgrammes(work, about)),
    currentAddress: person ? herAddress(person, message.channel) : null,
    privateNames: [
      person?.name.given,
      person?.name.family,
      person?.phone,
      person?.email,
      person?.address?.street,
      ...(await namesAround(work, personId)),
    ].filter((name) => name != null),
    ownNames: ownNamesOf(work, organisation),
  })
}

/** Is she in, or was she referred to, a programme of the highest safety class; is it over, does it rest, is it quiet? */
async function herProgrammes(work: Work, { personId, trajectoryId }: About) {
  // Whoever acts need not see all her cases: what holds for her is decided here.
  const outbox = { kind: 'system', orgId: work.orgId, job: 'outbox' } as const
  const { trajectories, referrals } = await findCasesOfPeople(work.tx, outbox, [personId])
  const ids = new Set([...trajectories, ...referrals].map(({ programme_id: id }) => id))
  const hers = work.programmes.known.filter(({ id }) => ids.has(id))
  return {
    nothingWithoutAgreement: hers.some(({ safety }) => safety.class.value === 'very_high'),
    closed: trajectories.some(({ id, state }) => id === trajectoryId && state === 'closed'),
    resting: trajectories.some(
      ({ id, state, quiet_since }) =>
        state !== 'closed' && (quiet_since !== null || (id === trajectoryId && state === 'paused')),
    ),
  }
}
