import { z } from 'zod'
import { statusClasses } from '#domain/referral/status-class.ts'
import { NotFound } from '#usecases/failure.ts'
import { followReferral } from '#usecases/referral/follow-referral.ts'
import type { Endpoint } from './endpoint.ts'
import { schemaOf } from './open-api-schemas.ts'
import { problemJson } from './problem.ts'

/** A referral as the system that sent it hears of it. */
export const followedReferral = z.object({
  id: z.uuid(),
  reference: z.string(),
  receivedOn: z.iso.date(),
  status: z.enum(statusClasses),
})

/** What became of a referral this system sent: a class, never a reason (domain.md 7.9). */
export const referralStatus: Endpoint = {
  access: 'key',
  method: 'GET',
  path: '/api/v1/referrals/:id',
  scope: 'referral.read',
  useCase: followReferral.useCase.name,
  query: {},
  body: null,
  writeProblem: (problem, _, say, requestId) => problemJson(problem, say, requestId),
  doc: {
    summary: 'doc.status',
    description: 'doc.status-more',
    responses: {
      '200': {
        description: 'doc.status-200',
        content: { 'application/json': { schema: schemaOf(followedReferral) } },
      },
    },
  },
  async handle({ context, actor, params }) {
    const id = z.uuid().safeParse(params.id)
    // An id that can't exist and one that isn't yours are the same answer.
    if (!id.success) throw new NotFound()
    return Response.json(followedReferral.parse(await followReferral(context, actor, { id: id.data })))
  },
}
