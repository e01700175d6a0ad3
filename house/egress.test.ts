import dns from 'node:dns'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Role, roles } from '#domain/member/role.ts'
import { routes } from '#pages/routes.ts'
import { sendDueMessages } from '#server/mail/outbox.ts'
import { readMailSettings, smtpMailer } from '#server/mail/smtp.ts'
import { filled } from '#testing/filled-form.ts'
import { formsOn } from '#testing/html.ts'
import { type OneOfEach, oneOfEach } from '#testing/one-of-each.ts'
import { openWholeSite, type WholeSite } from '#testing/whole-site.ts'
import { openWorld, type World } from '#testing/world.ts'
import { addressIn } from './addresses.ts'

/**
 * Where the whole of Naast connects to, looked at from underneath: every socket that is opened and every name that is asked
 * for, while every page is opened by everybody who may and the outbox sends (security.md T32).
 */
const asked: string[] = []
const undo: (() => void)[] = []
let world: World
let site: WholeSite
let here: OneOfEach
let mail: net.Server
let calls = 0

function listenUnderneath(): void {
  const { connect } = net.Socket.prototype
  net.Socket.prototype.connect = function (this: net.Socket, ...args: unknown[]) {
    const [first] = Array.isArray(args[0]) ? args[0] : args
    const { path, host, port } =
      typeof first === 'object' && first !== null
        ? (first as { path?: string; host?: string; port?: number })
        : typeof first === 'string'
          ? { path: first }
          : { port: Number(first), host: String(args[1]) }
    asked.push(path ? `socket ${path}` : `${host ?? 'localhost'}:${port}`)
    return Reflect.apply(connect, this, args)
  } as typeof connect
  undo.push(() => {
    net.Socket.prototype.connect = connect
  })
  for (const holder of [dns, dns.promises] as unknown as Record<string, unknown>[])
    for (const name of Object.keys(holder).filter((key) => /^(lookup|resolve\w*|reverse)$/.test(key))) {
      const real = holder[name]
      if (typeof real !== 'function') continue
      holder[name] = (...args: unknown[]) => {
        // An address needs no asking; nor does this machine's own name.
        if (typeof args[0] === 'string' && net.isIP(args[0]) === 0 && args[0] !== 'localhost')
          asked.push(`name ${args[0]}`)
        return Reflect.apply(real, holder, args)
      }
      undo.push(() => {
        holder[name] = real
      })
    }
  syncBuiltinESMExports()
}

beforeAll(async () => {
  world = await openWorld()
  here = await oneOfEach(world)
  mail = net.createServer((socket) => {
    calls += 1
    socket.on('error', () => undefined)
    socket.end('421 later\r\n')
  })
  await new Promise<void>((resolve) => mail.listen(0, '127.0.0.1', resolve))
  listenUnderneath()
  site = await openWholeSite(world)
}, 300_000)
afterAll(async () => {
  for (const back of undo) back()
  syncBuiltinESMExports()
  await site?.close()
  await new Promise((resolve) => mail.close(resolve))
  await world?.close()
})

const mailPort = () => (mail.address() as net.AddressInfo).port
/** The database, and the mail server that was set. */
const configured = (): RegExp => {
  const { host, port } = inject('cluster')
  const database = host?.startsWith('/') ? `socket ${host}/.s.PGSQL.${port}` : `${host}:${port}`
  return new RegExp(`^(${database.replaceAll('.', '\\.')}|127\\.0\\.0\\.1:${mailPort()})$`)
}
const elsewhere = () => asked.filter((one) => !configured().test(one))

test('while every page is opened and forms are sent, to its database and nowhere else', async () => {
  const cookies = new Map<Role, string>()
  for (const role of roles) cookies.set(role, await site.signIn(here.members[role]))
  for (const route of routes.filter(({ get }) => get)) {
    const path = addressIn(here, route.path)
    const [role = null] = route.who === 'public' || route.who === 'anyone' ? [] : route.who
    const { html } = await site.ask(path, { cookie: role && (cookies.get(role) ?? null) })
    if (route.who !== 'public') continue
    for (const form of formsOn(html).filter(({ method }) => method === 'post'))
      await site.ask(new URL(form.action ?? path, `${site.origin}${path}`).pathname, {
        form: filled(form, () => 'zwaluw@andere.example.nl'),
      })
  }
  expect(asked.length).toBeGreaterThan(0)
  expect(elsewhere()).toEqual([])
}, 300_000)

test('while the outbox sends, to the mail server that was set as well', async () => {
  const settings = readMailSettings(`smtp://127.0.0.1:${mailPort()}`, 'bericht@post.example.nl')
  if (!settings) throw new Error('no settings')
  await sendDueMessages({
    organisations: async () => [world.orgId, world.otherOrgId],
    context: () => world.context,
    carriers: { email: smtpMailer(settings) },
  })
  expect(calls).toBeGreaterThan(0)
  expect(asked).toContain(`127.0.0.1:${mailPort()}`)
  expect(elsewhere()).toEqual([])
})

test('and this would notice', async () => {
  await fetch('http://127.0.0.1:59999/').catch(() => undefined)
  await dns.promises.lookup('andere.example.nl').catch(() => undefined)
  expect(elsewhere()).toEqual(expect.arrayContaining(['127.0.0.1:59999', 'name andere.example.nl']))
})
