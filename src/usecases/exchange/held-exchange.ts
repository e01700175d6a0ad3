import { type ExchangeFaceRow, type ExchangeRow, findOtherFaces, lockExchange } from '#db/exchange.ts'
import type { MemberActor } from '#domain/member/actor.ts'
import type { Work } from '#usecases/context.ts'
import { Forbidden, NotFound, Refused } from '#usecases/failure.ts'

/** The agreement, held, as whoever decides about it saw it. */
export async function holdExchange(
  work: Work,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<{ row: ExchangeRow; member: MemberActor }> {
  const { tx, actor } = work
  if (actor.kind !== 'member') throw new Forbidden()
  const row = await lockExchange(tx, actor, id)
  if (!row) throw new NotFound()
  if (row.version !== version) throw new Refused('changed-meanwhile')
  return { row, member: actor }
}

/**
 * The other sides that this organisation is shown: of who offered, all who answered its code; of who answered, the one
 * whose code it was. More than one is somebody too many.
 */
export function othersOf(row: ExchangeRow, faces: readonly ExchangeFaceRow[]): ExchangeFaceRow[] {
  return faces.filter(
    (face) =>
      face.agreement_id === row.id &&
      face.side !== row.side &&
      (row.other_org_id === null || face.org_id === row.other_org_id),
  )
}

export const otherFaces = async ({ tx, orgId }: Work, row: ExchangeRow): Promise<ExchangeFaceRow[]> =>
  row.way === 'file' ? [] : othersOf(row, await findOtherFaces(tx, orgId, [row.id]))
