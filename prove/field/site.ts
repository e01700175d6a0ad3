import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { builtAssets } from '#server/assets.ts'
import { openNaast } from '#server/naast.ts'
import { passwords } from '#testing/cluster.ts'
import type { World } from '#testing/world-on.ts'
import { listCast } from '#usecases/member/list-cast.ts'

/** Where the line breaks: nowhere, before the server has it, halfway there, after it did it, or halfway back. */
export const cuts = ['none', 'before', 'halfway-there', 'after', 'halfway-back'] as const
export type Cut = (typeof cuts)[number]

/** All of Naast over this world, behind a line that can be cut at each step of what a phone asks. */
export async function openFieldSite(world: World, { forgetful = false } = {}) {
  let cut: Cut = 'none'
  let cutsLeft = 0
  const troubles: unknown[] = []
  const server = createServer((request, response) => {
    void answer(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://localhost:${(server.address() as AddressInfo).port}`
  const naast = openNaast({
    login: { ...world.loginConfig, max: 8 },
    auth: { ...world.loginConfig, user: 'naast_auth', password: passwords.auth, max: 4 },
    rootKey: world.rootKey,
    authSecret: randomBytes(32).toString('base64url'),
    firstRunCode: null,
    url,
    demo: { cast: () => listCast(world.context, { kind: 'system', orgId: world.orgId, job: 'demo' }, {}) },
    assets: builtAssets('dist/public'),
    mailer: null,
    trustedProxies: 0,
    now: world.context.now,
    trouble: (_, error) => troubles.push(error),
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const hit = cutsLeft > 0 && cut !== 'none' && /^\/field\/(send|pack|still)/.test(request.url ?? '')
    if (hit) cutsLeft -= 1
    if (hit && cut === 'before') return void request.socket.destroy()
    const chunks: Buffer[] = []
    for await (const chunk of request) {
      chunks.push(chunk as Buffer)
      if (hit && cut === 'halfway-there') return void request.socket.destroy()
    }
    const headers = new Headers()
    for (const [name, value] of Object.entries(request.headers))
      if (value !== undefined) headers.set(name, [value].flat().join(', '))
    const asked = new Request(`${url}${request.url}`, {
      method: request.method ?? 'GET',
      headers,
      ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
    })
    const given = await naast.app.fetch(asked, { incoming: request, outgoing: response } as object)
    const body = Buffer.from(await given.arrayBuffer())
    if (hit && forgetful) await world.owner.query('delete from phone_entry')
    if (hit && cut === 'after') return void request.socket.destroy()
    response.statusCode = given.status
    for (const [name, value] of given.headers) if (name !== 'set-cookie') response.setHeader(name, value)
    response.setHeader('set-cookie', given.headers.getSetCookie())
    response.setHeader('content-length', body.length)
    if (!hit || cut !== 'halfway-back') return void response.end(body)
    response.write(body.subarray(0, Math.floor(body.length / 2)), () => request.socket.destroy())
  }

  return {
    url,
    troubles,
    /** From here on, the next so many times. */
    breakLine(how: Cut, times = 1): void {
      ;[cut, cutsLeft] = [how, times]
    },
    /** The cookie of this member, signed in with a click as in the demo. */
    async signIn(memberId: string): Promise<{ name: string; value: string; url: string }> {
      const given = await naast.app.request(`${url}/sign-in/demo`, {
        method: 'POST',
        body: new URLSearchParams({ member: memberId }),
        headers: { 'sec-fetch-site': 'same-origin' },
      })
      const set = given.headers
        .getSetCookie()
        .find((cookie) => /^naast=/.test(cookie) && !/Max-Age=0/.test(cookie))
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set ?? '') ?? []
      if (!name || !value) throw new Error(`signing in gave ${given.status}`)
      return { name, value, url }
    },
    async close(): Promise<void> {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await naast.close()
    },
  }
}
export type FieldSite = Awaited<ReturnType<typeof openFieldSite>>
