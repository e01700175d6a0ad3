import { z } from 'zod'
import { listLetterPrints } from '#db/letter-print.ts'
import { isMemberWith } from '#domain/member/actor.ts'
import { messageStates } from '#domain/message/message.ts'
import { isRefusal } from '#domain/refusal.ts'
import { findLetter, weighLetter } from '#usecases/message/held-letter.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { readSafeContact } from '#usecases/safe-contact/read-safe-contact.ts'
import { whoDid } from '#usecases/signal/who-did.ts'
import { question } from '#usecases/use-case.ts'

/**
 * A letter that a person prints and posts: how she may be reached, where it goes, and what became of it. Not what it
 * says; and not where it goes as long as it may not go there.
 */
export const prepareLetter = question({
  name: 'prepare-letter',
  may: (actor) => isMemberWith(actor, 'coordinator'),
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const row = await findLetter(work, id)
    const open = row.state === 'pending' || row.state === 'handing_over'
    const weighed = open ? await weighLetter(work, row) : null
    const refusal = weighed && isRefusal(weighed.answer) ? weighed.answer.refused : null
    const person = (await readPeople(work, [row.owner_id])).get(row.owner_id)
    const prints = await listLetterPrints(work.tx, work.orgId, id)
    const names = await whoDid(
      work,
      [...prints.map(({ printed_by }) => printed_by), row.settled_by].filter((by) => by !== null),
    )
    const onDay = (at: Temporal.Instant) => at.toZonedDateTimeISO(work.zone).toPlainDate()
    return {
      id,
      version: row.version,
      // The column holds what the table of states wrote.
      state: messageStates.find((one) => one === row.state) ?? 'unknown',
      reasonCode: row.refusal_code,
      refusal,
      trajectoryId: row.trajectory_id,
      name: person && !person.erased ? person.name.given : '—',
      phone: person?.phone ?? null,
      policy: await readSafeContact(work, row.owner_id),
      envelope: weighed && refusal === null ? weighed.letter.address.split('\n') : null,
      until: row.expires_at.toZonedDateTimeISO(work.zone),
      sayBy: row.lease_until?.toZonedDateTimeISO(work.zone) ?? null,
      prints: prints.map((print) => ({
        id: print.id,
        on: onDay(print.printed_at),
        by: names.get(print.printed_by) ?? null,
        why: print.reason_code,
      })),
      settled:
        row.settled_at && row.settled_by
          ? { on: onDay(row.settled_at), by: names.get(row.settled_by) ?? null }
          : null,
    }
  },
})
export type LetterPage = Awaited<ReturnType<typeof prepareLetter>>
