import { z } from 'zod'
import { isMemberWith } from '#domain/member/actor.ts'
import { versionInput } from '#domain/version.ts'
import { Forbidden, Refused } from '#usecases/failure.ts'
import { holdLetter } from '#usecases/message/held-letter.ts'
import { moveMessage } from '#usecases/message/move-message.ts'
import { command } from '#usecases/use-case.ts'

/** Who posted the letter says so; or that it was not posted and the paper is destroyed, and then somebody calls her. */
export const settleLetter = command({
  name: 'settle-letter',
  action: 'update',
  may: (actor) => isMemberWith(actor, 'coordinator'),
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    posted: z.enum(['yes', 'no'], { error: 'choose-one' }),
  }),
  async run(work, { posted, ...which }) {
    const { actor } = work
    if (actor.kind !== 'member') throw new Forbidden()
    const row = await holdLetter(work, which)
    if (row.state !== 'handing_over') throw new Refused('not-from-this-state')
    const state = await moveMessage(work, row, posted === 'yes' ? 'note-sent' : 'give-up', {
      by: actor.memberId,
      ...(posted === 'yes' ? {} : { reasonCode: 'letter-not-posted' }),
    })
    return { id: row.id, state }
  },
})
