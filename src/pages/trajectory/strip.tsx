import type { Day } from '#domain/day.ts'
import { type CareKind, careKinds } from '#domain/match/care-spans.ts'
import { stripRows } from '#pages/trajectory/strip-layout.ts'
import { Row } from '#pages/trajectory/strip-row.tsx'
import {
  CareSign,
  ContactSign,
  contactSigns,
  MeasureSign,
  type Sign,
  signOf,
} from '#pages/trajectory/strip-signs.tsx'
import { StripTable } from '#pages/trajectory/strip-table.tsx'
import type { T, WordKey } from '#pages/words/words.ts'
import type { TrajectoryPage } from '#usecases/trajectory/read-trajectory.ts'

interface Props {
  readonly t: T
  readonly page: TrajectoryPage
  readonly today: Day
}

/**
 * Her whole way on one strip: weeks from left to right, a year a row. Drawn on the server, legible without colour and
 * without moving anything; the same facts stand in a table beneath.
 */
export const Strip = ({ t, page, today }: Props) => {
  if (!page.startedOn) return null
  const rows = stripRows({
    startedOn: page.startedOn,
    endsOn: page.closedOn ?? page.endsOn,
    today,
    bornOn: page.childBornOn,
    dueOn: page.dueOn,
    contacts: page.contacts,
    measures: page.measures,
    care: page.care,
    phaseSpans: page.phaseSpans.map((span) => ({ ...span, until: span.until ?? page.closedOn })),
  })
  const used = new Set(page.contacts.map(signOf))
  return (
    <section class="naast-strip-block">
      <h2 class="utrecht-heading-2">{t('trajectory.strip')}</h2>
      <div class="naast-strip">
        {rows.map((row, at) => (
          <Row key={at} t={t} page={page} row={row} at={at} />
        ))}
      </div>
      <Key
        t={t}
        signs={contactSigns.filter((sign) => used.has(sign))}
        care={careKinds.filter((kind) => page.care.some((one) => one.kind === kind))}
        measures={page.measures}
      />
      {page.phases.length > 0 && (
        <p class="naast-strip-phases">
          {t('trajectory.strip-phases')}:{' '}
          {page.phases.map(({ label }, at) => `${at + 1} ${label[t.language]}`).join(' · ')}
        </p>
      )}
      <details>
        <summary>{t('trajectory.strip-table')}</summary>
        <StripTable t={t} page={page} today={today} />
      </details>
    </section>
  )
}

export const visitName = (t: T, visitNumber: number | null): string =>
  visitNumber === null ? t('contact.uncounted') : t('contact.nth', { count: visitNumber })

const signWords: Record<Sign, WordKey> = {
  planned: 'trajectory.strip-key.planned',
  agreed: 'trajectory.strip-key.agreed',
  done: 'contact.state.done',
  cancelled: 'contact.state.cancelled',
  'by-partner': 'contact.by.partner',
  'no-show': 'contact.state.no_show',
  skipped: 'contact.state.skipped',
}

/** What the signs mean, of those that stand in this picture. */
const Key = ({
  t,
  signs,
  care,
  measures,
}: {
  t: T
  signs: readonly Sign[]
  care: readonly CareKind[]
  measures: TrajectoryPage['measures']
}) => (
  <ul class="naast-strip-key" aria-label={t('trajectory.strip-key')}>
    {signs.map((sign) => (
      <li key={sign}>
        <svg class="naast-strip-sign" viewBox="0 -4 22 26" aria-hidden="true" focusable="false">
          <ContactSign sign={sign} x={9} y={9} />
        </svg>
        {t(signWords[sign])}
      </li>
    ))}
    {care.map((kind) => (
      <li key={kind}>
        <svg class="naast-strip-sign" viewBox="0 -4 22 26" aria-hidden="true" focusable="false">
          <CareSign kind={kind} x={1} y={9} width={20} />
        </svg>
        {t(`trajectory.strip-care.${kind}`)}
      </li>
    ))}
    {(['due', 'taken'] as const)
      .filter((state) => measures.some((one) => one.state === state))
      .map((state) => (
        <li key={state}>
          <svg class="naast-strip-sign" viewBox="0 -4 22 26" aria-hidden="true" focusable="false">
            <MeasureSign state={state} x={9} y={9} />
          </svg>
          {t(`trajectory.strip-key.measure-${state}`)}
        </li>
      ))}
  </ul>
)
