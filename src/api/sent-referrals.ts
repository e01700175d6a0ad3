import { z } from 'zod'
import { type StatusClass, statusClasses } from '#domain/referral/status-class.ts'
import { followSentReferrals } from '#usecases/referral/follow-sent-referrals.ts'
import { cursorPattern, readCursor, writeCursor } from './cursor.ts'
import type { Endpoint } from './endpoint.ts'
import { schemaOf } from './open-api-schemas.ts'
import { problemJson } from './problem.ts'
import { followedReferral } from './referral-status.ts'

const answer = z.object({
  referrals: z.array(followedReferral),
  /** For the `cursor` of the next page; `null` on the last. */
  next: z.string().regex(cursorPattern).nullable(),
})

/** What became of all the referrals this system sent, a page at a time. */
export const sentReferrals: Endpoint = {
  access: 'key',
  method: 'GET',
  path: '/api/v1/referrals',
  scope: 'referral.read',
  useCase: followSentReferrals.useCase.name,
  query: {
    since: { pattern: /^\d{4}-\d{2}-\d{2}$/, description: 'doc.since' },
    status: {
      pattern: new RegExp(`^(${statusClasses.join('|')})$`),
      description: 'doc.of-status',
    },
    limit: {
      pattern: /^([1-9]\d?|1\d\d|200)$/,
      description: 'doc.limit',
    },
    cursor: { pattern: cursorPattern, description: 'doc.cursor' },
  },
  body: null,
  writeProblem: (problem, _, say, requestId) => problemJson(problem, say, requestId),
  doc: {
    summary: 'doc.sent',
    description: 'doc.sent-more',
    responses: {
      '200': {
        description: 'doc.sent-200',
        content: { 'application/json': { schema: schemaOf(answer) } },
      },
    },
  },
  async handle({ context, actor, query }) {
    const cursor = query.get('cursor')
    const limit = query.get('limit')
    const { referrals, next } = await followSentReferrals(context, actor, {
      since: query.get('since'),
      status: query.get('status') as StatusClass | null,
      after: cursor && readCursor(cursor),
      ...(limit ? { limit: Number(limit) } : {}),
    })
    return Response.json(answer.parse({ referrals, next: next && writeCursor(next) }))
  },
}
