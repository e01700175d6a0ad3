import { asQuestion } from '#domain/group/compose/question.ts'
import { searchGroups } from '#domain/group/compose/search.ts'
import { worthOf } from '#domain/group/compose/worth.ts'
import { solveCompact } from '#server/group-solver/solve-compact.ts'
import { inventComposing, shapes } from './instances.ts'

/** Seconds by the clock and of this process, and what came of it. */
export interface Took {
  readonly seconds: number
  readonly cpu: number
  readonly worth: number | null
  readonly bound: number | null
}
export type Way = 'search' | 'cliques' | 'pairs'

/** One composition, timed from the question in numbers to its answer: what is compiled on the way counts. */
export async function solveOnce(shapeAt: number, way: Way, withinMs: number): Promise<Took> {
  const shape = shapes[shapeAt]
  if (!shape) throw new Error(`no instance ${shapeAt}`)
  const { question } = asQuestion(inventComposing(shape))
  const [started, spent] = [performance.now(), process.cpuUsage()]
  const solved =
    way === 'search'
      ? { seats: searchGroups(question)?.seats ?? null, bound: null }
      : await solveCompact(question, { withinMs, conflicts: way })
  const { user, system } = process.cpuUsage(spent)
  return {
    seconds: (performance.now() - started) / 1000,
    cpu: (user + system) / 1e6,
    worth: solved.seats && worthOf(question, solved.seats),
    bound: solved.bound,
  }
}
