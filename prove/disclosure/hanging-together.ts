import type { CountTable } from '#domain/disclosure/count-table.ts'
import { crossed } from '#domain/disclosure/crossed.ts'
import type { Chance } from '#simulation/chance.ts'
import { type Case, skewed } from './cases.ts'

const steps = ['desk', 'taken-on', 'matched', 'started', 'completed'] as const
const results = ['completed', 'ended-early', 'not-started'] as const
/** Of each reason with which endings it goes. */
const reasons: Readonly<Record<string, readonly (typeof results)[number][]>> = {
  'goals-met': ['completed', 'ended-early'],
  'end-age': ['completed', 'ended-early'],
  moved: results,
  declined: results,
  'no-match': ['not-started'],
  'not-eligible': ['not-started'],
}

/**
 * A pack as it is made of a year: how far they came; who referred them, beside whether they began, which the first table
 * says too; how it ended; and why, where some reasons go with some endings only. Of few women or many, most of whom take
 * the common way.
 */
export function hangingTogether(chance: Chance): Case {
  const sensitive = chance.chance(0.5)
  const endings = endingsOf(chance, sensitive)
  return {
    releases: [[...referralsOf(chance, sensitive), ...endings.told]],
    beside: [[endings.beside]],
    relations: [],
  }
}

function referralsOf(chance: Chance, sensitive: boolean): CountTable[] {
  const referrers = Array.from({ length: chance.between(2, 6) }, (_, at) => `r${at}`)
  const women = Array.from({ length: chance.between(0, 300) }, () => ({
    step: steps[steps.length - 1 - skewed(chance, steps.length, 3)] ?? 'desk',
    referrer: referrers[skewed(chance, referrers.length, 3)] ?? '',
  }))
  const began = (step: string) => step === 'started' || step === 'completed'
  const population = 'received'
  return [
    {
      id: 'reached',
      population,
      dimensions: [{ id: 'reached', categories: steps }],
      counts: steps.map((one) => women.filter(({ step }) => step === one).length),
      sensitive,
    },
    {
      id: 'referrer',
      population,
      dimensions: [
        { id: 'referrer', categories: referrers },
        {
          id: 'began',
          categories: ['yes', 'no'],
          elsewhere: {
            yes: { id: 'reached', categories: steps.filter(began) },
            no: { id: 'reached', categories: steps.filter((step) => !began(step)) },
          },
        },
      ],
      counts: referrers.flatMap((one) =>
        [true, false].map(
          (yes) => women.filter(({ step, referrer }) => referrer === one && began(step) === yes).length,
        ),
      ),
      sensitive: false,
    },
  ]
}

function endingsOf(chance: Chance, sensitive: boolean): { told: CountTable[]; beside: CountTable } {
  const names = Object.keys(reasons)
  const women = Array.from({ length: chance.between(0, 200) }, () => {
    const reason = names[skewed(chance, names.length, 3)] ?? ''
    const goesWith = reasons[reason] ?? results
    return { reason, result: goesWith[skewed(chance, goesWith.length, 3)] }
  })
  const population = 'closed'
  const of = (id: string, categories: readonly string[]) => ({ id, categories })
  return {
    told: [
      {
        id: 'result',
        population,
        dimensions: [of('result', results)],
        counts: results.map((one) => women.filter(({ result }) => result === one).length),
        sensitive: false,
      },
      {
        id: 'reason',
        population,
        dimensions: [of('reason', names)],
        counts: names.map((one) => women.filter(({ reason }) => reason === one).length),
        sensitive,
      },
    ],
    beside: crossed(
      { id: 'reason-by-result', population },
      [of('reason', names), of('result', results)],
      (reason, result) => women.filter((one) => one.reason === reason && one.result === result).length,
      (reason, result) => (reasons[reason] ?? results).some((one) => one === result),
    ),
  }
}
