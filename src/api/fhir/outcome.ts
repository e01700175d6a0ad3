import { type Note, noteSeverity } from '#domain/fhir/note.ts'
import { fieldWords, type Problem, titleOf } from '../problem.ts'
import type { Say } from '../words.ts'
import { encodeEntities } from './xml-text.ts'

/** One issue of an OperationOutcome (FHIR R4). `code` is FHIR's own; ours stands in `details`. */
export interface Issue {
  readonly severity: 'fatal' | 'error' | 'warning' | 'information'
  readonly code: string
  readonly ours: string
  readonly text: string
  readonly expression: string | null
}

export type FhirFormat = 'json' | 'xml'
const types = { json: 'application/fhir+json', xml: 'application/fhir+xml' } as const
const ourSystem = 'urn:naast:issue'

/** How the API's description says that an OperationOutcome comes back. */
export const outcomeContent = {
  'application/fhir+json': { schema: { $ref: '#/components/schemas/OperationOutcome' } },
  'application/fhir+xml': {},
}

export function outcome(
  issues: readonly Issue[],
  format: FhirFormat,
  more: { status: number; language: string; headers?: Readonly<Record<string, string>> },
): Response {
  return new Response(format === 'json' ? asJson(issues) : asXml(issues), {
    status: more.status,
    headers: {
      'content-type': `${types[format]}; charset=utf-8`,
      'content-language': more.language,
      ...more.headers,
    },
  })
}

const asJson = (issues: readonly Issue[]): string =>
  JSON.stringify({
    resourceType: 'OperationOutcome',
    issue: issues.map(({ severity, code, ours, text, expression }) => ({
      severity,
      code,
      details: { coding: [{ system: ourSystem, code: ours }], text },
      ...(expression ? { expression: [expression] } : {}),
    })),
  })

const asXml = (issues: readonly Issue[]): string => {
  const element = (name: string, value: string) => `<${name} value="${encodeEntities(value)}"/>`
  const written = issues.map(
    ({ severity, code, ours, text, expression }) =>
      `<issue>${element('severity', severity)}${element('code', code)}<details><coding>${element('system', ourSystem)}${element('code', ours)}</coding>${element('text', text)}</details>${expression ? element('expression', expression) : ''}</issue>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?><OperationOutcome xmlns="http://hl7.org/fhir">${written.join('')}</OperationOutcome>`
}

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

export const issuesOfProblem = (problem: Problem, say: Say): Issue[] => {
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

/**
 * XML or JSON: what `_format` asks, else what the Accept header names first, else what the sender itself wrote, else
 * JSON.
 */
export function formatOf(request: Request): FhirFormat {
  const asked = new URL(request.url).searchParams.get('_format') ?? request.headers.get('accept') ?? ''
  const found =
    /xml|json/i.exec(asked.slice(0, 300))?.[0] ??
    /xml|json/i.exec(request.headers.get('content-type')?.slice(0, 100) ?? '')?.[0]
  return found?.toLowerCase() === 'xml' ? 'xml' : 'json'
}
