import { randomUUID } from 'node:crypto'
import type { Route } from '#pages/page.ts'
import { routes } from '#pages/routes.ts'
import type { Answered } from '#testing/whole-site.ts'

/** Pages for who is signed in. */
export const staffPages: readonly Route[] = routes.filter(
  (route) => route.get && route.who !== 'public' && route.who !== 'anyone',
)
/** Those of one thing, with its id in the address, and those of all there is. */
export const pagesOfOne = staffPages.filter(({ path }) => path.includes(':'))
export const lists = staffPages.filter(({ path }) => !path.includes(':'))

/** Without what stands in every page anew: keys of forms, once-only secrets, the number of the request. */
export const plain = ({ html }: Pick<Answered, 'html'>): string =>
  html.replace(/(name="(?:key|once)" value=")[^"]*/g, '$1').replace(/nonce="[^"]*"/g, '')

/** What a list says, in any order: what came at one moment, as with a clock that stands still, may come in any. */
export const inAnyOrder = (page: string): string => page.split(/(?=<)/).sort().join('')

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
/** The same address with a number that was never given. */
export const nobodys = (address: string): string => address.replace(uuid, () => randomUUID())
