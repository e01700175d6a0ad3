import { type RegionLevel, regionLevels } from '#domain/region/boundary-file.ts'

/**
 * Figures of one organisation over a period (domain.md 7.4). A `tally` stands every case of a set in exactly one row and
 * one column, so that a count and the cases behind it are one and the same question. A `fact` is one number of something
 * else: visits, hours, days.
 */
export const tallyIds = [
  'received.reached',
  'received.referrer',
  'started.programme',
  'started.municipality',
  'started.district',
  'started.language',
  'started.interpreter',
  'started.referrer',
  'running.visits',
  'closed.result',
  'closed.reason',
  'closed.length',
  'closed.evaluation',
  'running.next',
  'started.area',
  'running.measures',
  'received.decided',
  'started.gestation',
] as const
export type TallyId = (typeof tallyIds)[number]

/** What stands sealed in a file, and can't be asked of the database: those files are opened to count it. */
export const sealedTallyIds = ['started.gestation'] as const
export type SealedTallyId = (typeof sealedTallyIds)[number]
export type OpenTallyId = Exclude<TallyId, SealedTallyId>
export const isSealedTally = (id: TallyId): id is SealedTallyId => sealedTallyIds.some((one) => one === id)

/** Which set of cases: referrals that came in, or trajectories that started, ran or closed in the period. */
export const caseSets = ['received', 'started', 'running', 'closed'] as const
export type CaseSet = (typeof caseSets)[number]
export const setOf = (id: TallyId): CaseSet => caseSets.find((set) => id.startsWith(`${set}.`)) ?? 'started'

export const factUnits = ['count', 'days', 'hours', 'percent', 'money'] as const
export type FactUnit = (typeof factUnits)[number]

/** By id what it is counted in. */
export const factUnitOf = {
  'wait.intake': 'days',
  'wait.start': 'days',
  'wait.visit': 'days',
  'visits.done': 'count',
  'visits.hours': 'hours',
  'visits.in-window': 'percent',
  'visits.no-show': 'count',
  'visits.by-mother': 'count',
  'visits.by-worker': 'count',
  'visits.by-partner': 'count',
  'visits.by-other': 'count',
  'visits.left-out': 'count',
  'visits.not-written': 'count',
  'workers.before': 'count',
  'workers.came': 'count',
  'workers.left': 'count',
  'workers.now': 'count',
  'workers.visiting': 'count',
  'workers.hours': 'hours',
  'workers.trained': 'count',
  'workers.talks': 'count',
  'workers.talks-missed': 'count',
  'workers.paid': 'money',
  'coordinators.now': 'count',
  'safety.worried': 'count',
  'safety.very-worried': 'count',
  'safety.danger-now': 'count',
  'safety.red-flags': 'count',
  'safety.meldcodes': 'count',
  'safety.consulted': 'count',
  'safety.reports': 'count',
  'safety.incidents': 'count',
  'safety.calamities': 'count',
  'chain.talks': 'count',
  'chain.asked': 'count',
  'chain.began': 'count',
} as const satisfies Record<string, FactUnit>
export type FactId = keyof typeof factUnitOf

/** Each set of figures that somebody asks for, as it is read: tallies, then facts, then what isn't kept here. */
export const figureSets = {
  /** R1: how far those got who were referred. */
  funnel: {
    tallies: ['received.reached', 'received.referrer'],
    facts: ['wait.intake', 'wait.start', 'wait.visit'],
  },
  /** R2: who was reached. */
  reach: {
    tallies: [
      'started.programme',
      'started.municipality',
      'started.district',
      'started.language',
      'started.interpreter',
      'started.referrer',
      'started.gestation',
    ],
    facts: [],
  },
  /** R3: visits beside what the programme asks. */
  visits: {
    tallies: ['running.visits'],
    facts: [
      'visits.done',
      'visits.hours',
      'visits.in-window',
      'visits.no-show',
      'visits.by-mother',
      'visits.by-worker',
      'visits.by-partner',
      'visits.by-other',
      'visits.left-out',
      'visits.not-written',
    ],
  },
  /** R4: how it ended. */
  closing: { tallies: ['closed.result', 'closed.reason', 'closed.length'], facts: [] },
  /** R6: who stands beside. */
  workers: {
    tallies: [],
    facts: [
      'workers.before',
      'workers.came',
      'workers.left',
      'workers.now',
      'workers.visiting',
      'workers.hours',
      'workers.trained',
      'workers.talks',
      'workers.talks-missed',
    ],
  },
  /** R7: counts of what was worrying; never by district, never outside for one group. */
  safety: {
    tallies: [],
    facts: [
      'safety.worried',
      'safety.very-worried',
      'safety.danger-now',
      'safety.red-flags',
      'safety.meldcodes',
      'safety.consulted',
      'safety.reports',
      'safety.incidents',
      'safety.calamities',
    ],
  },
  /** R8: the chapters of the yearly national registration that are kept here (domain.md 1.2, S28). */
  registration: {
    tallies: ['started.language', 'closed.result', 'closed.reason'],
    facts: [
      'coordinators.now',
      'workers.before',
      'workers.came',
      'workers.left',
      'workers.now',
      'workers.trained',
      'workers.paid',
      'visits.done',
    ],
  },
  /** R9: what the national set of Kansrijke Start lacks and a programme can add (domain.md 2.1). */
  'young-start': {
    tallies: ['received.referrer', 'received.reached', 'started.gestation'],
    facts: ['wait.intake', 'wait.visit', 'chain.talks', 'chain.asked', 'chain.began'],
  },
  /** R11: how far these figures can be trusted. */
  quality: {
    tallies: ['received.decided', 'started.area', 'running.next', 'running.measures', 'closed.evaluation'],
    facts: ['visits.not-written'],
  },
} as const satisfies Record<string, { tallies: readonly TallyId[]; facts: readonly FactId[] }>
export type FigureSet = keyof typeof figureSets
export const figureSetIds = Object.keys(figureSets) as [FigureSet, ...FigureSet[]]
export const isFigureSet = (text: string): text is FigureSet => Object.hasOwn(figureSets, text)

export interface Tally {
  readonly id: TallyId
  readonly columns: readonly string[]
  readonly rows: readonly { readonly code: string; readonly counts: readonly number[] }[]
  readonly total: number
}
export interface Fact {
  readonly id: FactId
  /** `null`: nothing to count it from. */
  readonly value: number | null
}

/** Steps in the order in which she takes them; who got further took those before as well. */
export const steps = ['taken-on', 'prepared', 'matched', 'started', 'completed'] as const

/** How many came at least this far, of a tally of `received.reached`. */
export function cameAtLeast(tally: Tally, step: (typeof steps)[number]): number {
  const further: readonly string[] = steps.slice(steps.indexOf(step))
  return sum(tally.rows.filter(({ code }) => further.includes(code)).flatMap(({ counts }) => counts))
}

/** Stands what the database counted in rows and columns: by the order that is known, then the largest first. */
export function tallyOf(
  id: TallyId,
  counted: readonly { readonly row: string; readonly column: string; readonly count: number }[],
  order: readonly string[] = [],
): Tally {
  const columns = [...new Set(counted.map(({ column }) => column))].sort()
  const codes = [...new Set(counted.map(({ row }) => row))]
  const rows = codes.map((code) => ({
    code,
    counts: columns.map((column) =>
      sum(counted.filter((one) => one.row === code && one.column === column).map(({ count }) => count)),
    ),
  }))
  const place = (code: string) => (order.includes(code) ? order.indexOf(code) : order.length)
  rows.sort(
    (a, b) =>
      place(a.code) - place(b.code) ||
      Number(a.code === unknown) - Number(b.code === unknown) ||
      sum(b.counts) - sum(a.counts) ||
      (a.code < b.code ? -1 : 1),
  )
  return { id, columns, rows, total: sum(counted.map(({ count }) => count)) }
}
/** The row of those of whom it isn't known. */
export const unknown = 'unknown'

/** The level of region that the rows of a tally are codes of, if they are. */
export const regionLevelOf = (id: TallyId): RegionLevel | null =>
  regionLevels.find((level) => id.endsWith(`.${level}`)) ?? null

/** How many stand in each row that is known, all columns together. */
export const countsByRow = ({ rows }: Tally): ReadonlyMap<string, number> =>
  new Map(rows.filter(({ code }) => code !== unknown).map(({ code, counts }) => [code, sum(counts)]))

/** Under so many a share of them says more than is known (instruments.md 6). */
export const leastForShare = 20

export const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
