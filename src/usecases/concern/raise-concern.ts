import { z } from 'zod'
import { findContact } from '#db/contact.ts'
import { answerDue, concernLevels } from '#domain/concern/concern.ts'
import { concernPolicy } from '#domain/concern/concern-policy.ts'
import { optionalText } from '#domain/person/person.ts'
import { keepConcern } from '#usecases/concern/keep-concern.ts'
import { whomAbout } from '#usecases/concern/whom-about.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Says that something isn't right, in one tap; words may come later. "Danger now" asks colleagues at once. What is done
 * about it is for a coordinator or the safeguarding lead. Nothing stands in the way: not a state, not a rule.
 */
export const raiseConcern = command({
  name: 'raise-concern',
  action: 'create',
  may: concernPolicy.raise,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    level: z.enum(concernLevels),
    /** The visit it is about. */
    contactId: z.uuid().nullish(),
    words: optionalText(1000),
  }),
  async run(work, { trajectoryId, level, contactId, words }) {
    const { tx, actor } = work
    const trajectory = await whomAbout(work, trajectoryId)
    if (actor.kind !== 'member') throw new Forbidden()
    const contact = contactId ? await findContact(tx, actor, contactId) : null
    if (contactId && contact?.trajectory_id !== trajectoryId) throw new NotFound()
    const { concernAnswer } = definitionOf(work, trajectory).safety
    const concernId = await keepConcern(work, actor, trajectory, {
      level,
      contactId: contact?.id ?? null,
      words,
      answerDue: answerDue(level, concernAnswer, work.now.toZonedDateTimeISO(work.zone)),
    })
    return { concernId }
  },
})
