import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '#pages/paths.ts'
import { formsOn } from '#testing/html.ts'
import { runningTrajectory } from '#testing/running-trajectory.ts'
import { openWholeSite, type WholeSite } from '#testing/whole-site.ts'
import { openWorld, testMorning, type World } from '#testing/world.ts'

/**
 * He stands behind her and reads along: whichever of her words she says, each answer and every page that she may open is
 * the same, byte for byte, while those on call are told or not.
 */
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

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const hers = [
  paths.loneVisit.mine(),
  paths.contact.mine(),
  paths.today(),
  '/my-file',
  paths.loneVisit.words(),
]

/** From going in to being out, and everything that was on her screen meanwhile. */
async function evening(word: string, what: 'out' | '15', after: number) {
  world.turnTo(testMorning)
  const { worker, trajectoryId, workerId } = await runningTrajectory(world)
  const { rows } = await world.owner.query(
    `select id from contact where trajectory_id = $1 and state = 'planned' order by number limit 1`,
    [trajectoryId],
  )
  let cookie = await site.signIn(worker)
  const answers: string[] = []
  const seen = async (path: string, form: URLSearchParams | null = null) => {
    const answer = await site.ask(path, { cookie, form })
    const head = [...answer.headers].filter(([name]) => name !== 'date')
    answers.push(
      [path, answer.status, JSON.stringify(head), answer.html]
        .join('\n')
        .replace(uuid, '·')
        // Drawn anew for each visit, before any word was said.
        .replace(/naast-out=[^;]+/, '·')
        .replaceAll(/nonce="[^"]*"/g, ''),
    )
    return answer
  }
  const press = async (path: string, fields: Record<string, string>) => {
    // The frame has a form of its own.
    const form = formsOn((await site.ask(path, { cookie })).html).find((one) =>
      one.fields.some(({ name }) => name in fields),
    )
    if (!form) throw new Error(`no such form on ${path}`)
    const sent = new URLSearchParams(form.fields.map(({ name, value }) => [name, value]))
    for (const [name, value] of Object.entries(fields)) sent.set(name, value)
    return seen(form.action ?? path, sent)
  }
  await press(paths.loneVisit.words(), { safe: 'Tulp', duress: 'Zonnebloem' })
  await press(paths.loneVisit.goingIn(rows[0].id), { minutes: '60', place: 'home', beside: 'none' })
  world.turnTo(Temporal.ZonedDateTime.from(testMorning).add({ minutes: after }).toString())
  // So long without a page, and she signs in again.
  cookie = await site.signIn(worker)
  await press(paths.loneVisit.mine(), { word: 'Roos', what })
  const said = await press(paths.loneVisit.mine(), { word, what })
  const { rows: visits } = await world.owner.query('select id from lone_visit where worker_id = $1', [
    workerId,
  ])
  for (const path of hers) await seen(path)
  world.turnTo(
    Temporal.ZonedDateTime.from(testMorning)
      .add({ minutes: after + 4 })
      .toString(),
  )
  for (const path of hers) await seen(path)
  return { answers, status: said.status, visit: visits[0].id as string }
}
const alertOf = async (visit: string) =>
  (await world.owner.query('select because, state from lone_alert where lone_visit_id = $1', [visit])).rows

test.each([
  ['out', 40],
  ['15', 40],
  ['out', 90],
] as const)(
  'whichever word she says with %s after %i minutes, she sees the same',
  async (what, after) => {
    const plain = await evening('tulp', what, after)
    const other = await evening('zonnebloem', what, after)
    expect(plain.status).toBe(303)
    expect(other.answers).toEqual(plain.answers)
    expect(other.answers.join()).not.toMatch(/zonnebloem|tulp/i)
    // And yet: the clock was woken by the press itself.
    await expect
      .poll(() => alertOf(other.visit), { timeout: 20_000, interval: 200 })
      .toEqual([{ because: 'duress', state: 'raised' }])
    expect((await alertOf(plain.visit)).filter(({ state }) => state === 'raised')).toEqual([])
    expect(site.troubles).toEqual([])
  },
  60_000,
)
