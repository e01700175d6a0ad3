import { isDeepStrictEqual } from 'node:util'
import type { OneOfEach } from '#testing/one-of-each.ts'
import type { World } from '#testing/world-on.ts'
import { type Call, everyCall } from '../audit/lines.ts'
import { otherBody } from './other-body.ts'
import { differenceOf, effectOf, type LookAt } from './standing.ts'

export interface Twice {
  /** Sent in all, however often each. */
  readonly sent: number
  readonly tried: number
  /** Of those, how many did anything: of the others this proves little. */
  readonly told: number
  readonly otherBodies: number
  readonly wrong: readonly string[]
}

/** How often the same arrives at one moment. */
export const atOnce = 10

/** What a call gave, as it is kept with its key; or how it was refused. */
const answerOf = (world: World, { call, actor, input }: Call, key: string): Promise<Answer> =>
  call(world.context, actor, input, { key }).then(
    (result) => ({ done: true, result: JSON.parse(JSON.stringify(result ?? null)) }),
    (error: unknown) => ({
      done: false,
      result: error instanceof Error ? `${error.name} ${error.message}` : String(error),
    }),
  )
interface Answer {
  readonly done: boolean
  readonly result: unknown
}

/**
 * Every use case that writes, as everybody who may ask it: once, again, and with another body under its key in the one
 * house; ten times at one moment in the other. Both houses then stand alike, and the first as after its first time.
 */
export async function proveCalls(
  world: World,
  [once, often]: readonly [OneOfEach, OneOfEach],
  look: LookAt,
  chosen: (at: number) => boolean,
): Promise<Twice> {
  const [here, there] = [everyCall(once), everyCall(often)]
  const wrong: string[] = []
  let [sent, tried, told, otherBodies] = [0, 0, 0, 0]
  let [stands, standsThere] = [await look(once.orgId), await look(often.orgId)]
  for (const [at, mine] of here.entries()) {
    const theirs = there[at]
    const { name, kind, input: schema } = mine.call.useCase
    if (kind !== 'command' || !theirs || !chosen(at)) continue
    const key = world.context.newId()
    const label = `${name} ${mine.actor.kind === 'member' ? mine.actor.roles.join() : mine.actor.kind}`
    const first = await answerOf(world, mine, key)
    const after = await look(once.orgId)
    const did = effectOf(stands, after)
    if (!first.done && differenceOf(stands, after)) wrong.push(`${label}: refused, and changed ${did}`)
    if (first.done) {
      const again = await answerOf(world, mine, key)
      if (!isDeepStrictEqual(again, first))
        wrong.push(`${label}: a second time ${JSON.stringify(again)} and not ${JSON.stringify(first)}`)
      const input = otherBody(schema, mine.input, world.context.newId)
      const other = input === null ? null : await answerOf(world, { ...mine, input }, key)
      if (other?.done) wrong.push(`${label}: another body was taken under the same key`)
      if (other) otherBodies += 1
      const left = await look(once.orgId)
      if (differenceOf(after, left)) wrong.push(`${label}: once more changed ${differenceOf(after, left)}`)
      stands = left
    } else stands = after
    const keyThere = world.context.newId()
    const answers = await Promise.all(Array.from({ length: atOnce }, () => answerOf(world, theirs, keyThere)))
    const afterThere = await look(often.orgId)
    const ten = effectOf(standsThere, afterThere)
    standsThere = afterThere
    const [one] = answers
    if (first.done && answers.some((answer) => !isDeepStrictEqual(answer, one)))
      wrong.push(`${label}: at once ${JSON.stringify(answers.map(({ result }) => result))}`)
    if (ten !== did) wrong.push(`${label}: once “${did}”, ten at once “${ten}”`)
    sent += atOnce + (first.done ? 3 : 1)
    tried += 1
    if (first.done) told += 1
  }
  return { sent, tried, told, otherBodies, wrong }
}
