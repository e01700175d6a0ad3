import type { Day } from '#domain/day.ts'
import type { Material } from '#domain/programme/course.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'

/** What is noted of one: she got it, and she and her coach began on it. */
export const materialSteps = ['given', 'begun'] as const
export type MaterialStep = (typeof materialSteps)[number]

/** What was noted last of each material; the latest first. */
export const lastNoted =
  (rows: readonly { readonly material_id: string; readonly step: MaterialStep; readonly on_day: Day }[]) =>
  (id: string) => {
    const last = (step: MaterialStep): Day | null =>
      rows.find((row) => row.material_id === id && row.step === step)?.on_day ?? null
    return { givenOn: last('given'), begunOn: last('begun') }
  }

export interface MaterialFacts {
  /** After a loss: then there is nothing to hand out. */
  readonly quiet: boolean
  readonly gestationalWeeks: number | null
  readonly childMonths: number | null
  readonly phases: readonly string[]
}

/** Which materials are for now. What goes by a pregnancy or a child needs the day it counts from. */
export const materialsNow = (
  { materials }: Pick<ProgrammeDefinition, 'materials'>,
  facts: MaterialFacts,
): readonly Material[] => (facts.quiet ? [] : materials.filter(({ select }) => fits(select, facts)))

function fits(select: Material['select'], facts: MaterialFacts): boolean {
  switch (select.by) {
    case 'pregnancy_weeks':
      return within(facts.gestationalWeeks, select)
    case 'child_months':
      return within(facts.childMonths, select)
    case 'phase':
      return facts.phases.includes(select.phase)
    case 'always':
      return true
  }
}

const within = (at: number | null, { from, until }: { from: number; until: number | null }): boolean =>
  at !== null && at >= from && (until === null || at < until)
