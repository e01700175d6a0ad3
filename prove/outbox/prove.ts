import type { MemberActor } from '#domain/member/actor.ts'
import { type Chance, chanceOf } from '#simulation/chance.ts'
import { answer } from '#testing/referred-woman.ts'
import type { World } from '#testing/world-on.ts'
import { buildSending, type Lane, openLane } from './lane.ts'
import { type Posted, post, postedWoman, type Woman } from './post.ts'
import type { LeftOut } from './sending.ts'

export interface Proof {
  readonly messages: number
  readonly faults: number
  readonly kills: number
  readonly toMothers: number
  /** Of those, how many came in, and how many are in doubt, were refused or came too late: each with a task. */
  readonly heard: number
  readonly stranded: number
  readonly doubled: readonly string[]
  readonly outsideHours: readonly string[]
  readonly afterWithdrawal: readonly string[]
  readonly toOthers: number
  readonly lost: readonly string[]
  /** Left behind in the end without a person who hears of it. */
  readonly untold: readonly string[]
}

const womenInBatch = 25
const eachWoman = 10
export const inBatch = womenInBatch * eachWoman
const minute = (at: Temporal.ZonedDateTime, minutes: number) => at.add({ minutes })
/** Every ten minutes until after noon, then the rest of the day, at which nothing may go to her any more. */
const faultyMinutes = [...Array.from({ length: 20 }, (_, at) => at * 10), 205]
const healthyMinutes = [240, 300, 360, 420, 540, 750, 930, 990, 1_050, 1_110]

/** What came in, and when by the clock that everybody goes by. */
type Arrivals = Map<string, Temporal.ZonedDateTime[]>

/**
 * Posts messages to mothers and others and lets two processes send them at once, over real lines to a mail server and a
 * gateway that come to every kind of end, and kills the processes with SIGKILL at every point of a message's way. Some
 * women take back what they agreed to in the middle of it. Then counts what came in.
 */
export async function proveOutbox(
  world: World,
  count: number,
  seed: number,
  { kills = 0, leftOut = null }: { kills?: number; leftOut?: LeftOut | null } = {},
): Promise<Proof> {
  await buildSending()
  const chance = chanceOf(seed)
  const coordinator = await world.member(['coordinator'])
  const { host, port, user, password, database } = world.loginConfig
  const sending = {
    login: {
      host: String(host),
      port: Number(port),
      user: String(user),
      password: String(password),
      database: String(database),
    },
    rootKey: { id: world.rootKey.id, key: Buffer.from(world.rootKey.key).toString('base64') },
    orgId: world.orgId,
    leftOut,
  }
  const lanes = [await openLane(sending, chanceOf(seed + 1)), await openLane(sending, chanceOf(seed + 2))]
  const posted: Posted[] = []
  const arrived: Arrivals = new Map()
  const withdrawn = new Map<string, { from: Temporal.ZonedDateTime; to: 'mother' | 'referrer' }>()
  try {
    const batches = Math.ceil(count / inBatch)
    for (let batch = 0; batch < batches; batch += 1) {
      const size = Math.min(inBatch, count - batch * inBatch)
      for (const lane of lanes) {
        lane.heal(false)
        lane.kill(
          Math.floor(((batch + 1) * kills) / batches / lanes.length) -
            Math.floor((batch * kills) / batches / lanes.length),
        )
        await lane.renew()
      }
      const of = { world, coordinator, chance, lanes, arrived, withdrawn, leftOut }
      posted.push(...(await playDay(of, { batch, size })))
    }
  } finally {
    for (const lane of lanes) await lane.close()
  }
  const sum = (what: keyof Lane['counted']) => lanes.reduce((all, { counted }) => all + counted[what], 0)
  return { faults: sum('faults'), kills: sum('kills'), ...(await judge(world, posted, arrived, withdrawn)) }
}

interface Play {
  readonly world: World
  readonly coordinator: MemberActor
  readonly chance: Chance
  readonly lanes: readonly Lane[]
  readonly arrived: Arrivals
  readonly withdrawn: Map<string, { from: Temporal.ZonedDateTime; to: 'mother' | 'referrer' }>
  readonly leftOut: LeftOut | null
}

/** One Tuesday: women are taken on, messages wait for their moment, and the day goes by. */
async function playDay(play: Play, { batch, size }: { batch: number; size: number }): Promise<Posted[]> {
  const { world, coordinator, chance, lanes, arrived } = play
  const nine = Temporal.ZonedDateTime.from('2026-11-03T09:00:00[Europe/Amsterdam]').add({ weeks: batch })
  world.turnTo(nine.toString())
  const women: Woman[] = []
  for (let at = 0; at < Math.ceil(size / eachWoman); at += 1)
    women.push(await postedWoman(world, coordinator, batch * womenInBatch + at, chance))
  const posted: Posted[] = []
  for (let at = 0; at < size; at += 1) {
    const woman = women[at % women.length]
    if (!woman) throw new Error('nobody to write to')
    const [from, until] = woman.hours
    const moment = minute(nine, chance.between((from - 9) * 60, (until - 9) * 60 - 1))
    posted.push(await post(world, woman, chance, moment.toInstant()))
  }
  const leaving = chance.some(women, 5).map((woman) => ({ woman, at: chance.between(1, 15) }))
  for (const [at, minutes] of [...faultyMinutes, ...healthyMinutes].entries()) {
    const clock = minute(nine, minutes)
    world.turnTo(clock.toString())
    for (const { woman } of leaving.filter((one) => one.at === at)) await takeBack(play, woman, clock)
    for (const lane of lanes) lane.heal(at >= faultyMinutes.length)
    await Promise.all(lanes.map((lane) => lane.round(clock.toInstant().toString())))
    for (const id of lanes.flatMap((lane) => lane.received()))
      arrived.set(id, [...(arrived.get(id) ?? []), clock])
  }
  return posted
}

/** She wants no messages any more, or no longer that her midwife hears of her: from now on, whatever waits. */
async function takeBack(
  { world, coordinator, chance, withdrawn, leftOut }: Play,
  woman: Woman,
  from: Temporal.ZonedDateTime,
) {
  const to = chance.pick(['mother', 'mother', 'referrer'] as const)
  const code = to === 'mother' ? 'C-1' : 'C-5'
  await answer(world, coordinator, woman.trajectoryId, code, 'withdrawn')
  withdrawn.set(woman.personId, { from, to })
  if (leftOut !== 'what she took back') return
  await world.owner.query(`delete from consent where person_id = $1 and code = $2 and state = 'withdrawn'`, [
    woman.personId,
    code,
  ])
  await world.owner.query('update consent set superseded_at = null where person_id = $1 and code = $2', [
    woman.personId,
    code,
  ])
}

async function judge(
  world: World,
  posted: readonly Posted[],
  arrived: Arrivals,
  withdrawn: Play['withdrawn'],
): Promise<Omit<Proof, 'faults' | 'kills'>> {
  const { rows } = await world.owner.query<{ id: string; state: string; tasks: number }>(
    `select m.id, m.state, (select count(*)::int from task t where t.org_id = m.org_id and t.message_id = m.id) as tasks
      from message m where m.org_id = $1`,
    [world.orgId],
  )
  const kept = new Map(rows.map((row) => [row.id, row]))
  const [doubled, outsideHours, afterWithdrawal, lost, untold]: string[][] = [[], [], [], [], []]
  const said = ({ id, to }: Posted, times: readonly Temporal.ZonedDateTime[]) =>
    `to ${to}, ${kept.get(id)?.state}, came in at ${times.map((at) => at.toPlainDateTime()).join(', ') || 'no time'}`
  for (const one of posted) {
    const times = arrived.get(one.id) ?? []
    const { state = 'gone', tasks = 0 } = kept.get(one.id) ?? {}
    const [from, until] = one.woman.hours
    if (one.to === 'mother') {
      if (times.length > 1) doubled?.push(said(one, times))
      if (times.some(({ dayOfWeek, hour }) => dayOfWeek !== 2 || hour < from || hour >= until))
        outsideHours?.push(said(one, times))
    } else if (times.length === 0 && tasks === 0) lost?.push(said(one, times))
    const end = withdrawn.get(one.woman.personId)
    if (end?.to === one.to && times.some((at) => Temporal.ZonedDateTime.compare(at, end.from) >= 0))
      afterWithdrawal?.push(said(one, times))
    const settled =
      state === 'sent' || (['failed', 'expired', 'unknown', 'refused'].includes(state) && tasks > 0)
    if (!settled) untold?.push(said(one, times))
  }
  const mothers = posted.filter(({ to }) => to === 'mother')
  const heard = mothers.filter(({ id }) => arrived.has(id)).length
  return {
    messages: posted.length,
    toMothers: mothers.length,
    heard,
    stranded: mothers.filter(({ id }) => kept.get(id)?.state !== 'sent').length,
    doubled: doubled ?? [],
    outsideHours: outsideHours ?? [],
    afterWithdrawal: afterWithdrawal ?? [],
    toOthers: posted.length - mothers.length,
    lost: lost ?? [],
    untold: untold ?? [],
  }
}
