import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paths } from '#pages/paths.ts'
import { routes } from '#pages/routes.ts'
import { siteOf } from '#pages/site.tsx'
import { noAssets } from '#testing/public-site.ts'
import { openSignInWorld, type SignInWorld } from '#testing/sign-in-world.ts'
import { goodPassword } from '#testing/sign-in-world-on.ts'
import { giveInvitation } from '#usecases/member/give-invitation.ts'
import { invitationTokenOf } from '#usecases/member/invitation-token.ts'
import { castWoman } from '../../../testing/cast.ts'

/**
 * He has her phone, her mail and all that anybody knows of her, and tries to come in as her (domain.md 7.6, H3). There is
 * nothing to come into: no woman has an account, and no door answers to what is hers in another way than to what is
 * nobody's.
 */
let world: SignInWorld
let hers: Tried
beforeAll(async () => {
  world = await openSignInWorld()
  const email = 'zwaluw@post.example.nl'
  const { personId, trajectoryId } = await castWoman(world, {
    given: 'Zwaluwina',
    family: 'Kanariebos',
    phone: '+31687654321',
    email,
    birthDay: '1999-02-03',
  })
  hers = { email, phone: '+31687654321', ids: [personId, trajectoryId] }
})
afterAll(() => world.close())

/** What somebody types who says that he is her; or is nobody. */
interface Tried {
  readonly email: string
  readonly phone: string
  readonly ids: readonly string[]
}
const nobodys = (): Tried => ({
  email: 'nobody@post.example.nl',
  phone: '+31600000000',
  ids: [world.context.newId(), world.context.newId()],
})

/** Every door that somebody can come in by, tried with these details; what each answers, without what he typed himself. */
async function doors({ email, phone, ids }: Tried): Promise<Readonly<Record<string, string>>> {
  const site = siteOf(
    {
      demo: false,
      assets: noAssets,
      context: (requestId) => ({ ...world.context, requestId }),
      newRequestId: () => 'test',
      signedIn: (request) => world.signIn.signedIn(request),
      signIn: world.signIn,
      network: () => '203.0.113.7',
      hostBySlug: async () => null,
      trouble: (_, error) => {
        throw error
      },
    },
    routes,
  )
  const typed = [email, phone, ...ids, ...ids.map(tokenOf)]
  const answers: Record<string, string> = {}
  const knock = async (door: string, path: string, fields?: Record<string, string>) => {
    const answer = await site.request(`http://localhost:3000${path}`, {
      method: fields ? 'POST' : 'GET',
      ...(fields ? { body: new URLSearchParams(fields) } : {}),
    })
    const html = typed.reduce((text, one) => text.replaceAll(one, 'typed'), await answer.text())
    answers[door] = [
      answer.status,
      answer.headers.get('location'),
      ...answer.headers.getSetCookie().map((cookie) => cookie.split('=')[0]),
      // Keys of forms and challenges are drawn anew each time.
      html.replace(/[\w-]{22,}/g, '…'),
    ].join('\n')
  }
  await knock('with her mail address', paths.signIn(), { email, password: goodPassword })
  await knock('with her number', paths.signIn(), { email: phone, password: goodPassword })
  await knock('with a code', paths.signInCode(), { code: '123456' })
  await knock('with a recovery code', paths.signInRecovery(), { code: ids[0] ?? '' })
  await knock('with a passkey', paths.signInPasskey(), { answer: JSON.stringify({ id: ids[0] }) })
  await knock('as the first of all', paths.firstRun(), { email, name: 'Zij', password: goodPassword })
  for (const [at, id] of ids.entries()) {
    await knock(`with an invitation ${at}`, paths.invitation(tokenOf(id)))
    await knock(`taking up an invitation ${at}`, paths.invitation(tokenOf(id)), {
      email,
      name: 'Zij',
      password: goodPassword,
    })
  }
  return answers
}
const tokenOf = (id: string): string => invitationTokenOf(world.orgId, id)

/** The doors that answer to what is hers as they don't to what is nobody's. */
async function opened(): Promise<readonly string[]> {
  const [toHer, toNobody] = [await doors(hers), await doors(nobodys())]
  return Object.keys(toHer).filter((door) => toHer[door] !== toNobody[door])
}
const accounts = async () => (await world.owner.query('select count(*)::int as n from auth.user')).rows[0].n

describe('he who signs in as her', () => {
  test('finds no door that knows her', async () => {
    const before = await accounts()
    expect(await opened()).toEqual([])
    expect(await accounts()).toBe(before)
  })
  test('and it would be noticed if there were an invitation for her', async () => {
    const [personId = ''] = hers.ids
    const { invitationId } = await giveInvitation(world.context, world.administrator, {
      email: hers.email,
      roles: ['referrer'],
    })
    await world.owner.query('update invitation set token_hash = $2 where id = $1', [
      invitationId,
      world.context.digest(personId),
    ])
    expect(await opened()).toEqual(['with an invitation 0', 'taking up an invitation 0'])
  })
  test('or if she had an account', async () => {
    // The invitation above was taken up by whoever held it: now there is one.
    expect(await opened()).toContain('with her mail address')
  })
})
