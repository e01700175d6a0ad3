import { type FileLockRow, listFileLockSteps } from '#db/file-lock.ts'
import type { FileLockState, FileLockStep } from '#domain/file-lock/file-lock.ts'
import { afterAnswer, mayStepLock } from '#domain/file-lock/file-lock.ts'
import { fileLockPolicy } from '#domain/file-lock/file-lock-policy.ts'
import type { Against } from '#domain/file-lock/lock-effects.ts'
import { actorId } from '#domain/member/actor.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Work } from '#usecases/context.ts'
import { fileLockFields } from '#usecases/file-lock/file-lock-fields.ts'
import { againstOf, nameAll } from '#usecases/file-lock/name-against.ts'
import { whoDid } from '#usecases/signal/who-did.ts'

/** A lock as pages show it. */
export interface LockLine {
  readonly id: string
  readonly version: number
  readonly personId: string
  readonly state: FileLockState
  readonly against: Against & { readonly name: string }
  readonly steps: readonly {
    readonly step: FileLockStep
    readonly by: string
    readonly at: Temporal.Instant
    readonly words: string
  }[]
  readonly may: { readonly askLift: boolean; readonly keep: boolean; readonly lift: boolean }
}

export async function lockLines(work: Work, rows: readonly FileLockRow[]): Promise<LockLine[]> {
  const { tx, orgId, actor, vault } = work
  const steps = await listFileLockSteps(
    tx,
    orgId,
    rows.map(({ id }) => id),
  )
  await vault.load(rows.map(({ person_id }) => person_id))
  work.about({ person: rows.map(({ person_id }) => person_id) })
  const names = await whoDid(
    work,
    steps.map(({ taken_by }) => taken_by),
  )
  const againsts = await nameAll(work, rows.map(againstOf))
  const answers = fileLockPolicy.answerLift(actor)
  return rows.map((row) => {
    const against = againstOf(row)
    const askedBy = row.lift_asked_by
    return {
      id: row.id,
      version: row.version,
      personId: row.person_id,
      state: row.state,
      against: { ...against, name: againsts.get(against.id) ?? '—' },
      steps: steps
        .filter(({ lock_id }) => lock_id === row.id)
        .map((step) => ({
          step: step.step,
          by: names.get(step.taken_by) ?? '—',
          at: step.taken_at,
          words: fileLockFields.open(vault, row.person_id, step.id, 'words_sealed', step.words_sealed) ?? '—',
        })),
      may: {
        askLift: fileLockPolicy.askLift(actor) && mayStepLock(row.state, 'ask-lift'),
        keep: answers && mayStepLock(row.state, 'keep'),
        lift: answers && !isRefusal(afterAnswer({ state: row.state, askedBy }, 'lift', actorId(actor) ?? '')),
      },
    }
  })
}
