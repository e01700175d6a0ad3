/**
 * What one meeting takes. Nobody can talk about more women at one table, and every pair is weighed whenever something
 * changes: 200 women and 500 workers take about a second. The most urgent are in it; the others are counted and are
 * for the next.
 */
export const bounds = {
  women: 200,
  workers: 500,
  /** Who waits longest, and is weighed for urgency. */
  waiting: 5000,
} as const
