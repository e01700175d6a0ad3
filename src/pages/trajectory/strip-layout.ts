import type { Canceller, ContactOrigin, ContactState } from '#domain/contact/contact.ts'
import { type Day, dayNumber, dayOfNumber, monthsBetween } from '#domain/day.ts'
import type { CareKind, CareSpan } from '#domain/match/care-spans.ts'
import type { MomentFacts } from '#domain/measure/measure-moments.ts'

/**
 * Where everything on a trajectory's strip stands, in units of which 320 go in a row: a row is a year, so that on a
 * phone one unit is about one pixel and the years stand under each other. Weeks run from left to right. Pure: the
 * view only draws it. It reckons in numbers of days, because calendar days are slow and a strip compares hundreds.
 */
export const stripSize = { width: 320, height: 168, markRadius: 7 } as const
const weeksInRow = 52
/** However long it lasts, no strip has more rows than this. */
const mostRows = 6
/** Two marks closer than this would cover each other. */
const apart = 2 * stripSize.markRadius + 1
const lanes = { first: 64, second: 82 } as const

export interface StripContact {
  readonly number: number
  readonly visitNumber: number | null
  readonly state: ContactState
  readonly origin: ContactOrigin
  readonly phase: string | null
  readonly dueFrom: Day
  readonly dueUntil: Day
  readonly plannedOn: Day | null
  readonly doneOn: Day | null
  readonly cancelledBy: Canceller | null
}
export interface StripFacts {
  readonly startedOn: Day
  readonly endsOn: Day | null
  readonly today: Day
  readonly bornOn: Day | null
  /** Drawn only while there is no birth. */
  readonly dueOn: Day | null
  readonly contacts: readonly StripContact[]
  readonly measures: readonly MomentFacts[]
  /** Phases that people or time set: when she was in each, possibly in more at once. Those of visits stand in the plan. */
  readonly phaseSpans: readonly PhaseSpan[]
  /** Days on which visits rested or wound down, or nobody stood beside her. */
  readonly care?: readonly CareSpan[]
}
export interface PhaseSpan {
  readonly phase: string
  readonly from: Day
  /** `null`: she is in it now. */
  readonly until: Day | null
}

export interface Mark {
  readonly x: number
  readonly y: number
  readonly contact: StripContact
  /** The window in which it is due, under the ring; only for what is still planned. */
  readonly window: { readonly x: number; readonly width: number } | null
  /** Its number, where there is room for it. */
  readonly label: number | null
}
export interface StripRow {
  readonly from: Day
  readonly until: Day
  /** How far the trajectory reaches in this row. */
  readonly width: number
  readonly months: readonly { readonly x: number; readonly month: number; readonly year: number }[]
  /** In which phases she was, one band after another; more than one where they overlap. */
  readonly bands: readonly {
    readonly x: number
    readonly width: number
    readonly phases: readonly string[]
  }[]
  /** Under the bands: when visits rested or wound down, or nobody stood beside her. */
  readonly care: readonly { readonly x: number; readonly width: number; readonly kind: CareKind }[]
  readonly marks: readonly Mark[]
  readonly measures: readonly { readonly x: number; readonly moment: MomentFacts }[]
  readonly ages: readonly { readonly x: number; readonly months: number }[]
  readonly todayX: number | null
  readonly birthX: number | null
  readonly dueX: number | null
}

/** The day on which a contact is drawn, as a number: done, agreed, or else the middle of its window. */
export function markDay({ doneOn, plannedOn, dueFrom, dueUntil }: StripContact): number {
  const on = doneOn ?? plannedOn
  return on ? dayNumber(on) : Math.floor((dayNumber(dueFrom) + dayNumber(dueUntil)) / 2)
}

/** A contact with the days on which it is drawn. */
interface Placed {
  readonly contact: StripContact
  readonly on: number
  readonly dueFrom: number
  readonly dueUntil: number
}

export function stripRows(facts: StripFacts): readonly StripRow[] {
  const placed = facts.contacts
    .map(
      (contact): Placed => ({
        contact,
        on: markDay(contact),
        dueFrom: dayNumber(contact.dueFrom),
        dueUntil: dayNumber(contact.dueUntil),
      }),
    )
    .sort((a, b) => a.on - b.on || a.contact.number - b.contact.number)
  const { from, until } = reach(facts, placed)
  const days = until - from + 1
  // A short programme is drawn larger: half a year fills a row.
  const daysInRow = 7 * (days <= (7 * weeksInRow) / 2 ? weeksInRow / 2 : weeksInRow)
  const rows = Math.min(mostRows, Math.ceil(days / daysInRow))
  const drawn: Drawn = {
    placed,
    daysInRow,
    bands: facts.phaseSpans.length > 0 ? spanBands(facts, until) : phaseBands(placed, from, until),
    // What is so now is drawn until today: what is to come nobody knows.
    care: (facts.care ?? []).map(({ kind, from, until }) => ({
      kind,
      from: dayNumber(from),
      until: until ? dayNumber(until) : Math.max(dayNumber(from), dayNumber(facts.today)),
    })),
    ages: facts.bornOn ? agesBetween(facts.bornOn, from, until) : [],
    measures: facts.measures.flatMap((moment) => (moment.on ? [{ moment, on: dayNumber(moment.on) }] : [])),
    today: dayNumber(facts.today),
    born: facts.bornOn && dayNumber(facts.bornOn),
    due: facts.dueOn && !facts.bornOn ? dayNumber(facts.dueOn) : null,
  }
  return Array.from({ length: rows }, (_, at) => {
    const start = from + at * daysInRow
    return rowOf(drawn, start, Math.min(until, start + daysInRow - 1))
  })
}

/** All that is drawn, on numbered days. */
interface Drawn {
  readonly placed: readonly Placed[]
  readonly daysInRow: number
  readonly bands: readonly Band[]
  readonly care: readonly { readonly kind: CareKind; readonly from: number; readonly until: number }[]
  readonly ages: readonly { readonly months: number; readonly on: number }[]
  readonly measures: readonly { readonly moment: MomentFacts; readonly on: number }[]
  readonly today: number
  readonly born: number | null
  readonly due: number | null
}

/** From the first to the last day that anything is drawn on. */
function reach(
  { startedOn, endsOn, measures, bornOn, dueOn }: StripFacts,
  placed: readonly Placed[],
): { from: number; until: number } {
  const started = dayNumber(startedOn)
  const due = dueOn && !bornOn ? dayNumber(dueOn) : null
  const days = [
    ...placed.flatMap(({ on, dueUntil }) => [on, dueUntil]),
    ...measures.flatMap(({ on }) => (on ? dayNumber(on) : [])),
    ...(due !== null && due >= started ? [due] : []),
  ]
  return {
    from: Math.min(started, ...days),
    until: Math.max(endsOn ? dayNumber(endsOn) : started, started + 28, ...days),
  }
}

interface Band {
  readonly phases: readonly string[]
  readonly from: number
  readonly until: number
}

/** Phases are the plan's: they follow one another as it was made; one that comes back (a second start) is drawn again. */
function phaseBands(placed: readonly Placed[], from: number, until: number): readonly Band[] {
  const phased = placed
    .flatMap(({ contact: { phase, state, origin }, dueFrom }) =>
      phase && origin === 'protocol' && state !== 'skipped' ? [{ phase, on: dueFrom }] : [],
    )
    .sort((a, b) => a.on - b.on)
  const starts = phased.filter(({ phase }, at) => phase !== phased[at - 1]?.phase)
  // A phase whose first contact falls on the day the next one begins has no days of its own to draw; what comes back
  // after such a one never left.
  const bands: { phases: [string]; from: number; until: number }[] = []
  for (const [at, { phase, on }] of starts.entries()) {
    const first = at === 0 ? from : on
    const last = (starts[at + 1]?.on ?? until + 1) - 1
    const before = bands.at(-1)
    if (before?.phases[0] === phase) before.until = last
    else if (last >= first) bands.push({ phases: [phase], from: first, until: last })
  }
  return bands
}

/** Phases as they were: from each day on which one began or ended to the next. What is to come nobody has set. */
function spanBands({ phaseSpans, today }: StripFacts, last: number): readonly Band[] {
  const now = Math.min(dayNumber(today), last)
  const spans = phaseSpans.map(({ phase, from, until }) => ({
    phase,
    from: dayNumber(from),
    // On the day on which a phase ended the next one had begun.
    until: until ? dayNumber(until) - 1 : now,
  }))
  const turns = [...new Set(spans.flatMap(({ from, until }) => [from, until + 1]))].sort((a, b) => a - b)
  const bands: Band[] = []
  for (const [at, from] of turns.entries()) {
    const until = (turns[at + 1] ?? 0) - 1
    const phases = spans.filter((span) => span.from <= from && span.until >= until).map(({ phase }) => phase)
    if (until >= from && phases.length > 0) bands.push({ phases, from, until })
  }
  return bands
}

function rowOf(drawn: Drawn, from: number, until: number): StripRow {
  const perDay = stripSize.width / drawn.daysInRow
  const within = (day: number | null): day is number => day !== null && day >= from && day <= until
  const left = (day: number) => round((day - from) * perDay)
  const middle = (day: number) => round((day - from + 0.5) * perDay)
  const span = (a: number, b: number) => {
    const [first, last] = [Math.max(a, from), Math.min(b, until)]
    return { x: left(first), width: round((last - first + 1) * perDay) }
  }
  const { placed, bands, care, ages, measures, today, born, due } = drawn
  return {
    from: dayOfNumber(from),
    until: dayOfNumber(until),
    width: span(from, until).width,
    months: firstDays(from, until).map(({ on, month, year }) => ({ x: left(on), month, year })),
    bands: bands
      .filter((band) => band.from <= until && band.until >= from)
      .map((band) => ({ ...span(band.from, band.until), phases: band.phases })),
    care: care
      .filter((one) => one.from <= until && one.until >= from)
      .map((one) => ({ ...span(one.from, one.until), kind: one.kind })),
    marks: placeMarks(
      placed.filter(({ on }) => within(on)),
      middle,
      span,
    ),
    measures: measures.filter(({ on }) => within(on)).map(({ moment, on }) => ({ x: middle(on), moment })),
    ages: ages.filter(({ on }) => within(on)).map(({ months, on }) => ({ months, x: middle(on) })),
    todayX: within(today) ? middle(today) : null,
    birthX: within(born) ? middle(born) : null,
    dueX: within(due) ? middle(due) : null,
  }
}

const round = (units: number): number => Math.round(units * 10) / 10

/** The first days of months between two days. */
function firstDays(from: number, until: number): { on: number; month: number; year: number }[] {
  const days: { on: number; month: number; year: number }[] = []
  const first = dayOfNumber(from)
  for (let at = first.day === 1 ? 0 : 1; ; at += 1) {
    const months = first.year * 12 + first.month - 1 + at
    const [year, month] = [Math.floor(months / 12), (months % 12) + 1]
    const on = Date.UTC(year, month - 1, 1) / 86_400_000
    if (on > until) return days
    days.push({ on, month, year })
  }
}

/** Every third month of the child's age; her birth itself is a line of its own. */
function agesBetween(bornOn: Day, from: number, until: number): { months: number; on: number }[] {
  const ages: { months: number; on: number }[] = []
  const first = Math.max(3, Math.ceil(Math.max(0, monthsBetween(bornOn, dayOfNumber(from))) / 3) * 3)
  for (let months = first; ; months += 3) {
    const on = dayNumber(bornOn.add({ months }))
    if (on > until) return ages
    if (on >= from) ages.push({ months, on })
  }
}

/** Marks in order of their day; one that would cover the mark before it goes in the second lane. */
function placeMarks(
  placed: readonly Placed[],
  middle: (day: number) => number,
  span: (a: number, b: number) => { x: number; width: number },
): Mark[] {
  const marks: Mark[] = []
  let lastLabel = Number.NEGATIVE_INFINITY
  for (const { contact, on, dueFrom, dueUntil } of placed) {
    // A disc at the very edge would be cut in half.
    const x = Math.min(
      stripSize.width - stripSize.markRadius - 1,
      Math.max(stripSize.markRadius + 1, middle(on)),
    )
    const before = marks.at(-1)
    const y = before && before.y === lanes.first && x - before.x < apart ? lanes.second : lanes.first
    const roomy = contact.visitNumber !== null && x - lastLabel >= apart
    if (roomy) lastLabel = x
    marks.push({
      x,
      y,
      contact,
      window: contact.state === 'planned' ? span(dueFrom, dueUntil) : null,
      label: roomy ? contact.visitNumber : null,
    })
  }
  return marks
}
