import type { Canceller, ContactOrigin, ContactState } from '#domain/contact/contact.ts'
import {
  compareDays,
  type Day,
  daysBetween,
  earlierOf,
  isBefore,
  laterOf,
  monthsBetween,
} from '#domain/day.ts'
import type { MomentFacts } from '#domain/measure/measure-moments.ts'

/**
 * Where everything on a trajectory's strip stands, in units of which 320 go in a row: a row is a year, so that on a
 * phone one unit is about one pixel and the years stand under each other. Weeks run from left to right. Pure: the
 * view only draws it.
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
  readonly months: readonly { readonly x: number; readonly day: Day }[]
  readonly bands: readonly { readonly x: number; readonly width: number; readonly phase: string }[]
  readonly marks: readonly Mark[]
  readonly measures: readonly { readonly x: number; readonly moment: MomentFacts }[]
  readonly ages: readonly { readonly x: number; readonly months: number }[]
  readonly todayX: number | null
  readonly birthX: number | null
  readonly dueX: number | null
}

/** The day on which a contact is drawn: done, agreed, or else the middle of its window. */
export const dayOfMark = ({ doneOn, plannedOn, dueFrom, dueUntil }: StripContact): Day =>
  doneOn ?? plannedOn ?? dueFrom.add({ days: Math.floor(daysBetween(dueFrom, dueUntil) / 2) })

/** A contact with the day on which it is drawn. */
interface Placed {
  readonly contact: StripContact
  readonly on: Day
}

export function stripRows(facts: StripFacts): readonly StripRow[] {
  const placed = facts.contacts
    .map((contact): Placed => ({ contact, on: dayOfMark(contact) }))
    .sort((a, b) => compareDays(a.on, b.on) || a.contact.number - b.contact.number)
  const { from, until } = reach(facts, placed)
  const days = daysBetween(from, until) + 1
  // A short programme is drawn larger: half a year fills a row.
  const daysInRow = 7 * (days <= (7 * weeksInRow) / 2 ? weeksInRow / 2 : weeksInRow)
  const rows = Math.min(mostRows, Math.ceil(days / daysInRow))
  const bands = phaseBands(facts.contacts, from, until)
  return Array.from({ length: rows }, (_, at) => {
    const start = from.add({ days: at * daysInRow })
    const end = earlierOf(until, start.add({ days: daysInRow - 1 }))
    return rowOf(facts, placed, bands, start, end, daysInRow)
  })
}

/** From the first to the last day that anything is drawn on. */
function reach(
  { startedOn, endsOn, measures, bornOn, dueOn }: StripFacts,
  placed: readonly Placed[],
): { from: Day; until: Day } {
  const days = [
    ...placed.flatMap(({ contact, on }) => [on, contact.dueUntil]),
    ...measures.flatMap(({ on }) => on ?? []),
    ...(dueOn && !bornOn && !isBefore(dueOn, startedOn) ? [dueOn] : []),
  ]
  const from = days.reduce(earlierOf, startedOn)
  return { from, until: days.reduce(laterOf, laterOf(endsOn ?? startedOn, startedOn.add({ weeks: 4 }))) }
}

interface Band {
  readonly phase: string
  readonly from: Day
  readonly until: Day
}

/** Phases are the plan's: they follow one another as it was made; one that comes back (a second start) is drawn again. */
function phaseBands(contacts: readonly StripContact[], from: Day, until: Day): readonly Band[] {
  const phased = contacts
    .flatMap(({ phase, state, origin, dueFrom }) =>
      phase && origin === 'protocol' && state !== 'skipped' ? [{ phase, on: dueFrom }] : [],
    )
    .sort((a, b) => compareDays(a.on, b.on))
  const starts = phased.filter(({ phase }, at) => phase !== phased[at - 1]?.phase)
  // A phase whose first contact falls on the day the next one begins has no days of its own to draw.
  return starts
    .map(({ phase, on }, at) => ({
      phase,
      from: at === 0 ? from : on,
      until: starts[at + 1]?.on.subtract({ days: 1 }) ?? until,
    }))
    .filter((band) => !isBefore(band.until, band.from))
}

function rowOf(
  facts: StripFacts,
  placed: readonly Placed[],
  bands: readonly Band[],
  from: Day,
  until: Day,
  daysInRow: number,
): StripRow {
  const perDay = stripSize.width / daysInRow
  const within = (day: Day) => !isBefore(day, from) && !isBefore(until, day)
  const left = (day: Day) => round(daysBetween(from, day) * perDay)
  const middle = (day: Day) => round((daysBetween(from, day) + 0.5) * perDay)
  const span = (a: Day, b: Day) => {
    const [first, last] = [laterOf(a, from), earlierOf(b, until)]
    return { x: left(first), width: round((daysBetween(first, last) + 1) * perDay) }
  }
  const { bornOn, dueOn, today } = facts
  return {
    from,
    until,
    width: span(from, until).width,
    months: firstDays(from, until).map((day) => ({ day, x: left(day) })),
    bands: bands
      .filter((band) => !isBefore(until, band.from) && !isBefore(band.until, from))
      .map((band) => ({ ...span(band.from, band.until), phase: band.phase })),
    marks: placeMarks(
      placed.filter(({ on }) => within(on)),
      middle,
      span,
    ),
    measures: facts.measures.flatMap((moment) =>
      moment.on && within(moment.on) ? [{ x: middle(moment.on), moment }] : [],
    ),
    ages: bornOn
      ? agesBetween(bornOn, from, until).map(({ months, day }) => ({ months, x: middle(day) }))
      : [],
    todayX: within(today) ? middle(today) : null,
    birthX: bornOn && within(bornOn) ? middle(bornOn) : null,
    dueX: !bornOn && dueOn && within(dueOn) ? middle(dueOn) : null,
  }
}

const round = (units: number): number => Math.round(units * 10) / 10

function firstDays(from: Day, until: Day): Day[] {
  const days: Day[] = []
  for (
    let day = from.with({ day: 1 }).add({ months: from.day === 1 ? 0 : 1 });
    !isBefore(until, day);
    day = day.add({ months: 1 })
  )
    days.push(day)
  return days
}

/** Every third month of the child's age; her birth itself is a line of its own. */
function agesBetween(bornOn: Day, from: Day, until: Day): { months: number; day: Day }[] {
  const ages: { months: number; day: Day }[] = []
  const first = Math.max(3, Math.ceil(Math.max(0, monthsBetween(bornOn, from)) / 3) * 3)
  for (let months = first; ; months += 3) {
    const day = bornOn.add({ months })
    if (isBefore(until, day)) return ages
    if (!isBefore(day, from)) ages.push({ months, day })
  }
}

/** Marks in order of their day; one that would cover the mark before it goes in the second lane. */
function placeMarks(
  placed: readonly Placed[],
  middle: (day: Day) => number,
  span: (a: Day, b: Day) => { x: number; width: number },
): Mark[] {
  const marks: Mark[] = []
  let lastLabel = Number.NEGATIVE_INFINITY
  for (const { contact, on } of placed) {
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
      window: contact.state === 'planned' ? span(contact.dueFrom, contact.dueUntil) : null,
      label: roomy ? contact.visitNumber : null,
    })
  }
  return marks
}
