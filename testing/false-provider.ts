import { createHash, createHmac, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { createServer } from 'node:http'

/** What a test may make a provider do wrong. */
export interface Falsehood {
  /** Over what the token says; `undefined` leaves it out. */
  readonly claims?: Record<string, unknown>
  readonly header?: Record<string, unknown>
  /** Signed by a key that isn't in the list, by the client's secret, not at all; or changed after it was signed. */
  readonly signature?: 'other-key' | 'by-secret' | 'none' | 'changed'
  /** What the token endpoint answers instead. */
  readonly answer?: { readonly status: number; readonly body: string; readonly type?: string }
  /** In the way back to us. */
  readonly back?: Record<string, string | null>
  readonly noIdToken?: true
}
const challengeOf = (verifier: string) => createHash('sha256').update(verifier).digest('base64url')
const text = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A municipality's server that lies on request: discovery, keys and tokens, with no page to sign in on. For tests. */
export async function openFalseProvider(client: { id: string; secret: string }) {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
  const codes = new Map<string, { nonce: string; challenge: string; falsehood: Falsehood }>()
  let metadata: Record<string, unknown> = {}
  let issuer = ''

  function idToken(nonce: string, { claims, header, signature }: Falsehood): string {
    const seconds = Math.floor(Date.now() / 1000)
    const said = {
      iss: issuer,
      aud: client.id,
      sub: 'medewerker-1',
      nonce,
      iat: seconds,
      exp: seconds + 300,
      auth_time: seconds,
      amr: ['pwd', 'mfa'],
      ...claims,
    }
    const head = { alg: 'RS256', kid: 'one', typ: 'JWT', ...header }
    const body = `${text(signature === 'none' ? { ...head, alg: 'none' } : signature === 'by-secret' ? { ...head, alg: 'HS256' } : head)}.${text(said)}`
    if (signature === 'none') return `${body}.`
    if (signature === 'by-secret')
      return `${body}.${createHmac('sha256', client.secret).update(body).digest('base64url')}`
    const made = sign('sha256', Buffer.from(body), signature === 'other-key' ? other : privateKey)
    if (signature !== 'changed') return `${body}.${made.toString('base64url')}`
    return `${text(head)}.${text({ ...said, sub: 'medewerker-2' })}.${made.toString('base64url')}`
  }

  const server = createServer((request, response) => {
    const answer = (status: number, body: unknown, type = 'application/json') => {
      response.writeHead(status, { 'content-type': type })
      response.end(typeof body === 'string' ? body : JSON.stringify(body))
    }
    if (request.url === '/.well-known/openid-configuration')
      return answer(200, {
        issuer,
        authorization_endpoint: `${issuer}/auth`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        code_challenge_methods_supported: ['S256'],
        ...metadata,
      })
    if (request.url === '/jwks')
      return answer(200, {
        keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }],
      })
    if (request.url !== '/token') return answer(404, {})
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      const form = new URLSearchParams(body)
      const code = codes.get(form.get('code') ?? '')
      codes.delete(form.get('code') ?? '')
      const verifier = form.get('code_verifier') ?? ''
      const right =
        code && challengeOf(verifier) === code.challenge && form.get('client_secret') === client.secret
      if (!code || !right) return answer(400, { error: 'invalid_grant' })
      const { falsehood, nonce } = code
      if (falsehood.answer)
        return answer(falsehood.answer.status, falsehood.answer.body, falsehood.answer.type)
      answer(200, {
        access_token: randomBytes(16).toString('hex'),
        token_type: 'Bearer',
        expires_in: 300,
        ...(falsehood.noIdToken ? {} : { id_token: idToken(nonce, falsehood) }),
      })
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  issuer = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  return {
    issuer,
    /** Somebody signed in there: what her browser brings back, for the address that it was sent with. */
    signIn(sentTo: string, falsehood: Falsehood = {}): string {
      const asked = new URL(sentTo).searchParams
      const code = randomBytes(16).toString('hex')
      codes.set(code, {
        nonce: asked.get('nonce') ?? '',
        challenge: asked.get('code_challenge') ?? '',
        falsehood,
      })
      const back = new URLSearchParams({ code, state: asked.get('state') ?? '' })
      for (const [name, value] of Object.entries(falsehood.back ?? {}))
        if (value === null) back.delete(name)
        else back.set(name, value)
      return back.toString()
    },
    say(changed: Record<string, unknown>): void {
      metadata = changed
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}
