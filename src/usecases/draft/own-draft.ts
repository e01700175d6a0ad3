import { z } from 'zod'
import { findContact } from '#db/contact.ts'
import { deleteDrafts } from '#db/draft.ts'
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

/** Where something is typed: a window, a phone. Two of them don't write over each other. */
const onePlace = z.string().regex(/^[a-z0-9-]{1,40}$/, 'not-valid')
/** This place, and the draft that was put before her when she began here. */
export const draftPlace = z
  .strictObject({
    here: onePlace,
    from: z.strictObject({ place: onePlace, savedAt: z.iso.datetime() }).nullable(),
  })
  .nullish()
  .transform((place) => place ?? null)
export type DraftPlace = z.output<typeof draftPlace>

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

/** What she began from has gone on here: it is no draft of its own any more, unless somebody went on there too. */
export async function goOnFrom(work: Work, draft: DraftOf, place: DraftPlace): Promise<void> {
  if (!place?.from) return
  const savedAt = Temporal.Instant.from(place.from.savedAt)
  await deleteDrafts(work.tx, ownKey(work, draft), { place: place.from.place, savedAt })
}

/** Part of sending the form: what was sent is no longer a draft. What was typed elsewhere stays one. */
export async function dropOwnDraft(
  work: Work,
  { place, ...draft }: DraftOf & { place: DraftPlace },
): Promise<void> {
  await goOnFrom(work, draft, place)
  await deleteDrafts(work.tx, ownKey(work, draft), place?.here ?? unnamed)
}

/** Without a place there is one for all: who sends by a program, and forms from before there were places. */
export const unnamed = 'here'
