import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { wayOutHours } from '#domain/lone-visit/way-out.ts'
import { paths } from '#pages/paths.ts'
import { type RunningTrajectory, runningTrajectory } from '#testing/running-trajectory.ts'
import { type Answered, openWholeSite, type WholeSite } from '#testing/whole-site.ts'
import { openWorld, testMorning, type World } from '#testing/world.ts'
import { Forbidden } from '#usecases/failure.ts'
import { beginLoneVisit } from '#usecases/lone-visit/begin-lone-visit.ts'
import { endLoneVisit } from '#usecases/lone-visit/end-lone-visit.ts'
import { openWayOut } from '#usecases/lone-visit/open-way-out.ts'
import { readWayOut } from '#usecases/lone-visit/read-way-out.ts'
import { setLoneWords } from '#usecases/lone-visit/set-lone-words.ts'

/** Her session ended while she was inside: what her phone was given at the door lets her say that she is out. */
let world: World
let site: WholeSite
beforeAll(async () => {
  world = await openWorld()
  world.turnTo('2026-10-01')
  await world.member(['coordinator'])
  world.turnTo(testMorning)
  site = await openWholeSite(world)
})
afterAll(async () => {
  await site?.close()
  await world?.close()
})

const rows = async (text: string, values: unknown[] = []) => (await world.owner.query(text, values)).rows
const later = (minutes: number) =>
  world.turnTo(Temporal.ZonedDateTime.from(testMorning).add({ minutes }).toString())
const mine = paths.loneVisit.mine()
const outOf = (answer: Answered): string =>
  answer.headers.getSetCookie().find((cookie) => cookie.startsWith('naast-out=')) ?? ''
const cookieOf = (set: string): string => set.split(';')[0] ?? ''
const say = (cookie: string | null, what = 'out', word = 'tulp', version = '1') =>
  site.ask(mine, { cookie, form: new URLSearchParams({ id: world.orgId, version, word, what }) })
/** A page without what differs between two visits. */
const plain = ({ status, html }: Answered) =>
  `${status}\n${html}`
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '·')
    .replaceAll(/nonce="[^"]*"/g, '')

interface Inside extends RunningTrajectory {
  readonly visitId: string
  readonly out: string
}
/** Somebody who has her words is let in at nine for an hour, over the page; her session ends by itself. */
async function inside(given = 'Zwaluwina'): Promise<Inside> {
  later(0)
  const one = await runningTrajectory(world, { given })
  await setLoneWords(world.context, one.worker, { safe: 'Tulp', duress: 'Zonnebloem' })
  const [contact] = await rows(
    `select id from contact where trajectory_id = $1 and state = 'planned' order by number limit 1`,
    [one.trajectoryId],
  )
  const answer = await site.ask(paths.loneVisit.goingIn(contact.id), {
    cookie: await site.signIn(one.worker),
    form: new URLSearchParams({ minutes: '60', place: 'home', beside: 'none' }),
  })
  expect(answer.status).toBe(303)
  const [visit] = await rows('select id from lone_visit where worker_id = $1', [one.workerId])
  return { ...one, visitId: visit.id, out: outOf(answer) }
}
const stateOf = async (id: string) =>
  (
    await rows(
      'select ended_at is not null as out, duress_at is not null as duress from lone_visit where id = $1',
      [id],
    )
  )[0]
const nobody = async () => ({ get: await site.ask(mine), post: plain(await say(null)) })

describe('it opens nothing', () => {
  test('for who has none, one that was made up, or one of another visit that is over', async () => {
    const one = await inside()
    const other = await inside()
    await endLoneVisit(world.context, other.worker, { id: other.visitId, word: 'tulp' })
    const { get, post } = await nobody()
    expect(get.status).toBe(303)
    const { secret } = await readWayOut(world.context, one.worker, {})
    for (const cookie of [
      'naast-out=x',
      `naast-out=${secret}`,
      site.signInPort.wayOut.give(world.orgId, 'A'.repeat(43)).split(';')[0],
      site.signInPort.wayOut.give(world.otherOrgId, secret ?? '').split(';')[0],
      site.signInPort.wayOut.give(one.trajectoryId, secret ?? '').split(';')[0],
      cookieOf(other.out),
    ] as string[]) {
      const got = await site.ask(mine, { cookie })
      expect([got.status, got.headers.get('location')]).toEqual([303, paths.signIn()])
      expect(plain(await say(cookie))).toBe(post)
    }
    expect(await stateOf(one.visitId)).toEqual({ out: false, duress: false })
  })
  test('once she is out, when it is long past, and for who is no member or no worker any more', async () => {
    const post = plain(await say(null))
    const one = await inside()
    expect((await say(cookieOf(one.out))).status).toBe(200)
    expect(plain(await say(cookieOf(one.out)))).toBe(post)
    const late = await inside()
    later(60 + wayOutHours * 60 - 1)
    expect((await site.ask(mine, { cookie: cookieOf(late.out) })).status).toBe(200)
    later(60 + wayOutHours * 60)
    expect(plain(await say(cookieOf(late.out)))).toBe(post)
    for (const change of [
      `active_until = '2026-11-02'`,
      `roles = '{coordinator}'`,
      `worker_id = null, roles = '{coordinator}'`,
    ]) {
      const gone = await inside()
      await world.owner.query(`update member set ${change} where id = $1`, [gone.worker.memberId])
      expect((await site.ask(mine, { cookie: cookieOf(gone.out) })).status).toBe(303)
      expect(plain(await say(cookieOf(gone.out), 'out', 'zonnebloem'))).toBe(post)
      expect(await stateOf(gone.visitId)).toEqual({ out: false, duress: false })
    }
  })
  test('but the page of being out: no other address, no other method, and no use case takes it for a member', async () => {
    const one = await inside()
    const cookie = cookieOf(one.out)
    for (const path of [
      paths.today(),
      paths.contact.mine(),
      paths.loneVisit.words(),
      paths.loneVisit.card(),
      `/trajectories/${one.trajectoryId}`,
    ])
      expect((await site.ask(path, { cookie })).status, path).toBe(303)
    const words = await site.ask(paths.loneVisit.words(), {
      cookie,
      form: new URLSearchParams({ safe: 'Roos', duress: 'Lelie' }),
    })
    expect(words.status).toBe(401)
    // What was typed for a secret isn't written into the page that keeps the rest.
    expect(words.html).not.toMatch(/Roos|Lelie/)
    expect((await say(null, 'out', 'zonnebloem')).html).not.toMatch(/zonnebloem/i)
    await expect(openWayOut(world.context, one.worker, { secret: 'x' })).rejects.toThrow(Forbidden)
    await expect(readWayOut(world.context, world.visitor('way_out'), {})).rejects.toThrow(Forbidden)
    await expect(
      endLoneVisit(world.context, world.visitor('way_out'), { id: one.visitId, word: 'tulp' }),
    ).rejects.toThrow(Forbidden)
  })
})

describe('with it she', () => {
  test('is given a cookie that goes to these pages only, and stands in the database as a digest and sealed', async () => {
    const one = await inside()
    expect(one.out).toMatch(/^naast-out=[^;]+; Max-Age=\d+; Path=\/going-alone; HttpOnly; SameSite=Strict$/)
    const { secret } = await readWayOut(world.context, one.worker, {})
    const [row] = await rows('select * from lone_visit where id = $1', [one.visitId])
    expect(JSON.stringify(row)).not.toContain(secret)
    expect(Buffer.concat([row.way_out_hash, row.way_out_sealed]).toString('latin1')).not.toContain(secret)
    expect(one.out).not.toContain(secret)
    // Another phone of hers gets the same when she looks; whoever has it is given nothing.
    const signed = await site.signIn(one.worker)
    const again = await site.ask(mine, { cookie: signed })
    expect(site.signInPort.wayOut.take({ cookie: cookieOf(outOf(again)), network: '' })?.secret).toBe(secret)
    expect(outOf(await site.ask(mine, { cookie: `${signed}; ${cookieOf(one.out)}` }))).toBe('')
    await endLoneVisit(world.context, one.worker, { id: one.visitId, word: 'tulp' })
    expect(
      await rows('select way_out_hash, way_out_sealed from lone_visit where id = $1', [one.visitId]),
    ).toEqual([{ way_out_hash: null, way_out_sealed: null }])
    expect(await readWayOut(world.context, one.worker, {})).toEqual({ secret: null })
  })
  test('sees where she stands and no name, and says that she is out long after her session ended', async () => {
    const one = await inside()
    later(70)
    const card = await site.ask(mine, { cookie: cookieOf(one.out) })
    expect(card.status).toBe(200)
    expect(card.html).not.toMatch(/Zwaluwina|Achternaam|href="\/(contacts|trajectories)/)
    // A visit of somebody else isn't touched, whatever the form says.
    const other = await inside()
    later(70)
    const out = await site.ask(mine, {
      cookie: cookieOf(one.out),
      form: new URLSearchParams({ id: other.visitId, version: '1', word: 'Tulp', what: 'out' }),
    })
    expect(out.status).toBe(200)
    expect(outOf(out)).toMatch(/^naast-out=; Max-Age=0; Path=\/going-alone/)
    expect(await stateOf(one.visitId)).toEqual({ out: true, duress: false })
    expect(await stateOf(other.visitId)).toEqual({ out: false, duress: false })
  })
  test('stays longer, and a wrong word is told and counted', async () => {
    const one = await inside()
    later(50)
    const [before] = await rows('select expected_at, version from lone_visit where id = $1', [one.visitId])
    const wrong = await say(cookieOf(one.out), 'out', 'Roos')
    expect(wrong.status).toBe(422)
    expect(wrong.html).not.toMatch(/Roos/)
    const [counted] = await rows('select wrong_words, version from lone_visit where id = $1', [one.visitId])
    expect(counted.wrong_words).toBe(1)
    const longer = await say(cookieOf(one.out), '15', 'tulp', String(counted.version))
    expect([longer.status, longer.headers.get('location')]).toEqual([303, `${mine}?said=lone.said.longer`])
    const [after] = await rows('select expected_at from lone_visit where id = $1', [one.visitId])
    expect(after.expected_at.epochMilliseconds - before.expected_at.epochMilliseconds).toBe(15 * 60_000)
  })
  test.each(['out', '15'])(
    'says her other word with %s, and sees the same as with the first',
    async (what) => {
      const answers = []
      for (const word of ['tulp', 'zonnebloem']) {
        const one = await inside()
        later(50)
        const answer = await say(cookieOf(one.out), what, word)
        const next = await site.ask(mine, { cookie: cookieOf(one.out) })
        const heads = [answer, next].map(({ headers }) =>
          JSON.stringify([...headers].filter(([name]) => name !== 'date')),
        )
        answers.push([plain(answer), plain(next), ...heads])
        expect(await stateOf(one.visitId)).toEqual({ out: what === 'out', duress: word !== 'tulp' })
        if (word !== 'tulp')
          await expect
            .poll(
              () => rows('select because, state from lone_alert where lone_visit_id = $1', [one.visitId]),
              {
                timeout: 20_000,
              },
            )
            .toEqual([{ because: 'duress', state: 'raised' }])
      }
      expect(answers[1]).toEqual(answers[0])
      expect(site.troubles).toEqual([])
    },
  )
  test('is nobody else: a signed-in colleague on the same phone has her own page', async () => {
    const one = await inside()
    const other = await runningTrajectory(world)
    const answer = await say(`${await site.signIn(other.worker)}; ${cookieOf(one.out)}`)
    expect(answer.status).toBe(404)
    expect(await stateOf(one.visitId)).toEqual({ out: false, duress: false })
  })
  test('pressed twice at once is out once', async () => {
    const one = await inside()
    const answers = await Promise.all([1, 2].map(() => say(cookieOf(one.out))))
    expect(answers.map(({ status }) => status).filter((status) => status === 200)).not.toEqual([])
    expect(await stateOf(one.visitId)).toEqual({ out: true, duress: false })
    expect(site.troubles).toEqual([])
  })
})

test('of a visit that began before this was there nothing is given', async () => {
  later(0)
  const one = await runningTrajectory(world)
  const [contact] = await rows(
    `select id from contact where trajectory_id = $1 and state = 'planned' order by number limit 1`,
    [one.trajectoryId],
  )
  const { id } = await beginLoneVisit(world.context, one.worker, {
    contactId: contact.id,
    minutes: 60,
    place: 'home',
  })
  await world.owner.query('update lone_visit set way_out_hash = null, way_out_sealed = null where id = $1', [
    id,
  ])
  expect(await readWayOut(world.context, one.worker, {})).toEqual({ secret: null })
})
