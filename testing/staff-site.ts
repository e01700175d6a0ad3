import type { Hono } from 'hono'
import type { MemberActor } from '#domain/member/actor.ts'
import type { Host, Route } from '#pages/page.ts'
import { type SiteParts, siteOf } from '#pages/site.tsx'
import type { Language } from '#pages/words/language.ts'
import { fieldsOn } from './html.ts'
import { noAssets } from './public-site.ts'
import type { World } from './world.ts'

/** Pages as one member sees them, without a browser. A bug is thrown, not shown. */
export function staffSite(
  routes: readonly Route[],
  world: Pick<World, 'orgId' | 'context'>,
  actor: MemberActor,
  language: Language = 'nl',
): Hono {
  const host: Host = {
    orgId: world.orgId,
    name: 'Stichting Waterrijk',
    slug: 'waterrijk',
    theme: 'naast',
    zone: 'Europe/Amsterdam',
  }
  const parts: SiteParts = {
    demo: false,
    assets: noAssets,
    context: () => world.context,
    newRequestId: () => 'test',
    signedIn: async () => ({ actor, name: 'Iemand', language, host }),
    signIn: undefined as never,
    network: () => '203.0.113.7',
    hostBySlug: async () => null,
    trouble: (_, error) => {
      throw error
    },
  }
  return siteOf(parts, routes)
}

/** What the form that posts to `action` would send as it stands. */
export const formIn = (html: string, action: string): URLSearchParams =>
  fieldsOn(html.slice(html.search(new RegExp(`<form[^>]*action="${action}"`))))
