import { z } from 'zod'
import { listMessagesToHer, type MessageRow } from '#db/message.ts'
import { messageChannels } from '#domain/message/message.ts'
import { toHerPolicy } from '#domain/message/reminder.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Work } from '#usecases/context.ts'
import { Refused } from '#usecases/failure.ts'
import { queueMessage } from '#usecases/message/queue-message.ts'
import { callBackFor, callBackMoment, holdToHer } from '#usecases/message/to-her.ts'
import { command } from '#usecases/use-case.ts'

/**
 * She wasn't reached: asks her to call when it suits her, in words that say nothing, by a way that she chose and in her
 * hours. Never while one still waits, and once a day at most, by whatever way: a phone that keeps beeping tells too.
 */
export const askCallBack = command({
  name: 'ask-call-back',
  action: 'create',
  may: toHerPolicy.write,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    channel: z.enum(messageChannels, { error: 'choose-one' }),
  }),
  async run(work, { trajectoryId, channel }) {
    const hers = await holdToHer(work, trajectoryId)
    const at = callBackMoment(hers, channel, work.now.toZonedDateTimeISO(work.zone))
    if (isRefusal(at)) throw new Refused(at.refused)
    const before = await listMessagesToHer(work.tx, work.orgId, trajectoryId, ['call-back'], mostShown)
    if (before.some((row) => wasAsked(work, row))) throw new Refused('call-back-already')
    const { state, refusal } = await queueMessage(work, {
      ...callBackFor(hers, channel),
      personId: hers.person.id,
      trajectoryId,
      notBefore: at.toInstant(),
      // Her trajectory is held: nobody else asks at this moment.
      dedupeKey: `call-back|${trajectoryId}|${before.length}`,
    })
    return { trajectoryId, state, refusal }
  },
})

/** Enough to count by; she is not asked more often in one trajectory. */
const mostShown = 1000
const underway = ['pending', 'handing_over']
const left = ['sent', 'unknown']

/** One is under way, or may have reached her today. */
const wasAsked = ({ today, zone }: Work, { state, settled_at }: MessageRow): boolean =>
  underway.includes(state) ||
  (left.includes(state) && settled_at?.toZonedDateTimeISO(zone).toPlainDate().equals(today) === true)
