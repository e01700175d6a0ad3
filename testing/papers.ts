import type { MemberActor } from '#domain/member/actor.ts'
import type { Role } from '#domain/member/role.ts'
import { addAuthority } from '#usecases/document/add-authority.ts'
import { addDocument } from '#usecases/document/add-document.ts'
import { removeDocument } from '#usecases/document/remove-document.ts'
import { SafeFile } from '#usecases/document/safe-file.ts'
import { pdf } from './hostile-files.ts'
import type { World } from './world.ts'

/** A paper that was looked at, with these words in it. */
export const paper = (words = 'Beste mevrouw,'): SafeFile =>
  new SafeFile({ type: 'application/pdf', body: pdf([`8 0 obj\n(${words})\nendobj\n`]), print: words })

/** A signed paper in her file, one that a worker added and the coordinator wants out, and proof of a father's authority. */
export interface PapersHouse {
  readonly trajectory: string
  readonly one: string
  readonly consent: string
  readonly asked: string
  readonly authority: string
}

export async function papersOf(
  { context, owner }: Pick<World, 'context' | 'owner'>,
  { coordinator, worker, privacy_officer }: Readonly<Record<Role, MemberActor>>,
  { trajectoryId, childRequestId }: { trajectoryId: string; childRequestId: string },
): Promise<PapersHouse> {
  const { rows } = await owner.query<{ id: string }>(
    `select id from consent where trajectory_id = $1 and superseded_at is null order by id limit 1`,
    [trajectoryId],
  )
  const [consent] = rows
  if (!consent) throw new Error('she answered nothing')
  const { id: one } = await addDocument(context, coordinator, {
    trajectoryId,
    kind: 'signed_consent',
    consentId: consent.id,
    name: 'Getekend door Zwaluwina',
    file: paper('Merelverhaal'),
  })
  const { id: asked } = await addDocument(context, worker, {
    trajectoryId,
    kind: 'other',
    name: 'Brief over Zwaluwina',
    file: paper('Lijstergesprek'),
  })
  await removeDocument(context, coordinator, { id: asked, version: 1, reason: 'wrong_file' })
  const { id: authority } = await addAuthority(context, privacy_officer, {
    childRequestId,
    name: 'Uitspraak voor Kwikstaartje',
    file: paper('Kwikstaartje'),
  })
  return { trajectory: trajectoryId, one, consent: consent.id, asked, authority }
}
