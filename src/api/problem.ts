import { Forbidden, Invalid, NotFound, Refused } from '#usecases/failure.ts'
import type { ApiWord, Say } from './words.ts'

/** What stood in the way of a request; written as problem+json, or as OperationOutcome where FHIR is spoken. */
export interface Problem {
  readonly status: number
  readonly code: string
  /** Which part (a field, a parameter, a FHIR element) and what is wrong with it, by code. */
  readonly fields?: Readonly<Record<string, string>>
  readonly values?: Readonly<Record<string, string | number>>
  readonly headers?: Readonly<Record<string, string>>
}

/** Thrown by readers of requests; everything else that is thrown is a use case's failure or a bug. */
export class BadRequest extends Error {
  override readonly name = 'BadRequest'
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.code)
    this.problem = problem
  }
}

const statusOfRefusal: Record<string, number> = { 'submission-key-reused': 422 }

/** `null` for a bug: an error that nobody expected. */
export function problemOf(error: unknown): Problem | null {
  if (error instanceof BadRequest) return error.problem
  if (error instanceof NotFound) return { status: 404, code: 'not-found' }
  if (error instanceof Forbidden) return { status: 403, code: 'forbidden' }
  if (error instanceof Refused)
    return { status: statusOfRefusal[error.code] ?? 409, code: error.code, values: error.detail }
  if (error instanceof Invalid) return { status: 422, code: 'invalid', fields: error.fields }
  return null
}

export const titleOf = (problem: Problem, say: Say): string => {
  const word = `problem.${problem.code}`
  return say.has(word) ? say(word, problem.values) : say('problem.refused')
}
export const fieldWords = (code: string, say: Say): string => {
  const word: string = `field.${code}`
  return say(say.has(word) ? word : ('field.not-valid' satisfies ApiWord))
}

/** RFC 9457. `type` names the kind of problem for machines, `title` says it for people, `instance` is for our log. */
export const problemJson = (problem: Problem, say: Say, requestId: string): Response =>
  Response.json(
    {
      type: `urn:naast:problem:${problem.code}`,
      title: titleOf(problem, say),
      status: problem.status,
      instance: `urn:uuid:${requestId}`,
      ...(problem.fields
        ? {
            errors: Object.entries(problem.fields).map(([field, code]) => ({
              field,
              code,
              title: fieldWords(code, say),
            })),
          }
        : {}),
    },
    {
      status: problem.status,
      headers: {
        'content-type': 'application/problem+json',
        'content-language': say.language,
        ...problem.headers,
      },
    },
  )
