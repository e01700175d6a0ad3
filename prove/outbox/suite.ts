import type { Cluster } from '#testing/cluster.ts'
import { openWorldOn } from '#testing/world-on.ts'
import type { Found, Suite } from '../suite.ts'
import { onThrowAway } from '../throw-away.ts'
import { inBatch, type Proof, proveOutbox } from './prove.ts'
import { type LeftOut, leaveOut } from './sending.ts'

const number = (of: number) => of.toLocaleString('en-GB')

export const failuresOf = ({ doubled, outsideHours, afterWithdrawal, lost, untold }: Proof): string[] => [
  ...doubled.map((one) => `twice: ${one}`),
  ...outsideHours.map((one) => `outside her hours: ${one}`),
  ...afterWithdrawal.map((one) => `after she took it back: ${one}`),
  ...lost.map((one) => `lost: ${one}`),
  ...untold.map((one) => `nobody hears of it: ${one}`),
]
/** What must be seen when this is left out. */
const seenBy: Readonly<Record<LeftOut, keyof Proof>> = {
  'doubt is doubt': 'doubled',
  'believing only what was said': 'lost',
  'the clock': 'outsideHours',
  'what she took back': 'afterWithdrawal',
}

export async function proveOn(
  cluster: Cluster,
  count: number,
  seed: number,
  how: Parameters<typeof proveOutbox>[3] = {},
): Promise<Proof> {
  const world = await openWorldOn(cluster)
  return proveOutbox(world, count, seed, how).finally(() => world.close())
}
export async function isMissed(
  cluster: Cluster,
  seed: number,
  leftOut: LeftOut,
  count = inBatch,
): Promise<boolean> {
  const found = (await proveOn(cluster, count, seed, { leftOut }))[seenBy[leftOut]]
  return Array.isArray(found) && found.length > 0
}

export const outbox: Suite = {
  name: 'outbox',
  title: 'A mother hears nothing twice, others hear all, whatever breaks or is killed (T17)',
  count: 5_000,
  run: (count, seed) =>
    onThrowAway(async (cluster): Promise<Found> => {
      const proof = await proveOn(cluster, count, seed, { kills: Math.ceil(count / 50) })
      const missed: LeftOut[] = []
      for (const one of leaveOut) if (await isMissed(cluster, seed, one)) missed.push(one)
      const failures = failuresOf(proof)
      return {
        cases: proof.messages,
        failures: failures.length + leaveOut.length - missed.length,
        summary: `${number(proof.faults)} conversations that broke, fell silent or were refused, ${number(proof.kills)} senders killed at nine points; ${number(proof.toMothers)} to mothers: ${number(proof.heard)} came in, ${proof.doubled.length} twice, ${proof.outsideHours.length} outside her hours, ${proof.afterWithdrawal.length} after she took it back; ${number(proof.toOthers)} to others: ${proof.lost.length} lost; ${proof.untold.length} left of which nobody hears; ${missed.length} of ${leaveOut.length} controls missed when left out`,
        examples: [
          ...failures,
          ...leaveOut.filter((one) => !missed.includes(one)).map((one) => `not noticed: ${one}`),
        ].slice(0, 20),
      }
    }),
}
