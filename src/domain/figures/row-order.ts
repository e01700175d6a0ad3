import { steps, type TallyId } from '#domain/figures/figures.ts'
import { gestationRows } from '#domain/figures/gestation.ts'

/** Rows that have an order of their own; all others stand with the largest first. */
export const rowOrder: Partial<Record<TallyId, readonly string[]>> = {
  'received.reached': ['at-desk', 'not-here', ...steps],
  'running.visits': ['0', '1-3', '4-8', '9-15', '16-'],
  'running.next': ['planned', 'none', 'closed'],
  'running.measures': ['open', 'settled', 'none-due'],
  'closed.result': ['completed', 'ended_early', 'not_started'],
  'closed.length': ['not-started', '0-3', '3-6', '6-12', '12-'],
  'started.gestation': gestationRows,
  'started.area': ['known', 'not-imported', 'unknown'],
}
