import { z } from 'zod'
import { listReferrals as findReferrals } from '#db/referral.ts'
import { fullName } from '#domain/person/person.ts'
import { referralStates, undecidedStates } from '#domain/referral/referral.ts'
import { referralPolicy } from '#domain/referral/referral-policy.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { question } from '#usecases/use-case.ts'

/** The desk: referrals by state, acute first, then oldest first, with the clock of each. */
export const listReferrals = question({
  name: 'list-referrals',
  may: referralPolicy.read,
  input: z.strictObject({ states: z.array(z.enum(referralStates)).default([...undecidedStates]) }),
  async run(work, { states }) {
    const rows = await findReferrals(work.tx, work.actor, { states, limit: 200 })
    const people = await readPeople(
      work,
      rows.map((row) => row.person_id),
    )
    return rows.map((row) => {
      const person = people.get(row.person_id)
      return {
        id: row.id,
        name: person ? fullName(person.name) : '—',
        state: row.state,
        acute: row.urgency === 'acute',
        channel: row.channel,
        referrerKind: row.referrer_kind,
        receivedOn: row.received_on,
        contactDueOn: row.contact_due_on,
        // What is decided is late no more, whenever that was.
        late:
          undecidedStates.includes(row.state) &&
          row.paused_on === null &&
          Temporal.PlainDate.compare(row.contact_due_on, work.today) < 0,
        languages: person?.languages ?? [],
      }
    })
  },
})
