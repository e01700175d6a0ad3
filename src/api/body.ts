/** Why a body could not be taken. */
export type BodyProblem = 'too-large' | 'not-utf8' | 'malformed'

/** The body, or why not: `too-large` if more came than allowed, whatever the length header promised. */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array | BodyProblem> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) return 'too-large'
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength
      if (size > limit) return 'too-large'
      chunks.push(chunk)
    }
  } catch {
    // The sender broke off, or sent chunks that are none.
    return 'malformed'
  }
  return Buffer.concat(chunks)
}

/** Strictly UTF-8, with or without a byte order mark: what isn't would turn names into something else. */
export function readText(bytes: Uint8Array): { text: string } | BodyProblem {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return 'not-utf8'
  }
}

/** `application/fhir+xml` out of a Content-Type header; `null` if it is of none of these types or not in UTF-8. */
export function mediaType(header: string | null, accepted: readonly string[]): string | null {
  const [type, ...parameters] = (header ?? '').slice(0, 300).toLowerCase().split(';')
  const charset = parameters
    .map((parameter) => /^\s*charset\s*=\s*"?([^"\s]+)"?\s*$/.exec(parameter)?.[1])
    .find((value) => value !== undefined)
  if (charset !== undefined && charset !== 'utf-8' && charset !== 'us-ascii') return null
  return accepted.find((one) => one === type?.trim()) ?? null
}
