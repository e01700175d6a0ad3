import { findOrganisation } from '#db/organisation.ts'
import { mayContact } from '#domain/contact-policy/safe-contact-policy.ts'
import { kindOf } from '#domain/message/message.ts'
import { checkOutgoing, type Outgoing } from '#domain/message/outgoing-check.ts'
import type { Refusal } from '#domain/refusal.ts'
import { programmes } from '#programmes/registry.ts'
import { givenConsents } from '#usecases/consent/read-consent.ts'
import type { Work } from '#usecases/context.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { readSafeContact } from '#usecases/safe-contact/read-safe-contact.ts'

interface About {
  readonly personId: string
  readonly trajectoryId: string | null
  /** The moment at which it would arrive. */
  readonly at: Temporal.Instant
}

/**
 * Asks everything that must be true for this message to leave at this moment, from what stands in the database now:
 * her consents, her safe-contact agreement, her address, and every name that may not be read in it.
 */
export async function weighMessage(work: Work, message: Outgoing, about: About): Promise<true | Refusal> {
  const person = (await readPeople(work, [about.personId])).get(about.personId)
  const toMother = kindOf(message.kind).to === 'mother'
  const policy = toMother ? await readSafeContact(work, about.personId) : null
  const organisation = await findOrganisation(work.tx, work.orgId)
  return checkOutgoing(message, {
    erased: !person || person.erased,
    given: await givenConsents(work, about.personId, about.trajectoryId),
    // Whatever is sent stays behind on a phone or in a mailbox: it always leaves a message.
    contact: policy
      ? mayContact(policy, {
          channel: message.channel,
          at: about.at.toZonedDateTimeISO(work.zone),
          leavesMessage: true,
        })
      : null,
    currentAddress: (message.channel === 'email' ? person?.email : person?.phone) ?? null,
    privateNames: [
      person?.name.given,
      person?.name.family,
      person?.phone,
      person?.email,
      person?.address?.street,
    ].filter((name) => name != null),
    ownNames: [
      organisation.name,
      ...[...programmes, ...work.programmes.known].flatMap(({ label, terms }) => [
        label.nl,
        label.en,
        terms.worker.nl,
        terms.worker.en,
      ]),
    ],
  })
}
