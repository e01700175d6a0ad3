import type { Found, Suite } from '../suite.ts'
import { leaveOutElsewhere, proveElsewhere } from './elsewhere.ts'
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

/** By tokens so many at least; and no more than one in a hundred fewer than the own check, which reads both in clear. */
export const leastElsewhere = 0.975
export const mostBehind = 0.01

export const isSoundElsewhere = (proof: ReturnType<typeof proveElsewhere>): boolean =>
  proof.strayed === 0 &&
  proof.namesakesHeld.length === 0 &&
  proof.found >= leastElsewhere * proof.same &&
  proof.ownFound - proof.found <= mostBehind * proof.same &&
  proof.strangersFound <= mostStrangers * proof.strangers

export const elsewhere: Suite = {
  name: 'elsewhere',
  title: 'Whom another organisation knows is found by tokens that say nothing',
  count: 90_000,
  run(count, seed): Found {
    const proof = proveElsewhere(count, seed)
    const missed = leaveOutElsewhere.filter(
      (without) => !isSoundElsewhere(proveElsewhere(9_000, seed, { without })),
    )
    return {
      cases: count,
      failures:
        proof.namesakesHeld.length +
        proof.strayed +
        (isSoundElsewhere(proof) ? 0 : 1) +
        leaveOutElsewhere.length -
        missed.length,
      summary: `of ${number(proof.same)} told of ${share(proof.found, proof.same)} found by tokens, ${share(proof.ownFound, proof.same)} in clear; of ${number(proof.strangers)} strangers ${share(proof.strangersFound, proof.strangers)} found; of ${number(proof.namesakes)} namesakes years apart ${proof.namesakesHeld.length} taken for sure; ${proof.strayed} met under another key; ${Math.round(proof.tokens)} tokens a man; ${missed.length} of ${leaveOutElsewhere.length} parts missed when left out`,
      examples: proof.namesakesHeld.slice(0, 10),
    }
  },
}
