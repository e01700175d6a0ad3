import { z } from 'zod'
import { findImport, listStayedReferrals } from '#db/import.ts'
import { importPolicy } from '#domain/import/import-policy.ts'
import { fullName } from '#domain/person/person.ts'
import { NotFound } from '#usecases/failure.ts'
import { summaryOf } from '#usecases/import/read-import.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { question } from '#usecases/use-case.ts'

/** What came of a list; after it was undone also whose referrals stayed, because somebody already worked on them. */
export const readImportResult = question({
  name: 'read-import-result',
  may: importPolicy.use,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const list = await findImport(work.tx, work.actor, id)
    if (!list) throw new NotFound()
    const summary = await summaryOf(work, list)
    if (summary.state !== 'undone') return { summary, stayed: [] }
    const referrals = await listStayedReferrals(work.tx, work.orgId, id)
    const people = await readPeople(
      work,
      referrals.map((referral) => referral.person_id),
    )
    return {
      summary,
      stayed: referrals.map((referral) => {
        const person = people.get(referral.person_id)
        return { referralId: referral.id, name: person ? fullName(person.name) : '—', state: referral.state }
      }),
    }
  },
})
