import { mim } from '#programmes/mim.ts'
import type { Context } from '#usecases/context.ts'
import { takeMeasure } from '#usecases/measure/take-measure.ts'
import { closeTrajectory } from '#usecases/trajectory/close-trajectory.ts'
import { readClosing } from '#usecases/trajectory/read-closing.ts'
import { pair } from '../steps.ts'
import { visit } from '../visits.ts'
import { found, type Place, type Scene, workerOf } from './scene.ts'
import { takeInFrom } from './way-in.ts'
import { type Finished, finished, type Said } from './weidestad-women.ts'

/** A town that does not exist, where enough women came to the end of the programme to look at what changed. */
const place: Place = {
  slug: 'weidestad',
  name: 'Moeders van Weidestad',
  town: 'Weidestad',
  programme: mim,
  months: 46,
  people: { coordinator: 'Jetske Hoekstra', referrer: 'Ineke Smit', programme_manager: 'Bram Elzinga' },
  workers: {
    dineke: { given: 'Dineke', family: 'Posthuma', kind: 'volunteer', languages: ['nl', 'en'], capacity: 5 },
    gonnie: { given: 'Gonnie', family: 'Visser', kind: 'volunteer', languages: ['nl', 'en'], capacity: 5 },
    samira: { given: 'Samira', family: 'Aziz', kind: 'volunteer', languages: ['nl', 'ar'], capacity: 5 },
    hilde: { given: 'Hilde', family: 'Brand', kind: 'volunteer', languages: ['nl', 'en'], capacity: 5 },
    wilma: { given: 'Wilma', family: 'Kok', kind: 'volunteer', languages: ['nl', 'en'], capacity: 5 },
  },
}

const nurse = {
  kind: 'jgz',
  name: 'I. Smit',
  organisation: 'Consultatiebureau Weidestad',
  phone: null,
  email: null,
} as const

/** Only what she said herself: what she left open stays open. */
const answersOf = ({ ladders: [confidence, support, way], osss }: Said): Record<string, string> => ({
  'ladder_confidence.now': String(confidence),
  'ladder_support.now': String(support),
  'ladder_knowing_the_way.now': String(way),
  ...Object.fromEntries((osss ?? []).map((value, at) => [`osss3-nl.o${at + 1}`, String(value)])),
})

/**
 * From the referral to the closing, some weeks after the woman before her. Half of them begin in one year and half in
 * the next, whatever today is: of a year with fewer than five the page tells nothing to who may not open their files.
 */
async function tell(scene: Scene, woman: Finished, number: number): Promise<void> {
  const { coordinator, on } = scene
  const newYear = scene.today.with({ month: 1, day: 1 }).subtract({ years: 2 })
  const begins = newYear.add({ days: (number - finished.length / 2) * 18 + 6 })
  const day = begins.subtract({ days: 20 })
  const bornOn = day.subtract({ days: 30 + ((number * 7) % 25) })
  const trajectoryId = await takeInFrom(
    scene,
    day,
    {
      ...woman,
      phone: `+3161000${8000 + number}`,
      by: nurse,
      words: 'Eerste kindje. Zij wil graag iemand die af en toe meedenkt.',
      child: { bornOn, dueOn: null, first: 'yes' },
    },
    {
      after: 8,
      facts: {
        firstChild: true,
        everydayQuestions: true,
        insecure: true,
        lowSupport: true,
        childNeedsExtraCare: false,
        multipleSeriousProblems: false,
        currentPartnerViolence: false,
      },
    },
  )
  const volunteer = workerOf(scene, woman.beside)
  await pair(scene, day.add({ days: 14 }), trajectoryId, volunteer)
  const asked = { trajectoryId, mode: 'together' } as const
  await takeMeasure(on(begins), coordinator, {
    ...{ ...asked, moment: 'T0', takenOn: begins, answers: answersOf(woman.first) },
  })
  const last = woman.left ? begins.add({ days: woman.left.days }) : bornOn.add({ months: 18 })
  // The first visits only: all of them would keep the demo busy for minutes.
  await visit(scene, trajectoryId, volunteer, { until: last, most: 4, childBornOn: bornOn })
  if (woman.last)
    await takeMeasure(on(last), coordinator, {
      ...{ ...asked, moment: 'T2', takenOn: last, answers: answersOf(woman.last) },
    })
  const ended = last.add({ days: 3 })
  const { version } = await readClosing(on(ended), coordinator, { trajectoryId })
  await closeTrajectory(on(ended), coordinator, {
    trajectoryId,
    version,
    reason: woman.left?.reason ?? 'end_age',
    evaluation: woman.left?.evaluation ?? { kind: 'taken' },
  })
}

export async function buildMimWeidestad(context: Context): Promise<{ orgId: string }> {
  const scene = await found(context, place)
  for (const [number, woman] of finished.entries()) await tell(scene, woman, number)
  return { orgId: scene.orgId }
}
