import { peopleOf } from '#domain/programme/people.ts'
import { Empty, Heading, Link, Text } from '#pages/look/parts.tsx'
import { OneOutcome } from '#pages/outcome/one-outcome.tsx'
import { type Answer, page, type Route, type StaffRequest, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { programmeLabel } from '#pages/programme/one-programme.tsx'
import { programmeIn } from '#pages/programme/programme-in-path.ts'
import type { T } from '#pages/words/words.ts'
import { readOutcomes } from '#usecases/outcome/read-outcomes.ts'
import { listProgrammes } from '#usecases/programme/list-programmes.ts'

const readers = ['coordinator', 'programme_manager'] as const

async function list({ t, context, actor }: StaffRequest): Promise<Answer> {
  const programmes = await listProgrammes(context, actor, {})
  return page(
    t('outcome.title'),
    <>
      <Heading level={1}>{t('outcome.title')}</Heading>
      <Text lead>{t('outcome.list-lead')}</Text>
      <ul class="naast-plain-list">
        {programmes.map((programme) => (
          <li key={programme.id}>
            <Link href={paths.outcome.programme(programme.id)}>{programmeLabel(t, programme)}</Link>
          </li>
        ))}
      </ul>
    </>,
  )
}

/** A year as it may stand in an address; anything else is all of them. */
const yearIn = (query: URLSearchParams): number | null =>
  /^\d{4}$/.test(query.get('year') ?? '') ? Number(query.get('year')) : null

async function show({ t: words, context, actor, params, query, today }: StaffRequest): Promise<Answer> {
  const read = await readOutcomes(context, actor, {
    programmeId: programmeIn({ params }),
    year: yearIn(query),
  })
  const { programme, outcomes, fewest, seesEach } = read
  const t = words.of(peopleOf(programme))
  const name = programmeLabel(t, programme)
  const [first, ...others] = outcomes
  const primary = first?.outcome.primary === true
  const each = { t, programme, fewest, seesEach }
  return page(
    t('outcome.of', { programme: name }),
    <>
      <Heading level={1}>{t('outcome.of', { programme: name })}</Heading>
      <Years t={t} years={read.years} year={read.year} />
      {!first && (
        <Empty title={t('outcome.nothing')}>
          <Text>{t('outcome.nothing-hint')}</Text>
        </Empty>
      )}
      {first && !primary && <Text lead>{t('outcome.no-primary')}</Text>}
      {first && <OneOutcome {...each} read={first} at={0} />}
      {others.length > 0 && (
        <section class="naast-outcome">
          {primary && <Heading>{t('outcome.explore')}</Heading>}
          {primary && <Text>{t('outcome.explore-lead')}</Text>}
          {others.map((one, at) => (
            <details class="naast-details" key={`${one.outcome.instrumentId} ${one.outcome.score}`}>
              <summary>
                {[one.outcome.label, one.outcome.question]
                  .flatMap((said) => said?.[t.language] ?? [])
                  .join(': ')}
              </summary>
              <OneOutcome {...each} read={one} at={at + 1} />
            </details>
          ))}
        </section>
      )}
      {first && <How t={t} today={t.longDay(today)} fewest={fewest} primary={primary} keyed={read.keyed} />}
      <p class="naast-actions">
        <Link href={paths.programme.one(programme.id)}>{t('outcome.to-programme')}</Link>
      </p>
    </>,
    { place: paths.outcome.list() },
  )
}

const Years = ({ t, years, year }: { t: T; years: readonly number[]; year: number | null }) => (
  <form method="get" class="naast-inline-form">
    <label class="utrecht-form-label" for="year">
      {t('outcome.year')}
    </label>
    <select class="utrecht-select" id="year" name="year">
      <option value="">{t('outcome.all-years')}</option>
      {years.map((one) => (
        <option key={one} value={one} selected={one === year}>
          {one}
        </option>
      ))}
    </select>
    <button type="submit" class="utrecht-button utrecht-button--secondary-action">
      {t('outcome.show')}
    </button>
  </form>
)

/** Definitions stand beside the figures: what a year is, who is a pair, what was not done. */
const How = ({
  t,
  today,
  fewest,
  primary,
  keyed,
}: {
  t: T
  today: string
  fewest: number
  primary: boolean
  keyed: Awaited<ReturnType<typeof readOutcomes>>['keyed']
}) => (
  <section class="naast-outcome">
    <Heading>{t('outcome.how')}</Heading>
    <ul class="naast-plain-list">
      <li>{t('outcome.how-year', { day: today })}</li>
      <li>{t('outcome.how-pair')}</li>
      <li>{t('outcome.how-missing')}</li>
      {primary && <li>{t('outcome.how-primary')}</li>}
      {keyed && keyed.questions > 0 && (
        <li>
          {t('outcome.keyed', {
            equal: keyed.questions - keyed.differences,
            questions: keyed.questions,
            count: keyed.checked,
          })}
        </li>
      )}
      {keyed && keyed.waiting > 0 && <li>{t('outcome.keyed-waiting', { count: keyed.waiting })}</li>}
      <li>{t('outcome.no-control')}</li>
      <li>{t('outcome.how-small', { fewest })}</li>
    </ul>
  </section>
)

export const outcomeRoutes: readonly Route[] = [
  staffRoute({ path: paths.outcome.list(), who: readers, get: list }),
  staffRoute({ path: paths.outcome.programme(':programme'), who: readers, get: show }),
]
