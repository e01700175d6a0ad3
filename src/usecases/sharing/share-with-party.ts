import { z } from 'zod'
import { findNetworkOrganisation } from '#db/network-organisation.ts'
import { lockTrajectory } from '#db/trajectory.ts'
import { findTraces } from '#domain/redaction/find-traces.ts'
import { passGate } from '#domain/redaction/gate.ts'
import { isRefusal } from '#domain/refusal.ts'
import { recipients, sharedItems } from '#domain/sharing/sharing.ts'
import { sharingPolicy } from '#domain/sharing/sharing-policy.ts'
import { Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { knownTraces } from '#usecases/redaction/known-traces.ts'
import { longestText, lookedInput } from '#usecases/redaction/looked-input.ts'
import { recordSharing } from '#usecases/sharing/record-sharing.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Shares something of her with a party outside: told in a talk, or in a letter that went through the gate. Naast sends
 * nothing; it says whether it may, keeps that it was, and makes the letter.
 */
export const shareWithParty = command({
  name: 'share-with-party',
  action: 'create',
  may: sharingPolicy.share,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    recipient: z.enum(recipients).exclude(['referrer', 'agency']),
    networkOrganisationId: z.uuid().nullable().default(null),
    items: z.array(z.enum(sharedItems)).min(1, 'choose-one').max(sharedItems.length),
    way: z.enum(['spoken', 'letter']),
    text: z.string().trim().max(longestText, 'too-long').nullable().default(null),
    looked: lookedInput.nullable().default(null),
    /** Somebody's life is in danger, and so it is shared without her yes. */
    danger: z.boolean().default(false),
  }),
  async run(work, { trajectoryId, way, text, looked, danger, ...input }) {
    const { tx, orgId, actor } = work
    const trajectory = await lockTrajectory(tx, actor, trajectoryId)
    if (!trajectory) throw new NotFound()
    aboutTrajectory(work, trajectory)
    const { person_id: personId } = trajectory
    if (
      input.networkOrganisationId &&
      !(await findNetworkOrganisation(tx, orgId, input.networkOrganisationId))
    )
      throw new NotFound()
    if ((way === 'letter') !== Boolean(text)) throw new Invalid({ text: text ? 'not-valid' : 'required' })
    await work.vault.load([personId])
    const words = text && (await throughTheGate(text))
    return recordSharing(work, {
      ...input,
      path: 'share-with-party',
      personId,
      trajectoryId,
      way,
      words: words || null,
      legalGround: danger ? 'danger' : null,
    })

    async function throughTheGate(letter: string) {
      const traces = findTraces(letter, await knownTraces(work, personId))
      const passed = passGate(letter, traces, looked ?? { ticks: {}, readWhole: false })
      if (isRefusal(passed)) throw new Refused(passed.refused)
      return passed
    }
  },
})
