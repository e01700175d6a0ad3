import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { compactModel } from '#domain/group/compose/compact-model.ts'
import { conflictCliques } from '#domain/group/compose/conflict-cliques.ts'
import { asQuestion } from '#domain/group/compose/question.ts'
import type { Measured } from '../report.ts'
import { inventComposing, type Shape, shapes } from './instances.ts'
import type { Took, Way } from './one-solve.ts'

/** Goals by the clock, of the first: the time in which it is proved to be the best. */
const goals = [2, 10] as const
const withinMs = 60_000
const rounds = 3

// Built, the sources stand elsewhere: what is started are the sources themselves.
const here = (file: string) => fileURLToPath(new URL(`bench/groups/${file}`, `file://${process.cwd()}/`))

const ours = (at: number, way: Way): Took =>
  JSON.parse(
    execFileSync(process.execPath, [here('in-a-process.ts'), String(at), way, String(withinMs)], {
      encoding: 'utf8',
    }),
  )

/** The plain model by native HiGHS, if scipy is there: a row for each pair. */
function native(at: number, shape: Shape): Took | null {
  const folder = 'dist/bench/groups'
  mkdirSync(folder, { recursive: true })
  const file = `${folder}/${at}.lp`
  writeFileSync(file, compactModel(asQuestion(inventComposing(shape)).question, 'pairs'))
  try {
    return JSON.parse(
      execFileSync('python3', [here('with-scipy.py'), file, String(withinMs / 1000)], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    )
  } catch {
    return null
  }
}

const half = (of: readonly number[]) => [...of].sort((a, b) => a - b)[Math.floor(of.length / 2)] ?? Number.NaN
const seconds = (of: readonly Took[]) => half(of.map((one) => one.seconds))
const cpu = (of: readonly Took[]) => half(of.map((one) => one.cpu))
const span = (of: readonly Took[]) => {
  const all = of.map((one) => one.seconds)
  return `${Math.min(...all).toFixed(2)} to ${Math.max(...all).toFixed(2)}`
}

/** Ours, with sets of women who must be apart, against the plain model with a row for each pair, in turns in one run. */
export function timeGroups(): Measured[] {
  return shapes.flatMap((shape, at): Measured[] => {
    const { question } = asQuestion(inventComposing(shape))
    const possible = question.fits.reduce((sum, some) => sum + some.length, 0)
    console.log(
      `${shape.name}: ${possible} seats possible, ${question.apart.flat().length / 2} pairs in ${conflictCliques(question.apart).length} sets`,
    )
    const took = { search: [] as Took[], cliques: [] as Took[], pairs: [] as Took[], native: [] as Took[] }
    for (let round = 0; round < rounds; round++) {
      for (const way of ['search', 'cliques', 'pairs'] as const) took[way].push(ours(at, way))
      const other = native(at, shape)
      if (other) took.native.push(other)
    }
    // On a busy machine the time may be over before the proof: what is proved must be the same for all.
    const proved = [...took.cliques, ...took.pairs, ...took.native].filter(
      ({ worth, bound }) => worth !== null && bound !== null && bound - worth < 1,
    )
    const worths = new Set(proved.map(({ worth }) => Math.round(worth ?? -1)))
    if (worths.size > 1) throw new Error(`they don't agree on ${shape.name}: ${[...worths].join(', ')}`)
    const [first] = took.cliques
    const gap = (first?.bound ?? Number.NaN) - (first?.worth ?? Number.NaN)
    const lost = (first?.worth ?? 0) - (took.search[0]?.worth ?? 0)
    const name = `Groups: ${shape.name}`
    return [
      {
        what: `${name}, proved to be the best (s)`,
        value: seconds(took.cliques),
        floor: seconds(took.pairs),
        ratio: seconds(took.cliques) / seconds(took.pairs),
        most: goals[at],
        note: `${span(took.cliques)}; CPU ${cpu(took.cliques).toFixed(2)} against ${cpu(took.pairs).toFixed(2)}; gap ${gap.toFixed(2)}`,
      },
      ...(took.native.length > 0
        ? [
            {
              what: `${name}, the same against native HiGHS with pairs (s)`,
              value: seconds(took.cliques),
              floor: seconds(took.native),
              ratio: seconds(took.cliques) / seconds(took.native),
              note: `${span(took.native)}; CPU ${cpu(took.native).toFixed(2)}`,
            },
          ]
        : []),
      {
        what: `${name}, first proposal by search (s)`,
        value: seconds(took.search),
        note: `${lost} points of ${first?.worth} below the best`,
      },
    ]
  })
}
