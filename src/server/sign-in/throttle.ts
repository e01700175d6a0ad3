import { createHmac } from 'node:crypto'
import { type AuthDb, dropIn, knowsNetwork, rememberNetwork, takeBack } from '#db/sign-in.ts'

/** How much fits in a bucket, and in how many minutes a full one leaks empty. */
interface Limit {
  readonly size: number
  readonly minutes: number
}
const limits = {
  /** All failures of one network: a home, an office, a phone company's gateway. */
  network: { size: 30, minutes: 15 },
  /** Failures on one account from one network. */
  pair: { size: 10, minutes: 15 },
  /** Failures on one account from networks it never came from: many machines guessing at one person. */
  strangers: { size: 20, minutes: 20 },
  /** Passwords asked of somebody who is signed in already. */
  own: { size: 10, minutes: 15 },
} as const satisfies Record<string, Limit>

export interface Attempt {
  readonly allowed: boolean
  /** The attempt was a good one: it does not count. */
  wasGood(): Promise<void>
}

/**
 * Limits guessing, for all servers together. Accounts are never locked: a stranger who fails on purpose fills the
 * strangers' bucket of that account, and its owner still comes in from where she came in before. Unknown addresses
 * are counted like known ones, so the limit tells nobody who has an account.
 */
export function openThrottle(db: AuthDb, secret: string, now: () => Temporal.Instant) {
  const print = (kind: string, text: string): Buffer =>
    createHmac('sha256', secret).update(`${kind}\0${text}`).digest().subarray(0, 16)
  const at = () => new Date(now().epochMilliseconds)

  async function take(buckets: readonly (readonly [keyof typeof limits, string])[]): Promise<Attempt> {
    const taken: Buffer[] = []
    const giveBack = async () => {
      for (const bucket of taken) await takeBack(db, bucket)
    }
    for (const [kind, text] of buckets) {
      const { size, minutes } = limits[kind]
      const bucket = print(kind, text)
      if (!(await dropIn(db, bucket, size, size / (minutes * 60), at()))) {
        await giveBack()
        return { allowed: false, wasGood: async () => undefined }
      }
      taken.push(bucket)
    }
    return { allowed: true, wasGood: giveBack }
  }

  const networkPrint = (network: string) => print('known', placeOf(network))
  return {
    async password(network: string, email: string): Promise<Attempt> {
      const known = await knowsNetwork(db, email, networkPrint(network))
      const place = placeOf(network)
      return take([
        ['network', place],
        ['pair', `${email}|${place}`],
        ...(known ? [] : [['strangers', email] as const]),
      ])
    },
    /** Codes, invitations, the first-run code: counted by network. */
    guess: (network: string): Promise<Attempt> => take([['network', placeOf(network)]]),
    own: (userId: string): Promise<Attempt> => take([['own', userId]]),
    remember: (userId: string, network: string): Promise<void> =>
      rememberNetwork(db, userId, networkPrint(network), at()),
  }
}
export type Throttle = ReturnType<typeof openThrottle>

/**
 * The network an address is on, as far as one household or office goes: the first 64 bits of an IPv6 address, the
 * whole of an IPv4 address. One machine has 2^64 addresses of its own in IPv6, so counting those would count nothing.
 */
export function placeOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  const plain = mapped ?? address.replace(/%.*$/, '').toLowerCase()
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.split('::')
  const front = head === '' ? [] : head.split(':')
  const back = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0')
  return [...front, ...zeros, ...back]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}
