import { hash } from '@node-rs/argon2'
import { paths } from '#pages/paths.ts'
import type { Chance } from '#simulation/chance.ts'
import { goodPassword, type Person } from '#testing/sign-in-world-on.ts'
import { plain } from '../pages.ts'
import { type Compared, compare } from './answer-times.ts'
import type { Answered, Doors } from './doors.ts'

const wrong = 'een ander wachtwoord'
/** A stranger's bucket holds twenty, the first few included: so many are asked of one address, and then of the next. */
const ofEach = 12

/** A page without what was typed, what is new in every page, and the challenge that goes with it. */
const said = ({ status, html, to }: Answered, typed: string): string =>
  [
    status,
    to,
    plain({ html })
      .replaceAll(typed, '')
      .replaceAll(/"challenge":"[^"]*"|&quot;challenge&quot;:&quot;[^&]*/g, ''),
  ].join('|')

/**
 * Whether an answer, or how long it took, tells what nobody may learn: that an address has an account, that a password
 * is right of somebody who left, that an invitation is one of ours.
 */
export async function proveAlike(
  { ask, stranger, world }: Doors,
  { members, left }: { members: readonly Person[]; left: readonly Person[] },
  times: number,
  chance: Chance,
): Promise<Compared[]> {
  const flip = () => chance.chance(0.5)
  const signIn = async (email: string, password: string) => {
    const answer = await ask(stranger(), paths.signIn(), { email, password })
    return { ms: answer.ms, said: said(answer, email) }
  }
  const emailOf = (people: readonly Person[], at: number) =>
    people[Math.floor(at / ofEach) % people.length]?.email ?? ''
  const nobody = (email: string) => `x${email.slice(1)}`
  const invitation = async (token: string) => {
    const answer = await ask(stranger(), paths.invitation(token))
    return { ms: answer.ms, said: said(answer, token) }
  }
  const letters = () =>
    Array.from({ length: 43 }, () => chance.pick([...'abcdefghijkmnpqrstuvwxyzABCDEFGH23456789'])).join('')
  const unknown = () => `${world.orgId.replaceAll('-', '')}.${letters()}`
  const elsewhere = () => `${world.context.newId().replaceAll('-', '')}.${letters()}`
  return [
    await compare(
      { what: 'an address with an account, and one without' },
      times,
      flip,
      (at) => signIn(emailOf(members, at), wrong),
      (at) => signIn(nobody(emailOf(members, at)), wrong),
    ),
    await compare(
      // Whoever has that password learns that it is right: told in docs/quality.md, and held to nothing but its bytes.
      { what: 'the right password of somebody who left, and a wrong one', judged: false },
      times,
      flip,
      (at) => signIn(emailOf(left, at), goodPassword),
      (at) => signIn(emailOf(left, at), wrong),
    ),
    await compare(
      { what: 'an invitation nobody gave, and one of an organisation that isn’t there' },
      times,
      flip,
      () => invitation(unknown()),
      () => invitation(elsewhere()),
    ),
    await compare(
      { what: 'an invitation nobody gave, and no invitation at all' },
      times,
      flip,
      () => invitation(unknown()),
      () => invitation('geen-uitnodiging'),
    ),
  ]
}

/** What the proof must notice: passwords of accounts that are checked faster than nobody's. Only in this database. */
export async function checkFaster({ world }: Doors): Promise<void> {
  const cheap = await hash(goodPassword, { memoryCost: 256, timeCost: 1, parallelism: 1 })
  await world.owner.query('update auth.account set password = $1', [cheap])
}
