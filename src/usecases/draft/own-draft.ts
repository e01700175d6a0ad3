import { z } from 'zod'
import { findContact } from '#db/contact.ts'
import { deleteDraft } from '#db/draft.ts'
import { findTrajectory } from '#db/trajectory.ts'
import { isMemberWith, type MemberActor } from '#domain/member/actor.ts'
import { roles } from '#domain/member/role.ts'
import type { Work } from '#usecases/context.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { sealedFields } from '#usecases/sealed-fields.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'

/** Forms that keep a draft. What each is about must be seen by the writer, or there is nothing to write. */
export const draftForms = ['contact-log', 'contact-extra'] as const
export type DraftForm = (typeof draftForms)[number]

export const draftKey = { form: z.enum(draftForms), subjectId: z.uuid() }
export interface DraftOf {
  readonly form: DraftForm
  readonly subjectId: string
}

/** A draft is sealed under its writer's own key: nobody else reads half a sentence. */
export const draftFields = sealedFields('draft', ['body_sealed'])

export const ownKey = (work: Work, { form, subjectId }: DraftOf) => ({
  orgId: work.orgId,
  memberId: writerOf(work).memberId,
  form,
  subjectId,
})

export function writerOf({ actor }: Work): MemberActor {
  if (!isMemberWith(actor, ...roles)) throw new Forbidden()
  return actor
}

/** The trajectory a draft is about; what the writer may not see does not exist. */
export async function checkSubject(work: Work, { form, subjectId }: DraftOf): Promise<void> {
  const trajectoryId = await trajectoryIdOf[form](work, subjectId)
  const trajectory = trajectoryId && (await findTrajectory(work.tx, work.actor, trajectoryId))
  if (!trajectory) throw new NotFound()
  aboutTrajectory(work, trajectory)
}

const trajectoryIdOf: Record<DraftForm, (work: Work, id: string) => Promise<string | undefined>> = {
  'contact-log': async (work, id) => (await findContact(work.tx, work.actor, id))?.trajectory_id,
  'contact-extra': async (_, id) => id,
}

/** Part of sending the form: what was sent is no longer a draft. */
export async function dropOwnDraft(work: Work, draft: DraftOf): Promise<void> {
  await deleteDraft(work.tx, ownKey(work, draft))
}
