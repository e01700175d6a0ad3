import { z } from 'zod'
import { workerPolicy } from '#domain/worker/worker-policy.ts'
import { question } from '#usecases/use-case.ts'

/** The programmes that somebody may apply for, with what each asks of who works in it. Says nothing about anybody. */
export const readOpenings = question({
  name: 'read-openings',
  may: workerPolicy.apply,
  input: z.strictObject({}),
  run: async ({ programmes }) => programmes.offered,
})
