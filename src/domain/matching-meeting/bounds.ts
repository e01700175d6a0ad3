/**
 * What one meeting takes. Nobody talks about more women than this at one table; the most urgent are in it, the others
 * are counted and are for the next. Every pair is weighed whenever something changes: 200 women with 500 workers each
 * take about a quarter of a second, the plan itself a tenth of that. Where there are more workers only the nearest to
 * each woman are weighed, and the meeting says so.
 */
export const bounds = {
  women: 200,
  nearest: 500,
  workers: 5000,
  /** Who waits longest, and is weighed for urgency. */
  waiting: 5000,
} as const
