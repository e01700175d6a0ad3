import { type Role, roles } from '#domain/member/role.ts'
import { paths } from '#pages/paths.ts'
import { routes } from '#pages/routes.ts'
import { filled } from '#testing/filled-form.ts'
import { type FormOnPage, formsOn } from '#testing/html.ts'
import type { OneOfEach } from '#testing/one-of-each.ts'
import type { WholeSite } from '#testing/whole-site.ts'
import { addressIn } from '../../house/addresses.ts'
import { atOnce, type Twice } from './calls.ts'
import { differenceOf, effectOf, type LookAt } from './standing.ts'

/** Pages whose forms end the session of who sends them. */
const leaving = [paths.account.one(), paths.signOut()]
/** A word that is said on the way out is a new try each time, and every wrong one counts: `lone-visit.test.ts`. */
const counting = [paths.loneVisit.mine()]
const pages = routes.filter(
  (route) =>
    route.get &&
    route.who !== 'public' &&
    route.who !== 'anyone' &&
    ![...leaving, ...counting].includes(route.path),
)

/** The same form with other words in it; `null` where nothing in it can be different. */
function otherWords({ fields }: FormOnPage, sent: URLSearchParams): URLSearchParams | null {
  const field = fields.findLast(({ kind }) => kind === 'textarea' || kind === 'text')
  if (!field) return null
  const other = new URLSearchParams(sent)
  other.set(field.name, `${sent.get(field.name) ?? ''} en meer`)
  return other
}

/**
 * A phone that sends again, an impatient finger, a train in a tunnel: every form of the house is sent, sent again and
 * sent with other words in the one house, and ten times at one moment in the other; both do the same.
 */
export async function proveForms(
  site: WholeSite,
  [once, often]: readonly [OneOfEach, OneOfEach],
  look: LookAt,
  chosen: (at: number) => boolean,
): Promise<Twice> {
  const cookies = async (house: OneOfEach) => {
    const all = new Map<Role, string>()
    for (const role of roles) all.set(role, await site.signIn(house.members[role]))
    return all
  }
  const [first, other] = [await cookies(once), await cookies(often)]
  const wrong: string[] = []
  let [sent, tried, told, otherBodies] = [0, 0, 0, 0]
  for (const [page, { path, who }] of pages.entries()) {
    if (!chosen(page)) continue
    const role = who === 'public' || who === 'anyone' ? 'coordinator' : (who[0] ?? 'coordinator')
    const [here, there] = [addressIn(once, path), addressIn(often, path)]
    const [mine, theirs] = [first.get(role) ?? null, other.get(role) ?? null]
    const formsHere = formsOn((await site.ask(here, { cookie: mine })).html)
    for (const at of formsHere.keys()) {
      // The page may have changed by the form before.
      const [a, b] = await Promise.all([
        site.ask(here, { cookie: mine }),
        site.ask(there, { cookie: theirs }),
      ])
      const [formA, formB] = [formsOn(a.html)[at], formsOn(b.html)[at]]
      if (!formA || !formB || formA.method !== 'post') continue
      if (!formA.fields.some(({ name }) => name === 'key')) continue
      tried += 1
      const to = (form: FormOnPage, address: string) =>
        new URL(form.action ?? address, `${site.origin}${address}`).pathname
      const [sentA, sentB] = [filled(formA), filled(formB)]
      const label = `${path} ${at}`
      const send = (form: URLSearchParams) => site.ask(to(formA, here), { cookie: mine, form })
      const beforeA = await look(once.orgId)
      const { status } = await send(sentA)
      const afterA = await look(once.orgId)
      const did = effectOf(beforeA, afterA)
      await send(sentA)
      // What was refused holds no key yet: with better words it may well be taken.
      const words = status === 303 ? otherWords(formA, sentA) : null
      if (words) {
        otherBodies += 1
        await send(words)
      }
      const again = differenceOf(afterA, await look(once.orgId))
      if (again) wrong.push(`${label}: once more changed ${again}`)
      const beforeB = await look(often.orgId)
      const answers = await Promise.all(
        Array.from({ length: atOnce }, () => site.ask(to(formB, there), { cookie: theirs, form: sentB })),
      )
      if (answers.some((answer) => answer.status >= 500))
        wrong.push(`${label}: ${answers.map((answer) => answer.status)}`)
      const ten = effectOf(beforeB, await look(often.orgId))
      if (did !== '') told += 1
      if (did !== ten) wrong.push(`${label}: once “${did}”, ten at once “${ten}”`)
      sent += atOnce + (words ? 3 : 2)
    }
  }
  return { sent, tried, told, otherBodies, wrong }
}
