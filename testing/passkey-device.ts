import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

/** What a test may make a device do wrong. */
export interface Wrong {
  readonly origin?: string
  readonly rpId?: string
  readonly type?: string
  readonly challenge?: string
  /** Without asking whoever holds it: no finger, no code. */
  readonly unverified?: boolean
  readonly absent?: boolean
  readonly counter?: number
  readonly userHandle?: string | undefined
  readonly crossOrigin?: boolean
}
interface Asked {
  readonly challenge: string
  readonly user?: { readonly id: string }
}

const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest()
const word = (text: string) => Buffer.concat([Buffer.of(0x60 + text.length), Buffer.from(text)])
const bytes = (of: Buffer) => Buffer.concat([Buffer.of(0x59, of.length >> 8, of.length & 255), of])

/** A device with one passkey in it, as WebAuthn says it answers (ES256, no attestation); for tests. */
export class PasskeyDevice {
  readonly id = randomBytes(32)
  counter = 0
  readonly origin: string
  readonly #key: KeyObject
  readonly #jwk: { x: string; y: string }
  #userHandle: string | undefined
  constructor(origin = 'http://localhost:3000') {
    this.origin = origin
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    this.#key = privateKey
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
    this.#jwk = { x, y }
  }

  #clientData(type: string, { challenge }: Asked, wrong: Wrong): Buffer {
    return Buffer.from(
      JSON.stringify({
        type: wrong.type ?? type,
        challenge: wrong.challenge ?? challenge,
        origin: wrong.origin ?? this.origin,
        crossOrigin: wrong.crossOrigin ?? false,
      }),
    )
  }
  #head(wrong: Wrong, more: number): Buffer {
    const flags = (wrong.absent ? 0 : 1) | (wrong.unverified ? 0 : 4) | more
    const count = Buffer.alloc(4)
    count.writeUInt32BE(wrong.counter ?? this.counter)
    return Buffer.concat([sha256(wrong.rpId ?? new URL(this.origin).hostname), Buffer.of(flags), count])
  }
  #around(response: object): string {
    const id = this.id.toString('base64url')
    return JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response })
  }

  /** Answers the options of a page where a passkey is added. */
  add(options: string, wrong: Wrong = {}): string {
    const asked: Asked = JSON.parse(options)
    this.#userHandle = asked.user?.id
    const [x, y] = [this.#jwk.x, this.#jwk.y].map((part) => Buffer.from(part, 'base64url'))
    const key = Buffer.concat([
      Buffer.from('a5010203262001215820', 'hex'),
      x ?? Buffer.alloc(32),
      Buffer.from('225820', 'hex'),
      y ?? Buffer.alloc(32),
    ])
    const data = Buffer.concat([
      this.#head(wrong, 0x40),
      Buffer.alloc(16),
      Buffer.of(0, this.id.length),
      this.id,
      key,
    ])
    const attestation = Buffer.concat([
      Buffer.of(0xa3),
      word('fmt'),
      word('none'),
      word('attStmt'),
      Buffer.of(0xa0),
      word('authData'),
      bytes(data),
    ])
    return this.#around({
      clientDataJSON: this.#clientData('webauthn.create', asked, wrong).toString('base64url'),
      attestationObject: attestation.toString('base64url'),
      transports: ['internal'],
    })
  }

  /** Answers the options of a page where one signs in, or shows that it is she. */
  answer(options: string, wrong: Wrong = {}): string {
    this.counter += 1
    const asked: Asked = JSON.parse(options)
    const client = this.#clientData('webauthn.get', asked, wrong)
    const data = this.#head(wrong, 0)
    return this.#around({
      clientDataJSON: client.toString('base64url'),
      authenticatorData: data.toString('base64url'),
      signature: sign('sha256', Buffer.concat([data, sha256(client)]), this.#key).toString('base64url'),
      userHandle: 'userHandle' in wrong ? wrong.userHandle : this.#userHandle,
    })
  }
}
