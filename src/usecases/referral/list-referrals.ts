import { z } from 'zod'
import { countOthers, listAcute, listOthers, type ReferralRow } from '#db/referral.ts'
import { fullName } from '#domain/person/person.ts'
import { referralStates, undecidedStates } from '#domain/referral/referral.ts'
import { referralPolicy } from '#domain/referral/referral-policy.ts'
import type { Work } from '#usecases/context.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { question } from '#usecases/use-case.ts'

/** So many of what is not acute stand on one page. */
export const mostOnPage = 200

/**
 * The desk: referrals by state with the clock of each. Acute ones are all on the first page, before the others; of
 * those each page says where the next begins, and how many there are in all.
 */
export const listReferrals = question({
  name: 'list-referrals',
  may: referralPolicy.read,
  input: z.strictObject({
    states: z.array(z.enum(referralStates)).default([...undecidedStates]),
    after: z
      .strictObject({
        at: z.iso.datetime().transform((text) => Temporal.Instant.from(text)),
        id: z.uuid(),
      })
      .nullable()
      .default(null),
  }),
  async run(work, { states, after }) {
    const { tx, actor } = work
    const waits = states.some((state) => undecidedStates.includes(state))
    const acute = after ? [] : await listAcute(tx, actor, states)
    const found = await listOthers(tx, actor, {
      states,
      after,
      limit: mostOnPage + 1,
      direction: waits ? 'asc' : 'desc',
    })
    const others = found.slice(0, mostOnPage)
    const last = others.at(-1)
    return {
      referrals: await linesOf(work, [...acute, ...others]),
      acute: acute.length,
      others: await countOthers(tx, actor, states),
      next: found.length > mostOnPage && last ? { at: last.received_at.toString(), id: last.id } : null,
    }
  },
})

async function linesOf(work: Work, rows: readonly ReferralRow[]) {
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
}
