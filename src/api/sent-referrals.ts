import { z } from 'zod'
import { type StatusClass, statusClasses } from '#domain/referral/status-class.ts'
import { followSentReferrals } from '#usecases/referral/follow-sent-referrals.ts'
import { cursorPattern, readCursor, writeCursor } from './cursor.ts'
import type { Endpoint } from './endpoint.ts'
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
    since: { pattern: /^\d{4}-\d{2}-\d{2}$/, description: 'Received on this day or later.' },
    status: {
      pattern: new RegExp(`^(${statusClasses.join('|')})$`),
      description: 'Only of this status class.',
    },
    limit: {
      pattern: /^([1-9]\d?|1\d\d|200)$/,
      description: 'How many a page holds at most; 50 unless said.',
    },
    cursor: { pattern: cursorPattern, description: '`next` of the page before.' },
  },
  body: null,
  writeProblem: (problem, _, say, requestId) => problemJson(problem, say, requestId),
  doc: {
    summary: 'What became of the referrals that you sent, newest first',
    description:
      'Go on with `next` until it is null: a page that asks for one status may hold few, or none, while there is more.',
    responses: {
      '200': {
        description: 'A page of status classes',
        content: { 'application/json': { schema: z.toJSONSchema(answer) } },
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
