import { createHmac, randomBytes } from 'node:crypto'
import type { MemberActor } from '#domain/member/actor.ts'
import type { Role } from '#domain/member/role.ts'
import { openSignIn, type SignInParts, type SignInServer } from '#server/sign-in/sign-in.ts'
import type { Caller, Step } from '#usecases/sign-in/sign-in-port.ts'
import { agreedInvitation } from './agreed-invitation.ts'
import type { World } from './world-on.ts'

/** A world with a sign-in server in it, and browsers to come in with. For tests. */
export interface SignInWorld extends World {
  readonly signIn: SignInServer
  /** Another server over the same database, or one with other settings. */
  server(changed?: Partial<SignInParts>): SignInServer
  /** Invites somebody and takes it up: an account with password, not yet with a second step. */
  account(email: string, roles?: readonly Role[]): Promise<{ actor: MemberActor; browser: Browser }>
  /** The same, with her phone set up; signed in. */
  person(email: string, roles?: readonly Role[]): Promise<Person>
  /** The same, at another server of `server()`. */
  personOn(signIn: SignInServer, email: string, roles?: readonly Role[]): Promise<Person>
  readonly administrator: MemberActor
}
export interface Person {
  readonly actor: MemberActor
  readonly browser: Browser
  readonly email: string
  readonly secret: string
  readonly recoveryCodes: readonly string[]
}

export const goodPassword = 'fietsbel op dinsdag'

/** Keeps cookies as a browser does. */
export class Browser {
  readonly cookies = new Map<string, string>()
  readonly network: string
  constructor(network = '203.0.113.7') {
    this.network = network
  }
  get caller(): Caller {
    return { cookie: this.header || null, network: this.network }
  }
  get header(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }
  get request(): Request {
    return new Request('http://localhost:3000/today', { headers: this.header ? { cookie: this.header } : {} })
  }
  keep<Answer extends Step | { cookies: readonly string[] }>(answer: Answer): Answer {
    this.take(answer.cookies)
    return answer
  }
  take(cookies: readonly string[]): void {
    for (const cookie of cookies) {
      const [pair = ''] = cookie.split(';')
      const at = pair.indexOf('=')
      if (/; Max-Age=0/i.test(cookie)) this.cookies.delete(pair.slice(0, at))
      else this.cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
  }
}

/**
 * What her app shows `steps` half minutes from now (RFC 6238). The next code is good already, and stays good if the
 * half minute turns while a test runs; the code of now is what `person` used to set up her phone.
 */
export function codeOf(typed: string, steps = 1): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...typed.replaceAll(' ', '')].map((sign) =>
    alphabet.indexOf(sign).toString(2).padStart(5, '0'),
  )
  const key = Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps))
  const mac = createHmac('sha1', key).update(counter).digest()
  const at = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** Signing in over this world. */
export async function signInWorldOn(world: World): Promise<SignInWorld> {
  const secret = randomBytes(32).toString('base64url')
  const opened: SignInServer[] = []
  const server = (changed: Partial<SignInParts> = {}): SignInServer => {
    const made = openSignIn({
      pool: { ...world.loginConfig, user: 'naast_auth', password: 'test-auth' },
      secret,
      url: 'http://localhost:3000',
      now: world.context.now,
      context: (requestId) => ({ ...world.context, requestId }),
      demo: null,
      firstRunCode: null,
      ...changed,
    })
    opened.push(made)
    return made
  }
  const signIn = server()
  const administrator = await world.member(['administrator'])
  const accountOn = async (signIn: SignInServer, email: string, roles: readonly Role[] = ['coordinator']) => {
    const { token } = await agreedInvitation(world, administrator, { email, roles: [...roles] })
    const browser = new Browser()
    const step = browser.keep(
      await signIn.acceptInvitation(browser.caller, {
        token,
        email,
        name: 'Noor Bakker',
        password: goodPassword,
      }),
    )
    if (step.step !== 'must-enrol') throw new Error(`expected to enrol, got ${step.step}`)
    const { rows } = await world.owner.query('select org_id, member_id from auth.membership')
    const memberId: string = rows.at(-1).member_id
    return {
      browser,
      actor: { kind: 'member', orgId: world.orgId, memberId, roles, workerId: null } as const,
    }
  }
  const personOn = async (signIn: SignInServer, email: string, roles?: readonly Role[]): Promise<Person> => {
    const { actor, browser } = await accountOn(signIn, email, roles)
    const enrolment = await signIn.enrolment(browser.caller)
    const secretTyped = enrolment?.typed ?? ''
    const enrolled = browser.keep(await signIn.enrol(browser.caller, codeOf(secretTyped, 0)))
    if (enrolled.step !== 'enrolled') throw new Error(`expected to be enrolled, got ${enrolled.step}`)
    return { actor, browser, email, secret: secretTyped, recoveryCodes: enrolled.recoveryCodes }
  }
  return {
    ...world,
    administrator,
    signIn,
    server,
    account: (email, roles) => accountOn(signIn, email, roles),
    person: (email, roles) => personOn(signIn, email, roles),
    personOn,
    close: async () => {
      for (const one of opened) await one.close()
      await world.close()
    },
  }
}
