import type { Hono } from 'hono'
import type { Assets } from '#pages/look/frame.tsx'
import type { Host, Route } from '#pages/page.ts'
import { type SiteParts, siteOf } from '#pages/site.tsx'
import type { Context } from '#usecases/context.ts'

export const noAssets: Assets = {
  stylesheet: '/staff.css',
  publicStylesheet: '/public.css',
  theme: () => null,
  island: () => null,
}

/** Pages that anybody may open, of one organisation: `waterrijk`. Nobody is signed in. A bug is thrown, not shown. */
export function publicSite(
  routes: readonly Route[],
  { orgId, context, assets = noAssets }: { orgId: string; context: Context; assets?: Assets },
): Hono {
  const host: Host = {
    orgId,
    name: 'Stichting Waterrijk',
    slug: 'waterrijk',
    theme: 'naast',
    zone: 'Europe/Amsterdam',
  }
  const parts: SiteParts = {
    demo: false,
    assets,
    context: () => context,
    newRequestId: () => 'test',
    signedIn: async () => null,
    signIn: undefined as never,
    network: () => '203.0.113.7',
    hostBySlug: async (slug) => (slug === host.slug ? host : null),
    trouble: (_, error) => {
      throw error
    },
  }
  return siteOf(parts, routes)
}

/** Opens a page, or sends a form to it, as a browser without script does. */
export const visit = async (site: Hono, path: string, fields?: URLSearchParams) => {
  const response = await site.request(`http://localhost${path}`, {
    headers: {
      'accept-language': 'nl',
      ...(fields && { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    ...(fields && { method: 'POST', body: fields.toString() }),
  })
  return { status: response.status, headers: response.headers, html: await response.text() }
}
