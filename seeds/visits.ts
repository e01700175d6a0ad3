import { type Day, isBefore, monthsBetween } from '#domain/day.ts'
import type { Claim } from '#domain/expense/claim.ts'
import { talkSheetTopics } from '#domain/programme/talk-sheet-topics.ts'
import { programmes } from '#programmes/registry.ts'
import { logContact } from '#usecases/contact/log-contact.ts'
import { listMeasures } from '#usecases/measure/list-measures.ts'
import { takeMeasure } from '#usecases/measure/take-measure.ts'
import { readTrajectory } from '#usecases/trajectory/read-trajectory.ts'
import type { Stage, Volunteer } from './stage.ts'

interface Visits {
  /** No visit after this day. */
  readonly until: Day
  readonly most?: number
  readonly childBornOn: Day
  /** By visit number: what happened instead of a visit. */
  readonly insteadOf?: Readonly<Record<number, 'mother' | 'partner' | 'no_show'>>
  readonly notes?: Readonly<Record<number, string>>
  /** What each visit cost her, from the day since when that is given. */
  readonly cost?: { readonly from: Day; readonly claim: Claim }
}

const [programme] = programmes
const lengths = [75, 90, 60, 80, 70] as const

/** The volunteer visits and writes down each visit on the day itself, in the order of the plan. */
export async function visit(
  stage: Stage,
  trajectoryId: string,
  volunteer: Volunteer,
  story: Visits,
): Promise<void> {
  for (let number = 1; number <= (story.most ?? 40); number += 1) {
    const seen = await readTrajectory(stage.on(story.until), stage.coordinator, { id: trajectoryId })
    const next = seen.contacts
      .filter((one) => one.state === 'planned')
      .sort((a, b) => Temporal.PlainDate.compare(a.dueFrom, b.dueFrom))[0]
    // Three days into the window; later than that on the last day only.
    const day = next && earliest(next.dueFrom.add({ days: 2 }), next.dueUntil)
    if (!next || !day || isBefore(story.until, day)) return
    const context = stage.on(day)
    const instead = story.insteadOf?.[number]
    await logContact(context, volunteer.actor, {
      id: next.id,
      version: next.version,
      ...(instead === undefined
        ? {
            kind: 'done',
            on: day,
            minutes: lengths[number % lengths.length] ?? 75,
            mode: number % 6 === 5 ? 'outing' : 'home',
            talkSheet: topicAt(story.childBornOn, day, number),
            feeling: number % 4 === 3 ? 'mixed' : 'good',
            went: story.notes?.[number] ?? null,
            next: null,
            claim: story.cost && !isBefore(day, story.cost.from) ? story.cost.claim : null,
          }
        : instead === 'no_show'
          ? { kind: 'no_show', on: day }
          : { kind: 'cancelled', by: instead }),
    })
  }
}

const earliest = (a: Day, b: Day): Day => (isBefore(a, b) ? a : b)

function topicAt(bornOn: Day, day: Day, number: number): string | null {
  const topics = programme ? talkSheetTopics(programme, monthsBetween(bornOn, day)) : []
  return topics[number % Math.max(1, topics.length)]?.id ?? null
}

/** Asks the questions of one moment; every ladder gets this number, whatever it asks. */
export async function measure(
  stage: Stage,
  day: Day,
  trajectoryId: string,
  moment: string,
  rung: number,
): Promise<void> {
  const { moments } = await listMeasures(stage.on(day), stage.coordinator, { trajectoryId })
  const asked = moments.find((one) => one.moment === moment)?.measures ?? []
  const answers = asked.flatMap(({ instrument }) =>
    instrument.items.flatMap((item) => {
      const key = `${instrument.id}.${item.id}`
      if (item.kind === 'scale') return [[key, String(Math.max(item.min, Math.min(item.max, rung)))] as const]
      if (item.kind === 'choice') return [[key, item.options.at(-1)?.id ?? ''] as const]
      return []
    }),
  )
  if (answers.length === 0) return
  await takeMeasure(stage.on(day), stage.coordinator, {
    trajectoryId,
    moment,
    takenOn: day,
    mode: 'together',
    alone: true,
    answers: Object.fromEntries(answers),
  })
}
