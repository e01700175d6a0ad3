import { cameAtLeast, type FactId, type TallyId } from '#domain/figures/figures.ts'
import type { T } from '#pages/words/words.ts'
import type { Figures } from '#usecases/figures/read-figures.ts'

/** What these figures say in one sentence. */
export function figuresSentence(t: T, { set, tallies, facts }: Figures): string {
  const tally = (id: TallyId) => tallies.find((one) => one.id === id)
  const total = (id: TallyId) => tally(id)?.total ?? 0
  const fact = (id: FactId) => Math.round(facts.find((one) => one.id === id)?.value ?? 0)
  const reached = tally('received.reached')
  const completed = tally('closed.result')?.rows.find(({ code }) => code === 'completed')?.counts[0] ?? 0
  const said: Record<Figures['set'], Record<string, number>> = {
    funnel: {
      received: total('received.reached'),
      started: reached ? cameAtLeast(reached, 'started') : 0,
      completed: reached ? cameAtLeast(reached, 'completed') : 0,
    },
    reach: { total: total('started.programme') },
    visits: { done: fact('visits.done'), hours: fact('visits.hours') },
    closing: { total: total('closed.result'), completed },
    workers: { now: fact('workers.now'), visiting: fact('workers.visiting') },
    safety: {
      concerns: fact('safety.worried') + fact('safety.very-worried') + fact('safety.danger-now'),
      reports: fact('safety.reports'),
    },
    registration: {
      started: total('started.language'),
      closed: total('closed.result'),
      now: fact('workers.now'),
    },
    'young-start': { received: total('received.reached'), talks: fact('chain.talks') },
    quality: { total: total('running.next') },
  }
  return t(`figures.sentence.${set}`, said[set])
}
