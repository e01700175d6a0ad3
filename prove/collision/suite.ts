import type { Found, Suite } from '../suite.ts'
import { leaveOut, proveCollisions } from './prove.ts'

const number = (of: number) => of.toLocaleString('en-GB')
const share = (of: number, all: number) => `${((100 * of) / Math.max(1, all)).toFixed(2)} %`

/** Fewer than this of the men who are around her found, and it is no check. */
export const leastFound = 0.98
/** Of strangers a lead may be shown so many for nothing, and no more. */
export const mostStrangers = 0.002

export const isSound = (proof: ReturnType<typeof proveCollisions>): boolean =>
  proof.lopsided.length === 0 &&
  proof.namesakesHeld.length === 0 &&
  proof.found >= leastFound * proof.same &&
  proof.strangersHeld <= mostStrangers * proof.strangers

export const collision: Suite = {
  name: 'collision',
  title: 'Who is around her is known again, and a namesake is not taken for him',
  count: 300_000,
  run(count, seed): Found {
    const proof = proveCollisions(count, seed)
    const missed = leaveOut.filter((without) => !isSound(proveCollisions(9_000, seed, { without })))
    const bad = [...proof.lopsided, ...proof.namesakesHeld]
    return {
      cases: count,
      failures: bad.length + (isSound(proof) ? 0 : 1) + leaveOut.length - missed.length,
      summary: `of ${number(proof.same)} told of ${share(proof.found, proof.same)} found, ${share(proof.held, proof.same)} held; of ${number(proof.strangers)} strangers ${share(proof.strangersHeld, proof.strangers)} held; of ${number(proof.namesakes)} namesakes years apart ${proof.namesakesHeld.length} held; ${missed.length} of ${leaveOut.length} parts missed when left out`,
      examples: bad.slice(0, 10),
    }
  },
}
