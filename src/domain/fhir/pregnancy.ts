import type { Day } from '#domain/day.ts'
import { fhirDay } from '#domain/fhir/fhir-day.ts'
import { type FhirNode, hasCode, valueAt } from '#domain/fhir/node.ts'
import type { Findings } from '#domain/fhir/note.ts'
import { loincDueDate, observations, systems } from '#domain/fhir/systems.ts'
import type { YesNoUnknown } from '#domain/referral/referral-submission.ts'

/** Days from the first day of the last period to the due day: 40 weeks (Naegele's rule). */
const term = 280
const daysIn: Record<string, number> = {
  w: 7,
  wk: 7,
  week: 7,
  weeks: 7,
  weken: 7,
  d: 1,
  dag: 1,
  dagen: 1,
  day: 1,
  days: 1,
}

/**
 * What her observations tell about the child she expects. The due day that was set last counts; without one it is
 * computed from how far she was on the day that was written down. A first child if she has borne none; if she has,
 * it is not, unless her only pregnancy is the one that brought the child she now has: then nobody can tell here.
 */
export function childOf(
  given: readonly FhirNode[],
  findings: Findings,
): { dueOn: Day | null; firstChild: YesNoUnknown } {
  const about = (code: string) => given.filter((one) => hasCode(one, ['code'], systems.snomed, code))
  const dues = [
    ...about(observations.dueDate),
    ...given.filter((one) => hasCode(one, ['code'], systems.loinc, loincDueDate)),
  ]
  const due = dues.map((one) => dayIn(one, findings)).filter((day) => day !== null)
  const parity = countIn(about(observations.parity), findings)
  const gravidity = countIn(about(observations.gravidity), findings)
  return {
    dueOn: latest(due)?.day ?? computedDueDay(about(observations.pregnancyDuration), findings),
    firstChild: firstChild(parity, gravidity),
  }
}

function firstChild(parity: number | null, gravidity: number | null): YesNoUnknown {
  if (parity === null) return 'unknown'
  if (parity === 0) return 'yes'
  return parity === 1 && gravidity === 1 ? 'unknown' : 'no'
}

interface Told {
  readonly day: Day
  /** When it was determined; `null` counts as longest ago. */
  readonly on: Day | null
}

function dayIn(observation: FhirNode, findings: Findings): Told | null {
  const day = fhirDay(valueAt(observation, 'valueDateTime'))
  if (day === null) findings.note('due-day-unreadable', 'Observation.value')
  return day && { day, on: determinedOn(observation) }
}

const determinedOn = (observation: FhirNode): Day | null =>
  fhirDay(valueAt(observation, 'effectiveDateTime') ?? valueAt(observation, 'issued'))

const latest = <T extends { on: Day | null }>(told: readonly T[]): T | undefined =>
  told.toSorted((a, b) => (b.on?.toString() ?? '').localeCompare(a.on?.toString() ?? ''))[0]

function computedDueDay(durations: readonly FhirNode[], findings: Findings): Day | null {
  const told = latest(
    durations.flatMap((observation) => {
      const on = determinedOn(observation)
      const amount = valueAt(observation, 'valueQuantity', 'value')
      const unit = [
        valueAt(observation, 'valueQuantity', 'code'),
        valueAt(observation, 'valueQuantity', 'unit'),
      ]
        .map((text) => daysIn[text?.replace(/[{}]/g, '').toLowerCase() ?? ''])
        .find((days) => days !== undefined)
      const days = amount !== null && unit ? Math.round(Number(amount) * unit) : Number.NaN
      return on && days >= 0 && days <= term + 21 ? [{ on, day: on.add({ days: term - days }) }] : []
    }),
  )
  if (told) findings.note('due-day-computed', 'Observation.value')
  else if (durations.length > 0) findings.note('not-read', 'Observation.value')
  return told?.day ?? null
}

/** A count as zib2020 (`valueInteger`) or zib2017 (`valueQuantity`) writes it; the last one told. */
function countIn(tellings: readonly FhirNode[], findings: Findings): number | null {
  const counts = tellings.flatMap((observation) => {
    const text = valueAt(observation, 'valueInteger') ?? valueAt(observation, 'valueQuantity', 'value') ?? ''
    if (/^\d{1,2}(\.0+)?$/.test(text)) return [{ count: Number(text), on: determinedOn(observation) }]
    findings.note('count-unreadable', 'Observation.value')
    return []
  })
  return latest(counts)?.count ?? null
}
