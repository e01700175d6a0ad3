import type { Successor } from '#domain/end-report/end-report.ts'
import type { SettledAction } from '#domain/end-report/settled.ts'
import type { GoalOutcome } from '#domain/plan/goal-attainment.ts'
import type { Words } from '#domain/programme/provenance.ts'
import type { SharedItem } from '#domain/sharing/sharing.ts'

/** Parts of an end report, each of which she says yes to by itself. They are kinds of the ledger, and nothing beside. */
export const reportParts = [
  'goals',
  'plan',
  'her_words',
  'coach_words',
  'adversities',
  'around',
] as const satisfies readonly SharedItem[]
export type ReportPart = (typeof reportParts)[number]
/** Of a plan that runs the coach has written no words beside hers yet. */
export const planParts = reportParts.filter((part) => part !== 'coach_words')

interface ReportedGoal {
  readonly id: string
  readonly domain: string | null
  readonly words: string | null
  readonly expected: string | null
  readonly outcome: GoalOutcome | null
  readonly letGo: unknown
  readonly hers: string | null
  readonly coach: string | null
  readonly actions: readonly SettledAction[]
}
interface Domain {
  readonly fact: string
  readonly label: Words
  readonly staysHere: boolean
}
interface Counts {
  readonly counts: Readonly<Record<string, number | null>>
}
/** The plan that she and her coach work with now, or what came of it at the end. */
export type HandedKind = 'plan' | 'end-report'
/** A plan or a report that somebody approved, and who is around her, before anything was chosen. */
export interface ApprovedReport {
  readonly kind: HandedKind
  readonly name: string
  readonly approvedOn: string
  readonly reviewedOn: string | null
  readonly domains: readonly Domain[]
  readonly goals: readonly ReportedGoal[]
  readonly grids: { readonly first: Counts; readonly last: Counts } | null
  readonly hers: string | null
  readonly coach: string | null
  readonly goesOn: string | null
  readonly takesOver: Successor | null
  readonly around: readonly Around[]
}
/** A kind of help, or an organisation; never a person's name, and nobody from whom her file is locked. */
export interface Around {
  readonly role: Words
  readonly organisation: string | null
}

export interface HandedGoal {
  readonly id: string
  /** What it is about; `null` if it is about no one domain. */
  readonly about: Words | null
  /** Her own words: only with her words. */
  readonly words: string | null
  readonly expected: string | null
  readonly hers: string | null
  readonly coach: string | null
  readonly outcome: GoalOutcome | null
  readonly letGo: boolean
  /** What is still to be done. */
  readonly actions: readonly Pick<SettledAction, 'id' | 'words' | 'doer' | 'byDay'>[]
}
/** Exactly what goes: a letter and a file are both made of this and of nothing else. */
export interface Handed {
  readonly kind: HandedKind
  readonly name: string
  readonly approvedOn: string
  readonly reviewedOn: string | null
  readonly goals: readonly HandedGoal[]
  readonly hers: string | null
  readonly coach: string | null
  readonly goesOn: string | null
  readonly takesOver: Successor | null
  readonly grid: readonly {
    readonly about: Words
    readonly first: number | null
    readonly last: number | null
  }[]
  readonly around: readonly Around[]
}

/** A goal about violence never leaves with a report, whatever was chosen; it can be told in a letter of its own. */
export const mayGo = (
  { domains }: Pick<ApprovedReport, 'domains'>,
  { domain }: Pick<ReportedGoal, 'domain'>,
): boolean => domain === null || domains.some(({ fact, staysHere }) => fact === domain && !staysHere)

/** What goes of a report: the chosen parts of the chosen goals. */
export function handOver(
  report: ApprovedReport,
  parts: readonly ReportPart[],
  goalIds: readonly string[],
): Handed {
  const has = (part: ReportPart): boolean => parts.includes(part)
  const only = <Value>(part: ReportPart, value: Value): Value | null => (has(part) ? value : null)
  const aboutOf = (domain: string | null) => report.domains.find(({ fact }) => fact === domain)?.label ?? null
  const { kind, name, approvedOn, reviewedOn, grids } = report
  return {
    ...{ kind, name, approvedOn, reviewedOn },
    goals: report.goals
      .filter((goal) => has('goals') && goalIds.includes(goal.id) && mayGo(report, goal))
      .map((goal) => ({
        id: goal.id,
        about: aboutOf(goal.domain),
        words: only('her_words', goal.words),
        expected: only('her_words', goal.expected),
        hers: only('her_words', goal.hers),
        coach: only('coach_words', goal.coach),
        outcome: goal.outcome,
        letGo: goal.letGo !== null,
        actions: has('plan')
          ? goal.actions
              .filter(({ ended, words }) => ended === null && words !== '')
              .map(({ id, words, doer, byDay }) => ({ id, words, doer, byDay }))
          : [],
      })),
    hers: only('her_words', report.hers),
    coach: only('coach_words', report.coach),
    goesOn: only('plan', report.goesOn),
    takesOver: only('plan', report.takesOver),
    grid:
      grids && has('adversities')
        ? report.domains
            .filter(({ staysHere }) => !staysHere)
            .map(({ fact, label }) => ({
              about: label,
              first: grids.first.counts[fact] ?? null,
              last: grids.last.counts[fact] ?? null,
            }))
        : [],
    around: has('around') ? report.around : [],
  }
}

/**
 * Every text that somebody typed, changed one by one: what the gate takes out is taken out of the letter and the file
 * alike. Nothing else in it is free text.
 */
export const withTexts = (handed: Handed, change: (text: string) => string): Handed => {
  const some = (text: string | null) => text && change(text)
  return {
    ...handed,
    name: change(handed.name),
    goals: handed.goals.map((goal) => ({
      ...goal,
      words: some(goal.words),
      expected: some(goal.expected),
      hers: some(goal.hers),
      coach: some(goal.coach),
      actions: goal.actions.map((action) => ({ ...action, words: change(action.words) })),
    })),
    hers: some(handed.hers),
    coach: some(handed.coach),
    goesOn: some(handed.goesOn),
    around: handed.around.map((one) => ({ ...one, organisation: some(one.organisation) })),
  }
}
