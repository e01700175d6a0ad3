import { findConsents } from '#db/consent.ts'
import { findLockFor, insertSharing } from '#db/sharing.ts'
import { actorId } from '#domain/member/actor.ts'
import { isRefusal } from '#domain/refusal.ts'
import { type Ground, groundFor } from '#domain/sharing/ground.ts'
import type { LegalGround, Recipient, SharedItem, SharingPath, SharingWay } from '#domain/sharing/sharing.ts'
import type { Work } from '#usecases/context.ts'
import { Refused } from '#usecases/failure.ts'
import { sharingFields } from '#usecases/sharing/sharing-fields.ts'

export interface NewSharing {
  readonly path: SharingPath
  readonly personId: string
  readonly trajectoryId: string | null
  readonly referralId?: string | null
  readonly recipient: Recipient
  readonly networkOrganisationId?: string | null
  readonly items: readonly SharedItem[]
  readonly way: SharingWay
  readonly messageId?: string | null
  /** Named only where it is not her consent that it rests on. */
  readonly legalGround?: LegalGround | null
  /** Words that passed the gate, and how many traces went and stayed. */
  readonly words?: { readonly text: string; readonly gone: number; readonly stayed: number } | null
}

type Asked = Pick<NewSharing, 'path' | 'personId' | 'trajectoryId' | 'recipient' | 'items'> &
  Required<Pick<NewSharing, 'networkOrganisationId' | 'legalGround'>>

/** On what this rests, from what stands in the database now; stops whoever was about to share or to look at it first. */
export async function askGround({ tx, orgId, today }: Work, asked: Asked): Promise<Ground> {
  const { personId, trajectoryId, networkOrganisationId, legalGround } = asked
  if (networkOrganisationId && (await findLockFor(tx, orgId, personId, networkOrganisationId)))
    throw new Refused('sharing-ask-lead')
  const answers = await findConsents(tx, orgId, personId, trajectoryId)
  const ground = groundFor({ ...asked, networkOrganisationId, legalGround }, answers, today)
  if (isRefusal(ground)) throw new Refused(ground.refused)
  return ground
}

/**
 * The one place where something of her is shared: asks for what it rests on, and writes it in the ledger. Without her
 * live consent or a ground that the law names it stops whatever was about to be done. Her key must be loaded if there
 * are words.
 */
export async function recordSharing(work: Work, sharing: NewSharing): Promise<{ sharingId: string }> {
  const { tx, orgId, actor, now, today, vault } = work
  const { personId, trajectoryId, words = null, networkOrganisationId = null, legalGround = null } = sharing
  const ground = await askGround(work, { ...sharing, networkOrganisationId, legalGround })
  const id = work.newId()
  await insertSharing(tx, {
    org_id: orgId,
    id,
    path: sharing.path,
    person_id: personId,
    trajectory_id: trajectoryId,
    referral_id: sharing.referralId ?? null,
    recipient: sharing.recipient,
    network_organisation_id: networkOrganisationId,
    consent_id: 'consentId' in ground ? ground.consentId : null,
    legal_ground: 'legalGround' in ground ? ground.legalGround : null,
    items: [...sharing.items],
    way: sharing.way,
    message_id: sharing.messageId ?? null,
    words_sealed: sharingFields.sealIf(vault, personId, id, 'words_sealed', words?.text),
    traces_gone: words?.gone ?? 0,
    traces_stayed: words?.stayed ?? 0,
    shared_on: today,
    shared_by: actor.kind === 'member' ? actorId(actor) : null,
    shared_at: now,
  })
  work.about({
    person: personId,
    ...(trajectoryId ? { trajectory: trajectoryId } : {}),
    detail: { shared: sharing.path, with: sharing.recipient },
  })
  return { sharingId: id }
}
