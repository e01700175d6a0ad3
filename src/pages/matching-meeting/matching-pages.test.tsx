import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { bounds } from '#domain/matching-meeting/bounds.ts'
import { formOf } from '#pages/form-data.ts'
import { costWords, priceWords, totalsWords } from '#pages/matching-meeting/delta-words.ts'
import { mapOf } from '#pages/matching-meeting/map-page.tsx'
import { backTo } from '#pages/matching-meeting/meeting-at.tsx'
import { paperPage } from '#pages/matching-meeting/paper-page.tsx'
import { womanPage } from '#pages/matching-meeting/woman-page.tsx'
import { womenPage } from '#pages/matching-meeting/women-page.tsx'
import type { StaffRequest } from '#pages/page.ts'
import { wordsIn } from '#pages/words/words.ts'
import type {
  MeetingDelta,
  MeetingRanking,
  MeetingWoman,
  OpenMeeting,
} from '#usecases/matching-meeting/meeting-view.ts'

const t = wordsIn('nl')
const day = Temporal.PlainDate.from('2026-11-03')
const cost = (score: number, ...more: readonly number[]) => ({
  score,
  matched: (['time_running', 'long_waiting', 'normal'] as const).map((urgency, at) => ({
    urgency,
    more: more[at] ?? 0,
  })),
})
const maria = { workerId: 'maria', name: 'Maria Bos' }
const julia = { workerId: 'julia', name: 'Julia Vos' }
const anna: MeetingWoman = {
  trajectoryId: 'anna',
  name: 'Anna Kok',
  programmeId: 'p',
  programmeVersion: '1',
  programme: { nl: 'Programma', en: 'Programme' },
  urgency: 'long_waiting',
  waitingSince: day,
  waitingDays: 50,
  languages: ['nl'],
  spot: null,
  quiet: false,
  proposed: { worker: julia, score: 800, criteria: [], questions: ['street-unknown'], pinnedBy: null },
  unmatched: null,
}
const meeting: OpenMeeting = {
  meetingId: 'm',
  version: 1,
  openedOn: day,
  openedBy: 'Marjan',
  notes: [],
  state: 'open',
  women: [anna],
  workers: [],
  programmes: [],
  totals: { perUrgency: [], waiting: 1, matched: 1, score: 800, proved: true },
  lastChange: null,
  sinceThen: null,
  changes: [],
  outside: { underWay: 0, forGroup: 0, beyond: 0, most: 500, nearestOnly: null },
}
const request: StaffRequest = {
  t,
  today: day,
  path: '/matching/m',
  query: new URLSearchParams(),
  form: formOf(null),
  params: { id: 'm' },
  newKey: () => 'key',
  host: { zone: 'Europe/Amsterdam', workers: null } as StaffRequest['host'],
} as unknown as StaffRequest
const textOf = (answer: { body: unknown }): string =>
  renderToString(answer.body as never)
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')

describe('the price of a choice', () => {
  const names = { woman: 'Anna Kok', worker: 'Maria Bos' }
  const moved: MeetingDelta['moves'] = [
    { woman: { trajectoryId: 'anna', name: 'Anna Kok' }, from: julia, to: maria },
    { woman: { trajectoryId: 'f', name: 'Fatma' }, from: maria, to: julia },
    { woman: { trajectoryId: 'l', name: 'Leyla' }, from: julia, to: null },
  ]
  test('says who would move, who would wait and what it costs in all', () => {
    expect(priceWords(t, { moves: moved, cost: cost(-75) }, names)).toBe(
      'Als Anna Kok Maria Bos krijgt, dan gaat Fatma naar Julia Vos en wacht Leyla: 75 punten minder in totaal.',
    )
  })
  test('calls a tie a tie', () => {
    expect(priceWords(t, { moves: moved.slice(0, 1), cost: cost(0) }, names)).toBe(
      'Als Anna Kok Maria Bos krijgt, schuift verder niemand op: alles samen even goed.',
    )
  })
  test('says first how many more or fewer wait, and how urgently', () => {
    expect(costWords(t, cost(120, -1, 0, 2))).toBe(
      'iemand meer die moet wachten (er is weinig tijd over), 2 meer die niet hoeven te wachten (gewoon), 120 punten meer in totaal',
    )
  })
})

test('the whole is said in one sentence, urgency by urgency where there is more than one', () => {
  const perUrgency = [
    { urgency: 'time_running', waiting: 3, matched: 3 },
    { urgency: 'long_waiting', waiting: 0, matched: 0 },
    { urgency: 'normal', waiting: 37, matched: 24 },
  ] as const
  expect(totalsWords(t, { perUrgency, waiting: 40, matched: 27, score: 0, proved: true })).toBe(
    'Voor 27 van de 40 is er iemand. Er is weinig tijd over: 3 van de 3. Gewoon: 24 van de 37.',
  )
})

test('of a sealed rule nothing is said but that it isn’t possible', () => {
  const other = (name: string, because: MeetingRanking['others'][number]['because']) => ({
    worker: { workerId: name, name },
    because,
    gate: null,
    mend: 'nobody' as const,
  })
  const ranking: MeetingRanking = {
    meetingId: 'm',
    version: 1,
    woman: anna,
    choices: [],
    others: [other('Ans', 'not-possible'), other('Bep', 'shared_language')],
  }
  const text = textOf(womanPage(request, meeting, ranking))
  expect(text).toContain('Ans : Dit kan niet. Bep : Geen taal samen. Dit blijft zo.')
})

test('who waits stands beside who would come, with what must still be asked', () => {
  const text = textOf(womenPage(request, meeting))
  expect(text).toMatch(/Anna Kok 50 dagen Wacht al lang Julia Vos .*Nog 1 vraag/)
})

test('a meeting of as many as it takes stays within what a page may weigh', () => {
  const criteria = (['background', 'interests', 'distance', 'availability', 'experience'] as const).map(
    (criterion, at) => ({ criterion, weight: 0.2, score: at / 5, code: 'unknown', values: {} }),
  )
  const women = Array.from({ length: bounds.women }, (_, at): MeetingWoman => {
    // Ids as random as they are: nothing packs those.
    const id = createHash('sha256').update(String(at)).digest('hex').slice(0, 32)
    return {
      ...anna,
      trajectoryId: `${id.slice(0, 8)}-${id.slice(8, 12)}-${id.slice(12, 16)}-${id.slice(16, 20)}-${id.slice(20)}`,
      name: `Vrouw ${id.slice(0, 5)} Achternaam ${id.slice(5, 12)}`,
      waitingDays: at,
      proposed: { worker: julia, score: (at * 37) % 1000, criteria, questions: [], pinnedBy: null },
    }
  })
  const html = renderToString(womenPage(request, { ...meeting, women }).body as never)
  // What is left of a staff page's 60 KB beside half of it for styles and script.
  expect(gzipSync(html).length).toBeLessThanOrEqual(30 * 1024)
})

test.each([
  ['/matching/m/workers?from=60&said=x', '/matching/m/workers?from=60'],
  ['/matching/m/women/01900000-0000-7000-8000-000000000001', null],
  ['/matching/other/workers', '/matching/m'],
  ['https://kwaad.example.nl/matching/m', '/matching/m'],
  ['//kwaad.example.nl', '/matching/m'],
  ['constructor', '/matching/m'],
  ['__proto__', '/matching/m'],
  ['', '/matching/m'],
])('a form that says it was on %j goes back within its meeting', (back, to) => {
  const { address, view } = backTo({ ...request, form: formOf(new URLSearchParams({ back })) })
  expect(address).toBe(to ?? back)
  expect(view).toBeTypeOf('function')
})

test('the sheet for on the table says no family name and nothing about anybody', () => {
  const text = textOf(paperPage(request, meeting))
  expect(text).toContain('Anna K. (50 dagen): Julia V.')
  expect(text).not.toMatch(/Kok|Vos|Programma|Nederlands/)
})

test('the map counts who has no place on it, and draws nobody twice', () => {
  const spot = { area: '3661', place: 'Waterrijk', latitude: 52.5, longitude: 5.1 }
  const worker = (workerId: string, at: typeof spot | null): OpenMeeting['workers'][number] => ({
    workerId,
    name: workerId,
    languages: [],
    spot: at,
    taken: 0,
    places: 1,
    ownPlaces: 1,
    mostPlaces: 3,
    placesBy: null,
    used: 1,
    left: 0,
    women: [],
    oneMore: null,
  })
  const { areas, pairs, nowhere } = mapOf({
    women: [{ ...anna, spot }, anna],
    workers: [worker('julia', spot), worker('maria', null)],
  })
  expect(areas).toEqual([{ ...spot, women: 1, without: 0, workers: 1 }])
  expect(pairs).toEqual([{ from: '3661', to: '3661' }])
  expect(nowhere).toBe(2)
})
