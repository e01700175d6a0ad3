import { z } from 'zod'
import { followReferrals } from '#db/referral.ts'
import { fullName } from '#domain/person/person.ts'
import { referralPolicy } from '#domain/referral/referral-policy.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { question } from '#usecases/use-case.ts'
import { followed } from './followed.ts'

/** What became of the referrals somebody sent from her own account: a class each, and nothing more. */
export const followOwnReferrals = question({
  name: 'follow-own-referrals',
  may: referralPolicy.followOwn,
  input: z.strictObject({}),
  async run(work) {
    const rows = await followReferrals(work.tx, work.actor)
    work.about({ basis: 'own_referral' })
    const people = await readPeople(
      work,
      rows.map((row) => row.person_id),
    )
    return rows.map((row) => {
      const person = people.get(row.person_id)
      const { reference, status } = followed(row)
      return {
        reference,
        name: person ? fullName(person.name) : '—',
        receivedOn: row.received_on,
        status,
      }
    })
  },
})
