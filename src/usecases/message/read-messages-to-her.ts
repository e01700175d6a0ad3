import { z } from 'zod'
import { listMessagesToHer, type MessageRow } from '#db/message.ts'
import { findAgreedVisits, findReminder } from '#db/reminder.ts'
import {
  carriedChannels,
  isMessageKind,
  kindsToMother,
  type MessageChannel,
  messageChannels,
  messageStates,
} from '#domain/message/message.ts'
import { toHerPolicy } from '#domain/message/reminder.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Work } from '#usecases/context.ts'
import {
  callBackFor,
  callBackMoment,
  mayBeReminded,
  mayLeave,
  readToHer,
  reminderFor,
  type ToHer,
} from '#usecases/message/to-her.ts'
import { question } from '#usecases/use-case.ts'

const shown = 20

/**
 * What may be sent to her and by which ways, with exactly the words that she would get; and what was sent, without them.
 * Her numbers and addresses aren't here.
 */
export const readMessagesToHer = question({
  name: 'read-messages-to-her',
  may: toHerPolicy.read,
  input: z.strictObject({ trajectoryId: z.uuid() }),
  async run(work, { trajectoryId }) {
    const { tx, orgId } = work
    const hers = await readToHer(work, trajectoryId)
    const reminder = await findReminder(tx, orgId, trajectoryId)
    const [next] = await findAgreedVisits(tx, orgId, trajectoryId, work.today)
    const visit = next
      ? { on: next.planned_on, at: next.planned_at?.slice(0, 5) ?? null }
      : { on: work.today.add({ days: 7 }), at: '10:00' }
    const ways = carriedChannels.filter((one) => hers.policy?.channels.includes(one))
    const rows = await listMessagesToHer(tx, orgId, trajectoryId, kindsToMother, shown)
    return {
      trajectoryId,
      personId: hers.person.id,
      name: hers.person.name.given,
      open: hers.trajectory.state === 'active',
      quiet: hers.trajectory.quiet_since !== null,
      allowed: await mayBeReminded(work, hers.person.id),
      reminder: reminder
        ? { channel: reminder.channel, since: reminder.from_at.toZonedDateTimeISO(work.zone).toPlainDate() }
        : null,
      /** Is there a visit that it would tell of, or is this an example? */
      example: !next,
      words: reminderFor(hers, ways[0] ?? 'text', visit),
      callBack: callBackFor(hers, 'text'),
      ways: await Promise.all(ways.map((one) => wayOf(work, hers, one, true))),
      callBackWays: await Promise.all(
        messageChannels
          .filter((one) => hers.policy?.channels.includes(one))
          .map((one) => wayOf(work, hers, one, false)),
      ),
      messages: rows.map((row) => sentOf(work, row)),
    }
  },
})
export type MessagesToHer = Awaited<ReturnType<typeof readMessagesToHer>>

/** A way that she chose, and what stands in its way today. */
async function wayOf(work: Work, hers: ToHer, channel: MessageChannel, reminds: boolean) {
  const at = callBackMoment(hers, channel, work.now.toZonedDateTimeISO(work.zone))
  if (isRefusal(at)) return { channel, refusal: at.refused }
  const message =
    reminds && channel !== 'letter'
      ? reminderFor(hers, channel, { on: work.today.add({ days: 1 }), at: '10:00' })
      : callBackFor(hers, channel)
  const answer = await mayLeave(work, hers, message, at.toInstant())
  return { channel, refusal: isRefusal(answer) ? answer.refused : null }
}

const sentOf = (work: Work, row: MessageRow) => ({
  id: row.id,
  kind: isMessageKind(row.kind) ? row.kind : null,
  channel: messageChannels.find((one) => one === row.channel) ?? 'email',
  // The column holds what the table of states wrote.
  state: messageStates.find((one) => one === row.state) ?? 'unknown',
  reasonCode: row.refusal_code,
  at: (row.settled_at ?? row.not_before).toZonedDateTimeISO(work.zone),
})
