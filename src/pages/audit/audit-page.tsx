import type { Day } from '#domain/day.ts'
import { toCsv } from '#domain/import/refused-csv.ts'
import { readTypedDay } from '#domain/typed-day.ts'
import {
  AccessTable,
  actorWords,
  basisWords,
  eventWords,
  personNumber,
  roleWords,
} from '#pages/audit/access-table.tsx'
import { type Form, formOf } from '#pages/form-data.ts'
import { Buttons, DayField, type FormState, Pair, Select, SubmitButton } from '#pages/look/form.tsx'
import { ButtonLink, Heading, Link, Notice, Text } from '#pages/look/parts.tsx'
import { type FileAnswer, page, type Route, type StaffRequest, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { TrajectoryTabs } from '#pages/trajectory/trajectory-tabs.tsx'
import { exportAccess, listAccess } from '#usecases/audit/list-access.ts'
import { listFileAccess } from '#usecases/audit/list-file-access.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What the address asks for; what can't be right is named by field and left out of the question. */
function asked({ query, today }: StaffRequest) {
  const form = formOf(query)
  const fields: Record<string, string> = {}
  const day = (name: string): Day | null => {
    const typed = form.text(name)
    const read = typed ? readTypedDay(typed, { today }) : null
    if (typed && !read) fields[name] = 'not-a-day'
    return read
  }
  const id = (name: string): string | null => (uuid.test(form.text(name)) ? form.text(name) : null)
  const filter = { from: day('from'), until: day('until'), personId: id('person'), memberId: id('member') }
  return { form, fields, filter, before: id('before') }
}

const plain = ({ from, until, ...rest }: ReturnType<typeof asked>['filter']) => ({
  ...rest,
  from: from?.toString() ?? null,
  until: until?.toString() ?? null,
})

/** The address of the same question, with something more. */
function withQuery(path: string, form: Form, more: Record<string, string> = {}): string {
  const query = new URLSearchParams()
  for (const name of ['from', 'until', 'member', 'person'])
    if (form.text(name)) query.set(name, form.text(name))
  for (const [name, value] of Object.entries(more)) query.set(name, value)
  return query.size > 0 ? `${path}?${query}` : path
}

async function showAll(request: StaffRequest) {
  const { context, actor, t, today } = request
  const { form, fields, filter, before } = asked(request)
  const { lines, next, members } = await listAccess(context, actor, { ...plain(filter), before })
  const state: FormState = { t, form, problem: { fields, refused: null } }
  return page(
    t('audit.title'),
    <>
      <Heading level={1}>{t('audit.title')}</Heading>
      <Text lead>{t('audit.lead')}</Text>
      <form method="get" class="naast-form">
        <Pair>
          <DayField state={state} name="from" label={t('audit.from')} />
          <DayField state={state} name="until" label={t('audit.until')} />
        </Pair>
        <Select
          state={state}
          name="member"
          label={t('audit.member')}
          empty={t('audit.everyone')}
          options={members.map(({ id, name }) => ({ value: id, label: name }))}
        />
        {filter.personId && (
          <>
            <input type="hidden" name="person" value={filter.personId} />
            <Notice>
              <Text>{t('audit.only-person', { number: personNumber(filter.personId) })}</Text>
              <Link href={paths.audit.list()}>{t('audit.all-people')}</Link>
            </Notice>
          </>
        )}
        <Buttons>
          <SubmitButton>{t('audit.show')}</SubmitButton>
        </Buttons>
      </form>
      <AccessTable
        t={t}
        lines={lines}
        today={today}
        caption={t('audit.lines')}
        empty={t('audit.empty')}
        people
      />
      <p class="naast-actions">
        {next && (
          <ButtonLink href={withQuery(paths.audit.list(), form, { before: next })} kind="secondary">
            {t('audit.older')}
          </ButtonLink>
        )}
        <ButtonLink href={withQuery(paths.audit.file(), form)} kind="secondary">
          {t('audit.download')}
        </ButtonLink>
        <Link href={paths.audit.seals()}>{t('audit.seals-title')}</Link>{' '}
        <Link href={paths.audit.outliers()}>{t('outliers.title')}</Link>
      </p>
    </>,
    { place: paths.audit.list() },
  )
}

async function download(request: StaffRequest): Promise<FileAnswer> {
  const { context, actor, t, today } = request
  const lines = await exportAccess(context, actor, plain(asked(request).filter))
  const heading = ['at', 'who', 'roles', 'what', 'outcome', 'basis', 'about'] as const
  return {
    kind: 'file',
    name: `${t('audit.file-name')}-${today}.csv`,
    type: 'text/csv; charset=utf-8',
    body: toCsv([
      heading.map((column) => t(`audit.column.${column}`)),
      ...lines.map((line) => [
        line.at.toString({ timeZoneName: 'never', smallestUnit: 'second' }),
        actorWords(t, line),
        roleWords(t, line),
        eventWords(t, line.event),
        t(`audit.outcome.${line.outcome}`),
        basisWords(t, line.basis),
        line.personIds.map(personNumber).join(' '),
      ]),
    ]),
  }
}

async function showFile({ context, actor, t, today, params }: StaffRequest) {
  const { trajectoryId, personId, name, lines, more } = await listFileAccess(context, actor, {
    trajectoryId: params.id ?? '',
  })
  return page(
    t('audit.file-title'),
    <>
      <Heading level={1}>
        {t('audit.file-title')}: {name}
      </Heading>
      <TrajectoryTabs t={t} id={trajectoryId} actor={actor} current={paths.audit.ofFile(trajectoryId)} />
      <Text lead>{t('audit.file-lead')}</Text>
      <Link href={paths.audit.ofPerson(personId)}>{t('overview.link')}</Link>
      <AccessTable
        t={t}
        lines={lines}
        today={today}
        caption={t('audit.lines')}
        empty={t('audit.empty')}
        people={false}
      />
      {more && <Text quiet>{t('audit.file-more', { count: lines.length })}</Text>}
    </>,
    { place: paths.trajectory.caseload() },
  )
}

export const auditRoutes: readonly Route[] = [
  staffRoute({ path: paths.audit.list(), who: ['privacy_officer'], get: showAll }),
  staffRoute({ path: paths.audit.file(), who: ['privacy_officer'], get: download }),
  staffRoute({ path: paths.audit.ofFile(':id'), who: ['coordinator', 'safeguarding_lead'], get: showFile }),
]
