import { paths } from '#pages/paths.ts'
import { signed } from '#server/sign-in/cookies.ts'
import { agreedInvitation } from '#testing/agreed-invitation.ts'
import { Browser, type SignInWorld } from '#testing/sign-in-world-on.ts'
import { makeService } from '#usecases/service/give-key.ts'
import type { Doors } from '../coming-in/doors.ts'

export interface Thief {
  readonly tried: number
  /** Values that opened something; none. */
  readonly cameIn: readonly string[]
  /** Whether the same ways open to who has the real thing: or the trials prove nothing. */
  readonly ownersCameIn: boolean
}

/** Every value of the tables that somebody comes in by, in each shape in which it might be sent. */
async function stolen({ owner }: Pick<SignInWorld, 'owner'>): Promise<string[]> {
  const { rows: tables } = await owner.query<{ place: string }>(`
    select format('%I.%I', table_schema, table_name) as place from information_schema.tables
    where table_schema = 'auth' or (table_schema = 'public' and table_name in ('invitation', 'service', 'service_key', 'account_recovery', 'webhook'))`)
  const values = new Set<string>()
  for (const { place } of tables)
    for (const row of (await owner.query<Record<string, unknown>>(`select * from ${place}`)).rows)
      for (const value of Object.values(row)) {
        if (value === null) continue
        const shapes = Buffer.isBuffer(value)
          ? (['hex', 'base64', 'base64url'] as const).map((shape) => value.toString(shape))
          : [String(value)]
        for (const shape of shapes) values.add(shape)
      }
  return [...values]
}

const referrals = '/api/v1/referrals'

/** Somebody who is in, an invitation that waits, a system with a key: and a thief with the whole database, and no secret. */
export async function tryStolen(doors: Doors): Promise<Thief> {
  const { world, ask, signIn, stranger, secret } = doors
  const person = await world.personOn(signIn, 'bestolen@example.nl')
  const { token } = await agreedInvitation(world, world.administrator, {
    email: 'later@example.nl',
    roles: ['worker'],
  })
  const { key } = await makeService(world.context, world.administrator, {
    name: 'Praktijksysteem',
    scopes: ['referral.read'],
  })
  const cameIn: string[] = []
  let tried = 0
  const isIn = async (browser: Browser) => (await ask(browser, paths.account.one())).status === 200
  const as = async (what: string, opens: boolean | Promise<boolean>) => {
    tried += 1
    if (await opens) cameIn.push(what)
  }
  const [organisation] = token.split('.')
  for (const value of await stolen(world)) {
    const shown = `${value.slice(0, 8)}…`
    for (const cookie of [
      encodeURIComponent(value),
      encodeURIComponent(`${value}.${Buffer.from(value).toString('base64')}`),
    ]) {
      const thief = stranger()
      thief.cookies.set('naast', cookie)
      await as(`${shown} as a session`, isIn(thief))
    }
    // Even with the secret that no database holds.
    const thief = stranger()
    thief.cookies.set('naast', signed(secret, value))
    await as(`${shown} as a session, signed`, isIn(thief))
    const invited = `${organisation}.${value}`
    await as(
      `${shown} as an invitation`,
      ask(stranger(), paths.invitation(encodeURIComponent(invited))).then(({ status }) => status === 200),
    )
    for (const one of [value, key.replace(/[^_]+$/, value)])
      await as(
        `${shown} as a key`,
        ask(stranger(), referrals, undefined, { authorization: `Bearer ${one}` }).then(
          ({ status }) => status === 200,
        ),
      )
    await as(
      `${shown} as a password`,
      ask(stranger(), paths.signIn(), { email: person.email, password: value }).then(({ to }) => to !== null),
    )
  }
  const owner = new Browser()
  for (const [name, value] of person.browser.cookies) owner.cookies.set(name, value)
  const answers = [
    await isIn(owner),
    (await ask(stranger(), paths.invitation(token))).status === 200,
    (await ask(stranger(), referrals, undefined, { authorization: `Bearer ${key}` })).status === 200,
  ]
  return { tried, cameIn, ownersCameIn: answers.every(Boolean) }
}
