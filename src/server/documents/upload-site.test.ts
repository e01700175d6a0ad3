import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { documentLimits } from '#domain/document/document-limits.ts'
import type { MemberActor } from '#domain/member/actor.ts'
import { paths } from '#pages/paths.ts'
import { bombs, hostileFiles, ordinaryFiles, payload } from '#testing/hostile-files.ts'
import { formsOn, unescaped } from '#testing/html.ts'
import { runningTrajectory } from '#testing/running-trajectory.ts'
import { openWholeSite, type WholeSite } from '#testing/whole-site.ts'
import { openWorld, type World } from '#testing/world.ts'

let world: World
let site: WholeSite
let coordinator: MemberActor
let cookie: string
let trajectoryId: string
let page: string
let ordinary: Awaited<ReturnType<typeof ordinaryFiles>>
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.member(['coordinator'])
  ;({ trajectoryId } = await runningTrajectory(world))
  site = await openWholeSite(world)
  cookie = await site.signIn(coordinator)
  page = paths.document.add(trajectoryId)
  ordinary = await ordinaryFiles()
}, 120_000)
afterAll(async () => {
  await site?.close()
  await world?.close()
})

const typed = { kind: 'other', name: 'Brief van de gemeente' }
const formWith = (file: Buffer | null, name = 'brief.pdf', more: Record<string, string> = {}): FormData => {
  const form = new FormData()
  for (const [field, value] of Object.entries({ ...typed, ...more })) form.append(field, value)
  if (file) form.append('file', new Blob([new Uint8Array(file)]), name)
  return form
}
const send = async (form: FormData) => {
  // As the clock goes on: no member may add more than twenty on one day.
  await world.owner.query(`update document set added_on = '2026-01-01'`)
  return site.ask(page, { cookie, body: form })
}
const kept = async (): Promise<string[]> =>
  (await world.owner.query(`select id from document where state = 'kept' order by id`)).rows.map(
    ({ id }) => id,
  )
const shownIn = (html: string, name: string): string | undefined =>
  formsOn(html)
    .flatMap(({ fields }) => fields)
    .find((field) => field.name === name)?.value

describe('handing one in', () => {
  test('and getting it back: as a file, that no browser shows and no script comes out of', async () => {
    const answer = await send(formWith(ordinary.pdf))
    expect(answer.status).toBe(303)
    const [id = ''] = await kept()
    const list = await site.ask(paths.document.list(trajectoryId), { cookie })
    expect(list.html).toContain('Brief van de gemeente')
    const file = await site.ask(paths.document.file(id), { cookie })
    expect(file.html).toContain('%PDF-1.7')
    expect(Object.fromEntries(file.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="document-${id.slice(-8)}.pdf"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect((await site.ask(paths.document.file(id))).status).toBe(303)
  })
  test('without a file says so, and keeps what was typed', async () => {
    const answer = await send(formWith(null))
    expect(answer.status).toBe(422)
    expect(answer.html).toContain('Maak een foto of kies een bestand.')
    expect(answer.html).toContain('Kies het bestand opnieuw')
    expect(shownIn(answer.html, 'name')).toBe(typed.name)
  })
  test('a photo and a file at once is one too many', async () => {
    const form = formWith(ordinary.pdf)
    form.append('photo', new Blob([new Uint8Array(ordinary.jpeg)]), 'x.jpg')
    expect((await send(form)).status).toBe(422)
  })
})

describe('T25, over the site', () => {
  test('names of any kind: nothing of them but a shown name, and the file is called by us', async () => {
    const names = [
      '../../../../etc/passwd',
      '..\\..\\windows\\system32',
      'brief\u202egpj.exe',
      'a"; filename="b.html',
      'a\r\nSet-Cookie: a=b',
      'x'.repeat(900),
      '.htaccess',
      'CON',
      '<img src=x onerror=alert(1)>.pdf',
      '%2e%2e%2f',
      '\u0000.pdf',
      'ö 文 👩‍👧.pdf',
    ]
    for (const name of names) {
      const before = await kept()
      const answer = await send(formWith(ordinary.pdf, name, { name: '' }))
      expect([303, 400], JSON.stringify(name)).toContain(answer.status)
      expect(answer.headers.get('set-cookie')).toBeNull()
      const [id] = (await kept()).filter((one) => !before.includes(one))
      if (!id) continue
      const file = await site.ask(paths.document.file(id), { cookie })
      expect(file.headers.get('content-disposition')).toMatch(
        /^attachment; filename="document-[0-9a-f]{8}\.pdf"$/,
      )
    }
    const { html } = await site.ask(paths.document.list(trajectoryId), { cookie })
    expect(html).not.toMatch(/<img src=x|\u202e|etc\/passwd/)
    expect(site.troubles).toEqual([])
  }, 120_000)

  test('one of each kind of hostile file: a clear answer, never an error, and what was typed still there', async () => {
    const corpus = [
      ...(await hostileFiles({ mutations: 4 })).filter((_, at) => at % 8 === 0),
      ...(await bombs(/one byte|behind its end|four thousand|a text that|two hundred/)),
    ]
    const wrong: string[] = []
    for (const { label, bytes, must } of corpus) {
      const before = (await kept()).length
      const answer = await send(formWith(bytes))
      const more = (await kept()).length - before
      if (answer.status >= 500) wrong.push(`${label}: ${answer.status}`)
      if (must === 'refused' && more > 0) wrong.push(`${label}: kept`)
      if ((must === 'kept' || must === 'cleaned') && more !== 1)
        wrong.push(`${label}: ${answer.status}, not kept`)
      if (more === 0 && shownIn(answer.html, 'name') !== typed.name)
        wrong.push(`${label}: lost what was typed`)
      if (more === 0 && !/id="error-file"/.test(answer.html)) wrong.push(`${label}: does not say why`)
      if (answer.html.includes(payload)) wrong.push(`${label}: says what was in it`)
    }
    expect(wrong).toEqual([])
    expect(corpus.length).toBeGreaterThan(30)
    expect(site.troubles).toEqual([])
  }, 300_000)

  const boundary = '----grens'
  const part = (head: string, body: string) => `--${boundary}\r\n${head}\r\n\r\n${body}\r\n`
  const fine = part('Content-Disposition: form-data; name="kind"', 'other')
  const filePart = (
    head = 'Content-Disposition: form-data; name="file"; filename="a.pdf"',
    body = '%PDF-1.7',
  ) => part(head, body)
  const bodies: Record<string, string> = {
    'no end': fine + filePart(),
    'no boundary between': `${fine}${filePart().replace(`--${boundary}`, '')}--${boundary}--`,
    'another boundary': `--other\r\n${filePart()}--other--`,
    'nothing but a boundary': `--${boundary}--`,
    'no name': `${fine}${filePart('Content-Disposition: form-data; filename="a.pdf"')}--${boundary}--`,
    'no head': `${fine}--${boundary}\r\n\r\n%PDF\r\n--${boundary}--`,
    'two names': `${fine}${filePart('Content-Disposition: form-data; name="file"; name="kind"; filename="a"')}--${boundary}--`,
    'two file names': `${fine}${filePart(`Content-Disposition: form-data; name="file"; filename="a"; filename*=UTF-8''b`)}--${boundary}--`,
    'a file where text is asked': `${filePart('Content-Disposition: form-data; name="kind"; filename="a.pdf"')}--${boundary}--`,
    'text where a file is asked': `${fine}${part('Content-Disposition: form-data; name="file"', '%PDF')}--${boundary}--`,
    'a head of 60 kB': `${fine}${filePart(`Content-Disposition: form-data; name="file"; filename="${'x'.repeat(60_000)}"`)}--${boundary}--`,
    'ten thousand parts': `${Array.from({ length: 10_000 }, (_, at) => part(`Content-Disposition: form-data; name="f${at}"`, 'x')).join('')}--${boundary}--`,
    'a form within': `${fine}${filePart('Content-Disposition: form-data; name="file"\r\nContent-Type: multipart/mixed; boundary=x', '--x\r\n\r\ny\r\n--x--')}--${boundary}--`,
    'ends of lines of another kind': `${fine}${filePart()}--${boundary}--`.replaceAll('\r\n', '\n'),
    'bytes of no encoding': `${part('Content-Disposition: form-data; name="name"', '\u00ff\ufffd\u0000')}${filePart()}--${boundary}--`,
  }
  test.each(Object.entries(bodies))(
    'a form that is broken: %s',
    async (_, body) => {
      const before = await kept()
      const answer = await site.ask(page, {
        cookie,
        body,
        headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      })
      expect([400, 413, 422]).toContain(answer.status)
      expect(await kept()).toEqual(before)
      expect(site.troubles).toEqual([])
    },
    60_000,
  )
})

describe('a file that is far too large, over a real connection', () => {
  let server: Server
  beforeAll(
    () =>
      new Promise<void>((resolve) => {
        server = createServer(getRequestListener((raw, env) => site.fetch(raw, env)))
        server.listen(0, '127.0.0.1', () => resolve())
      }),
  )
  afterAll(() => new Promise((done) => server.close(done)))

  /** Sends so many megabytes, as a browser does, and hears what comes back. */
  const upload = (megabytes: number, { told = true, signedIn = true } = {}) =>
    new Promise<{ status: number; html: string }>((resolve, reject) => {
      const boundary = 'grens'
      const field = (name: string, value: string) =>
        `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
      const head = `${field('kind', 'wmo_letter')}${field('name', 'Besluit <van> de gemeente')}--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n`
      const tail = `\r\n--${boundary}--\r\n`
      const length = head.length + megabytes * 1024 * 1024 + tail.length
      const { port } = server.address() as AddressInfo
      const sent = request(
        {
          port,
          host: '127.0.0.1',
          path: page,
          method: 'POST',
          headers: {
            ...(signedIn ? { cookie } : {}),
            'sec-fetch-site': 'same-origin',
            'accept-language': 'nl',
            'content-type': `multipart/form-data; boundary=${boundary}`,
            ...(told ? { 'content-length': length } : { 'transfer-encoding': 'chunked' }),
          },
        },
        (response) => {
          let html = ''
          response.on('data', (chunk) => {
            html += chunk
          })
          response.on('end', () => resolve({ status: response.statusCode ?? 0, html }))
        },
      )
      sent.on('error', reject)
      sent.write(head)
      let left = megabytes
      const more = () => {
        while (left > 0) {
          left -= 1
          if (!sent.write(Buffer.alloc(1024 * 1024, 1))) {
            sent.once('drain', more)
            return
          }
        }
        sent.end(tail)
      }
      more()
    })

  test.each([
    [11, { told: true }],
    [11, { told: false }],
    [30, { told: true }],
    [30, { told: false }],
  ])(
    'of %i MB, %o: a page that says so, with what was typed in it',
    async (megabytes, how) => {
      const before = process.memoryUsage().arrayBuffers
      const { status, html } = await upload(megabytes, how)
      expect(status).toBe(413)
      expect(html).toContain('groter dan 10 MB')
      expect(html).toContain('Kies het bestand opnieuw')
      expect(unescaped(shownIn(html, 'name') ?? '')).toBe('Besluit <van> de gemeente')
      expect(
        formsOn(html)
          .flatMap(({ fields }) => fields)
          .find(({ value }) => value === 'wmo_letter')?.checked,
      ).toBe(true)
      expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * 1024 * 1024)
      expect(site.troubles).toEqual([])
    },
    60_000,
  )
  test('by somebody who is not signed in any more: what was typed waits, as on every form', async () => {
    const { status, html } = await upload(30, { signedIn: false })
    expect(status).toBe(401)
    expect(html).toContain('Besluit &lt;van> de gemeente')
  }, 60_000)
  test('the largest that may be is taken whole', async () => {
    const before = await kept()
    const { html, status } = await upload(documentLimits.bytes / 1024 / 1024)
    // No picture at all: but it was looked at.
    expect(status).toBe(422)
    expect(html).toContain('Dit is geen PDF, JPEG, PNG of WebP')
    expect(await kept()).toEqual(before)
  }, 60_000)
})
