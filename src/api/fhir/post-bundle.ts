import { bundleTypes } from '#domain/fhir/bundle.ts'
import { bundleLimit } from '#domain/fhir/limits.ts'
import { readJson } from '#domain/fhir/read-json.ts'
import { type ReadReferral, readReferral } from '#domain/fhir/read-referral.ts'
import { isRefusal } from '#domain/refusal.ts'
import { Invalid } from '#usecases/failure.ts'
import { submitReferral } from '#usecases/referral/submit-referral.ts'
import { readText } from '../body.ts'
import type { ApiRequest, Endpoint } from '../endpoint.ts'
import { BadRequest } from '../problem.ts'
import type { Say } from '../words.ts'
import { issueOfNote, outcome, outcomeContent, writeOutcome } from './outcome.ts'
import { problemsByPlace } from './place-of.ts'
import { readXml } from './read-xml.ts'
import { formatOf, formatParameter } from './resource.ts'

const types = ['application/fhir+json', 'application/fhir+xml', 'application/json', 'application/xml']

const bundleSchema = {
  type: 'object',
  required: ['resourceType', 'type', 'entry'],
  properties: {
    resourceType: { const: 'Bundle' },
    type: { enum: [...bundleTypes] },
    entry: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        properties: {
          fullUrl: { type: 'string' },
          resource: {
            type: 'object',
            required: ['resourceType'],
            properties: { resourceType: { type: 'string' } },
          },
        },
      },
    },
  },
}

/**
 * The FHIR door: a bundle of Dutch nl-core resources becomes a referral. That she agreed to be contacted must come
 * with it, as a Consent in the bundle or as `?agreed=true` (see `agreementIn`). The answer says what was left out;
 * a BSN always is. Errors are OperationOutcomes with the same statuses as elsewhere.
 */
export const postBundle: Endpoint = {
  access: 'key',
  method: 'POST',
  path: '/api/fhir/Bundle',
  scope: 'referral.create',
  useCase: submitReferral.useCase.name,
  query: {
    agreed: {
      pattern: /^true$/,
      description: 'doc.agreed',
    },
    programme: { pattern: /^[a-z0-9-]{1,60}$/, description: 'doc.programme' },
    _format: formatParameter,
  },
  body: { types, limit: bundleLimit, schema: bundleSchema },
  writeProblem: writeOutcome,
  doc: {
    summary: 'doc.bundle',
    responses: {
      '201': {
        description: 'doc.bundle-201',
        content: outcomeContent,
      },
    },
  },
  async handle(request) {
    const { context, actor, today, raw, query, submission, say, sayToStaff } = request
    const root = treeOf(request)
    const read = readReferral(root, {
      agreed: query.get('agreed') === 'true',
      programmeId: query.get('programme'),
      today,
    })
    if (isRefusal(read)) throw new BadRequest({ status: 422, code: read.refused })
    const input = {
      channel: 'fhir' as const,
      submission: { ...read.submission, words: wordsOf(read, sayToStaff) },
    }
    const { referralId, reference } = await submit(() => submitReferral(context, actor, input, submission))
    const received = {
      severity: 'information',
      code: 'informational',
      ours: 'received',
      text: say('note.received', { reference }),
      expression: null,
    } as const
    return outcome([received, ...read.notes.map((note) => issueOfNote(note, say))], formatOf(raw), {
      status: 201,
      language: say.language,
      headers: { location: `/api/v1/referrals/${referralId}` },
    })
  },
}

function treeOf({ body }: ApiRequest) {
  const read = body ? readText(body.bytes) : 'malformed'
  if (typeof read === 'string') throw new BadRequest({ status: 400, code: read })
  const tree = body?.type.endsWith('xml') ? readXml(read.text) : readJson(read.text)
  if (typeof tree === 'string') throw new BadRequest({ status: 400, code: tree })
  return tree
}

/** What no field had room for, a line each, in the organisation's language. */
const wordsOf = ({ lines }: ReadReferral, say: Say): string | null =>
  lines.map(({ kind, text }) => say(`line.${kind}`, { text })).join('\n') || null

async function submit<Result>(doIt: () => Promise<Result>): Promise<Result> {
  try {
    return await doIt()
  } catch (error) {
    throw error instanceof Invalid ? new Invalid(problemsByPlace(error.fields)) : error
  }
}
