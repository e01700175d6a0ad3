import { type FileLockRow, holdFileLock, insertFileLockStep } from '#db/file-lock.ts'
import type { FileLockStep } from '#domain/file-lock/file-lock.ts'
import type { MemberActor } from '#domain/member/actor.ts'
import type { Work } from '#usecases/context.ts'
import { Forbidden, NotFound, Refused } from '#usecases/failure.ts'
import { fileLockFields } from '#usecases/file-lock/file-lock-fields.ts'

/** The lock, held, as it was on the screen; with who decides. */
export async function holdLock(
  work: Work,
  { id, version }: { id: string; version: number },
): Promise<{ lock: FileLockRow; member: MemberActor }> {
  if (work.actor.kind !== 'member') throw new Forbidden()
  const lock = await holdFileLock(work.tx, work.actor, id)
  if (!lock) throw new NotFound()
  work.about({ person: lock.person_id })
  if (lock.version !== version) throw new Refused('changed-meanwhile')
  return { lock, member: work.actor }
}

/** Keeps who did what about a lock, when and why; never changed afterwards. */
export async function addLockStep(
  work: Work,
  lock: Pick<FileLockRow, 'id' | 'person_id'>,
  { step, words, by }: { step: FileLockStep; words: string; by: string },
): Promise<void> {
  const id = work.newId()
  await work.vault.load([lock.person_id])
  await insertFileLockStep(work.tx, {
    org_id: work.orgId,
    id,
    lock_id: lock.id,
    step,
    words_sealed: fileLockFields.seal(work.vault, lock.person_id, id, 'words_sealed', words),
    taken_by: by,
    taken_at: work.now,
  })
}
