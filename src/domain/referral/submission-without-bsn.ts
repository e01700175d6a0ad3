import { hasBsn, withoutBsn } from '#domain/bsn.ts'
import type { ReferralSubmission } from '#domain/referral/referral-submission.ts'

/**
 * A submission with every BSN left out, wherever somebody typed one (domain.md 3.5): in running text a mark stays in
 * its place, in a name or an address nothing, and an e-mail address made of one goes as a whole. Phone numbers have
 * their country in front by now and are no BSN. `dropped` names the fields, so that the sender can be told.
 */
export function submissionWithoutBsn(submission: ReferralSubmission): {
  submission: ReferralSubmission
  dropped: readonly string[]
} {
  const dropped: string[] = []
  const left = <Text extends string | null>(field: string, text: Text, instead: string): string | Text => {
    if (text === null || !hasBsn(text)) return text
    dropped.push(field)
    return withoutBsn(text, instead).text.replace(/\s+/g, ' ').trim()
  }
  const prose = (field: string, text: string | null) => {
    if (text === null || !hasBsn(text)) return text
    dropped.push(field)
    return withoutBsn(text).text
  }
  const part = (field: string, text: string | null) => left(field, text, '') || null
  const email = (field: string, text: string | null) => {
    if (text === null || !hasBsn(text)) return text
    dropped.push(field)
    return null
  }
  const { mother, child, reach, referrer } = submission
  return {
    submission: {
      ...submission,
      mother: {
        ...mother,
        name: {
          // A person needs a name, even if all that was given was a number.
          given: left('mother.name.given', mother.name.given, '') || '—',
          family: part('mother.name.family', mother.name.family),
        },
        email: email('mother.email', mother.email),
        address: mother.address && {
          ...mother.address,
          street: part('mother.address.street', mother.address.street),
          houseNumber: part('mother.address.houseNumber', mother.address.houseNumber),
          place: part('mother.address.place', mother.address.place),
        },
      },
      child: { ...child, given: part('child.given', child.given) },
      reach: { ...reach, when: prose('reach.when', reach.when) },
      referrer: {
        ...referrer,
        name: part('referrer.name', referrer.name),
        organisation: part('referrer.organisation', referrer.organisation),
        email: email('referrer.email', referrer.email),
      },
      words: prose('words', submission.words),
    },
    dropped,
  }
}
