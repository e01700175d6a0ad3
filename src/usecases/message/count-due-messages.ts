import { z } from 'zod'
import { countMessagesDue } from '#db/message.ts'
import { carriedChannels } from '#domain/message/message.ts'
import { question } from '#usecases/use-case.ts'

/** Is there anything to do in the outbox? Asked every few seconds; it names no one, and so leaves no trace. */
export const countDueMessages = question({
  name: 'count-due-messages',
  may: (actor) => actor.kind === 'system',
  input: z.strictObject({ channels: z.array(z.enum(carriedChannels)) }),
  run: ({ tx, actor, now }, { channels }) => countMessagesDue(tx, actor, { now, channels }),
})
