import { type Note, noteSeverity } from '#domain/fhir/note.ts'
import type { WriteProblem } from '../endpoint.ts'
import { fieldWords, type Problem, titleOf } from '../problem.ts'
import type { Say } from '../words.ts'
import { type FhirFormat, formatOf, writeResource } from './resource.ts'

/** One issue of an OperationOutcome (FHIR R4). `code` is FHIR's own; ours stands in `details`. */
export interface Issue {
  readonly severity: 'fatal' | 'error' | 'warning' | 'information'
  readonly code: string
  readonly ours: string
  readonly text: string
  readonly expression: string | null
}

const ourSystem = 'urn:naast:issue'

/** How the API's description says that an OperationOutcome comes back. */
export const outcomeContent = {
  'application/fhir+json': { schema: { $ref: '#/components/schemas/OperationOutcome' } },
  'application/fhir+xml': {},
}

export const outcome = (
  issues: readonly Issue[],
  format: FhirFormat,
  more: { status: number; language: string; headers?: Readonly<Record<string, string>> },
): Response =>
  writeResource(
    {
      resourceType: 'OperationOutcome',
      issue: issues.map(({ severity, code, ours, text, expression }) => ({
        severity,
        code,
        details: { coding: [{ system: ourSystem, code: ours }], text },
        ...(expression ? { expression: [expression] } : {}),
      })),
    },
    format,
    more,
  )

/** FHIR's issue type for each of our statuses. */
const typeOfStatus: Record<number, string> = {
  400: 'structure',
  401: 'login',
  403: 'forbidden',
  404: 'not-found',
  405: 'not-supported',
  409: 'conflict',
  413: 'too-long',
  415: 'not-supported',
  422: 'business-rule',
  500: 'exception',
}

const issuesOfProblem = (problem: Problem, say: Say): Issue[] => {
  const title = titleOf(problem, say)
  const type = typeOfStatus[problem.status] ?? 'processing'
  const fields = Object.entries(problem.fields ?? {})
  if (fields.length === 0)
    return [
      {
        severity: problem.status === 500 ? 'fatal' : 'error',
        code: type,
        ours: problem.code,
        text: title,
        expression: null,
      },
    ]
  return fields.map(([place, code]) => ({
    severity: 'error',
    code: code === 'required' ? 'required' : 'value',
    ours: code,
    text: `${place}: ${fieldWords(code, say)}`,
    // A parameter of the address is no element of the message.
    expression: /^[A-Z]/.test(place) ? place : null,
  }))
}

const typeOfNote: Partial<Record<Note['code'], string>> = {
  'bsn-dropped': 'suppressed',
  'not-read': 'not-supported',
  'not-active': 'informational',
  'one-of-several': 'multiple-matches',
  'due-day-computed': 'informational',
  'not-about-her': 'business-rule',
}

export const issueOfNote = (note: Note, say: Say): Issue => ({
  severity: noteSeverity[note.code],
  code: typeOfNote[note.code] ?? 'value',
  ours: note.code,
  text: say(`note.${note.code}`),
  expression: note.place,
})

/** What stood in the way, in the format that was asked. */
export const writeOutcome: WriteProblem = (problem, raw, say) =>
  outcome(issuesOfProblem(problem, say), formatOf(raw), {
    status: problem.status,
    language: say.language,
    headers: problem.headers,
  })
