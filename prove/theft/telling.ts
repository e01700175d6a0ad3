import type { Actor } from '#domain/member/actor.ts'
import { type OneOfEach, oneOfEach } from '#testing/one-of-each.ts'
import { paper } from '#testing/papers.ts'
import type { World } from '#testing/world-on.ts'
import { recordAround } from '#usecases/around/record-around.ts'
import type { Context } from '#usecases/context.ts'
import { addDocument } from '#usecases/document/add-document.ts'
import { acceptReferral } from '#usecases/referral/accept-referral.ts'
import { submitReferral } from '#usecases/referral/submit-referral.ts'
import { setSafeContact } from '#usecases/safe-contact/set-safe-contact.ts'
import type { Vault } from '#usecases/vault.ts'
import { everyCall } from '../audit/lines.ts'
import { canariesIn, canaryOf } from './canary.ts'

export interface Told {
  readonly house: OneOfEach
  /** Told and taken, each a word of its own, and where it was told: which use case, in which field. */
  readonly words: ReadonlyMap<string, string>
  /** Columns in which one of them was sealed. */
  readonly sealedIn: ReadonlySet<string>
}

/** The same context, noting in which columns something with a canary in it is sealed. */
function noting(context: Context, sealedIn: Set<string>): Context {
  const note = ({ table, column }: { table: string; column: string }, bytes: Buffer) => {
    if (canariesIn(bytes).size > 0) sealedIn.add(`${table}.${column}`)
  }
  return {
    ...context,
    vault: (tx, orgId): Vault => {
      const vault = context.vault(tx, orgId)
      return {
        ...vault,
        seal: (owner, place, text) => {
          note(place, Buffer.from(text))
          return vault.seal(owner, place, text)
        },
        sealSegments: (owner, place, bytes) => {
          note(place, bytes)
          return vault.sealSegments(owner, place, bytes)
        },
      }
    },
  }
}

type Path = readonly (string | number)[]
const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
function textsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value === 'string') return [path]
  if (Array.isArray(value)) return value.flatMap((one, at) => textsIn(one, [...path, at]))
  return isPlain(value) ? Object.entries(value).flatMap(([name, one]) => textsIn(one, [...path, name])) : []
}
function putIn(value: unknown, [first, ...rest]: Path, text: string): unknown {
  if (first === undefined) return text
  if (Array.isArray(value)) return value.with(Number(first), putIn(value[Number(first)], rest, text))
  return isPlain(value) ? { ...value, [first]: putIn(value[first], rest, text) } : value
}

/** The same with a word of its own in every place that takes any text; what asks for a number, a day or a code keeps it. */
function withWords(takes: (input: unknown) => boolean, input: unknown, next: () => string) {
  const words = new Map<string, string>()
  let whole = input
  for (const path of textsIn(input)) {
    const one = next()
    const other = putIn(whole, path, one)
    if (!takes(other)) continue
    whole = other
    words.set(one, path.filter((step) => typeof step === 'string').join('.'))
  }
  return { input: whole, words }
}

const papersInDay = 12
/** Where what is written of a woman was told: none of that is ever meant to be read in clear. */
export const aboutHer = 'about her'

/**
 * Tells so many words through the use cases: every use case that writes is asked with a word wherever it takes text,
 * then women are referred, taken on and written about until all were told.
 */
export async function tellAll(world: World, count: number): Promise<Told> {
  const [words, sealedIn] = [new Map<string, string>(), new Set<string>()]
  let drawn = 0
  const next = () => {
    drawn += 1
    return canaryOf(drawn)
  }
  const context = noting(world.context, sealedIn)
  const house = await oneOfEach({ ...world, context })
  for (const { call, actor, input } of everyCall(house)) {
    const { name, kind, input: schema } = call.useCase
    if (kind !== 'command') continue
    const told = withWords((one) => schema.safeParse(one).success, input, next)
    const taken = await call(context, actor, told.input).then(
      () => true,
      () => false,
    )
    if (taken) for (const [one, field] of told.words) words.set(one, `${name} ${field}`)
  }
  // So many papers somebody may add in a day, and no more.
  for (let women = 1; words.size < count; women += 1) {
    if (women % papersInDay === 0)
      world.turnTo(world.context.now().add({ hours: 24 }).toZonedDateTimeISO('Europe/Amsterdam').toString())
    for (const one of await tellOfOne(context, world, house.members.coordinator, next))
      words.set(one, aboutHer)
  }
  return { house, words, sealedIn }
}

/** One woman, with all that is written down of her when she comes in; gives the words. */
export async function tellOfOne(
  context: Context,
  world: World,
  coordinator: Actor,
  draw: () => string,
): Promise<string[]> {
  const words: string[] = []
  const next = () => {
    const one = draw()
    words.push(one)
    return one
  }
  const { referralId } = await submitReferral(context, coordinator, {
    channel: 'desk',
    submission: {
      programmeId: 'mim-nl-18m',
      mother: {
        name: { given: next(), family: next() },
        email: `${next()}@post.example.nl`,
        address: { street: next(), houseNumber: '12', postcode: '1234 AB', place: next() },
        languages: ['nl'],
      },
      child: { bornOn: '2026-09-20', given: next(), firstChild: 'yes' },
      reach: { channel: 'phone', when: next(), voicemail: 'no' },
      agreed: true,
      referrer: { kind: 'midwife', name: next(), organisation: next(), email: `${next()}@example.nl` },
      words: `Zij vertelt over ${next()} en ${next()}.`,
    },
  })
  const { trajectoryId } = await acceptReferral(context, coordinator, {
    id: referralId,
    version: 1,
    programmeId: 'mim-nl-18m',
  })
  const { rows } = await world.owner.query<{ person_id: string }>(
    'select person_id from trajectory where id = $1',
    [trajectoryId],
  )
  await setSafeContact(context, coordinator, {
    personId: rows[0]?.person_id ?? '',
    basedOn: null,
    terms: {
      channels: ['phone'],
      through: null,
      hours: null,
      pickedUpBy: 'others_too',
      others: next(),
      coverName: next(),
      codeWord: next(),
      voicemail: 'never',
      neverAtHome: false,
      remark: next(),
    },
  })
  await recordAround(context, coordinator, {
    trajectoryId,
    told: { relation: 'partner', names: [`${next()} ${next()}`], worksAt: next(), words: next() },
  })
  await addDocument(context, coordinator, { trajectoryId, kind: 'other', name: next(), file: paper(next()) })
  return words
}
