import { z } from 'zod'
import { contactPolicy } from '#domain/contact/contact-policy.ts'
import { readCaseload } from '#usecases/trajectory/list-caseload.ts'
import { question } from '#usecases/use-case.ts'

/**
 * Who has been without contact for longer than her programme's rhythm allows (its cadence and grace: fidelity rule
 * MI-F1), the longest first.
 */
export const listUnvisited = question({
  name: 'list-unvisited',
  may: contactPolicy.watch,
  input: z.strictObject({ limit: z.int().min(1).max(100).default(20), mine: z.boolean().default(false) }),
  async run(work, { limit, mine }) {
    const { actor } = work
    const { rows, next } = await readCaseload(work, {
      show: 'unvisited',
      order: 'longest',
      coordinatorId: mine && actor.kind === 'member' ? actor.memberId : null,
      after: null,
      limit,
    })
    return { rows, more: next !== null }
  },
})
