/**
 * What one meeting takes. Nobody talks about more women than this at one table; the most urgent are in it, the others
 * are counted and are for the next. Every pair is weighed whenever something changes: 200 women with 500 workers each
 * take about a quarter of a second, the plan itself a tenth of that. Where there are more workers only the nearest to
 * each woman are weighed, and the meeting says so.
 *
 * It isn't the plan that keeps it to this, nor the database, but weighing pairs and showing rows. Measured from the
 * question to its answer, in processor time: 200 women and 600 workers 0.8 to 1.0 s on a first look, 400 and 1,000
 * twice that, 1,000 and 2,000 four to five seconds, and a list that is four times as long for every page.
 */
export const bounds = {
  women: 200,
  nearest: 500,
  workers: 5000,
  /** Who waits longest, and is weighed for urgency. */
  waiting: 5000,
} as const
