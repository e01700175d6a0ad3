import { highsLinear } from '#server/disclosure-solver/highs-linear.ts'
import type { Found, Suite } from '../suite.ts'
import { type DisclosureProof, proveDisclosure } from './prove.ts'

const number = (of: number) => of.toLocaleString('en-GB')
const percent = (part: number, of: number) => `${Math.round((100 * part) / Math.max(1, of))} %`

/** Nothing found where it is hidden as it should be; and much where only the small are hidden, or nobody looked well. */
export const isSound = ({ aims, found, foundNaively }: DisclosureProof): boolean =>
  found.length === 0 && (aims < 100 || foundNaively > aims / 10)

export const disclosure: Suite = {
  name: 'disclosure',
  title: 'No small number can be worked out from what is released, by whoever keeps all of it',
  count: 11_000,
  async run(count, seed): Promise<Found> {
    const solver = await highsLinear(() => Number.POSITIVE_INFINITY)
    const sequences = Math.round(count / 11)
    const proof = await proveDisclosure(solver, { alone: count - sequences, sequences }, seed)
    const drawn = `${number(count - sequences)} releases by themselves and ${number(sequences)} sequences of two to four`
    return foundBy(proof, count, drawn)
  },
}

export const hangingTogether: Suite = {
  name: 'hanging-together',
  title: 'Nor from how the tables of one pack hang together',
  count: 10_000,
  async run(count, seed): Promise<Found> {
    const solver = await highsLinear(() => Number.POSITIVE_INFINITY)
    return foundBy(
      await proveDisclosure(solver, { packs: count }, seed),
      count,
      `${number(count)} packs of a year`,
    )
  },
}

const foundBy = (proof: DisclosureProof, cases: number, drawn: string): Found => ({
  cases,
  failures: proof.found.length + (isSound(proof) ? 0 : 1),
  summary: `${drawn}, ${number(proof.tables)} tables; of ${number(proof.aims)} small numbers, margins and differences ${number(proof.found.length)} worked out by linear programming; with only the small hidden ${number(proof.foundNaively)}, ${number(proof.exactNaively)} of them to the woman; ${percent(proof.hidden, proof.cells)} of cells hidden where told, ${percent(proof.coarser, proof.tables)} of tables coarser, ${percent(proof.refused, proof.tables)} refused`,
  examples: proof.found.slice(0, 10),
})
