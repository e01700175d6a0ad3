import { z } from 'zod'
import { personInput } from '#domain/person/person.ts'
import { profileInput } from '#domain/worker/profile.ts'
import { workerKinds } from '#domain/worker/worker.ts'
import type { Work } from '#usecases/context.ts'
import { Invalid } from '#usecases/failure.ts'

/** What is kept of a worker; what of it is shared for matching is her own choice. */
export const workerInput = z.strictObject({
  person: personInput,
  kind: z.enum(workerKinds),
  programmes: z.array(z.string().max(80)).max(20).default([]),
  profile: profileInput,
  /** Women she wants at the same time; 0 for none at the moment. */
  capacity: z.int().min(0).max(20),
})
export type WorkerInput = z.output<typeof workerInput>

/** She can only be there for what the organisation offers, or for what she was there for already. */
export function checkProgrammes(work: Work, asked: readonly string[], had: readonly string[] = []): void {
  if (asked.some((id) => !had.includes(id) && !work.programmes.find(id)))
    throw new Invalid({ programmes: 'unknown-programme' })
}

export const workerColumns = ({
  kind,
  programmes,
  profile,
  capacity,
}: Pick<WorkerInput, 'kind' | 'programmes' | 'profile' | 'capacity'>) => ({
  kind,
  programmes,
  backgrounds: profile.backgrounds,
  interests: profile.interests,
  availability: profile.availability,
  child_situations: profile.childSituations,
  capacity,
})
