import type { OverviewEntry } from '#domain/audit/overview.ts'
import type { Day } from '#domain/day.ts'
import { roles } from '#domain/member/role.ts'
import { readTypedDay } from '#domain/typed-day.ts'
import { personNumber } from '#pages/audit/access-table.tsx'
import { type Form, formOf } from '#pages/form-data.ts'
import { Buttons, Checkboxes, DayField, type FormState, Pair, SubmitButton } from '#pages/look/form.tsx'
import { Empty, Heading, Link, Notice, Table, Tag, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { languages } from '#pages/words/language.ts'
import type { T } from '#pages/words/words.ts'
import { showAccess } from '#usecases/audit/show-access.ts'

function asked({ query, today }: StaffRequest) {
  const form = formOf(query)
  const fields: Record<string, string> = {}
  const day = (name: string): Day | null => {
    const typed = form.text(name)
    const read = typed ? readTypedDay(typed, { today }) : null
    if (typed && !read) fields[name] = 'not-a-day'
    return read
  }
  return { form, fields, from: day('from'), until: day('until'), names: form.checked('names') }
}

/** The same question in another language. */
function inLanguage(personId: string, form: Form, language: string): string {
  const query = new URLSearchParams({ lang: language })
  for (const name of ['from', 'until', 'names']) if (form.text(name)) query.set(name, form.text(name))
  return `${paths.audit.ofPerson(personId)}?${query}`
}

async function show(request: StaffRequest) {
  const { context, actor, t, host, params, today } = request
  const personId = params.id ?? ''
  const { form, fields, from, until, names } = asked(request)
  const { entries, more, trajectoryId, notOnPaper, abilities } = await showAccess(context, actor, {
    personId,
    from: from?.toString() ?? null,
    until: until?.toString() ?? null,
    names,
  })
  const state: FormState = { t, form, problem: { fields, refused: null } }
  const emergencies = entries.filter(({ emergency }) => emergency).length
  return page(
    t('overview.title'),
    <>
      <Heading level={1}>{t('overview.title')}</Heading>
      <div class="naast-no-print">
        <Notice tone="attention" title={t('overview.together')}>
          <Text>{t('overview.together-text')}</Text>
        </Notice>
        <form method="get" class="naast-form">
          {form.text('lang') && <input type="hidden" name="lang" value={t.language} />}
          <Pair>
            <DayField state={state} name="from" label={t('audit.from')} />
            <DayField state={state} name="until" label={t('audit.until')} />
          </Pair>
          {abilities.names && (
            <Checkboxes
              state={state}
              name="names"
              label={t('overview.names')}
              options={[
                { value: 'yes', label: t('overview.with-names'), hint: t('overview.with-names-hint') },
              ]}
            />
          )}
          <Buttons>
            <SubmitButton>{t('audit.show')}</SubmitButton>
          </Buttons>
        </form>
        <p class="naast-actions">
          {languages
            .filter((language) => language !== t.language)
            .map((language) => (
              <Link key={language} href={inLanguage(personId, form, language)}>
                {t(`overview.in.${language}`)}
              </Link>
            ))}{' '}
          {trajectoryId && !abilities.names && (
            <Link href={paths.audit.ofFile(trajectoryId)}>{t('audit.file-title')}</Link>
          )}
        </p>
      </div>
      {notOnPaper && (
        <Notice tone="attention" title={t('overview.not-on-paper')}>
          <Text>{t(`refusal.${notOnPaper}`)}</Text>
        </Notice>
      )}
      <div class={notOnPaper ? 'naast-no-print' : undefined}>
        <Text lead>{t('overview.lead', { organisation: host.name })}</Text>
        <Text>{t('overview.made', { day: t.longDay(today), number: personNumber(personId) })}</Text>
        {emergencies > 0 && (
          <Notice tone="attention">{t('overview.emergencies', { count: emergencies })}</Notice>
        )}
        <Table
          caption={t('overview.caption')}
          rows={entries}
          empty={<Empty title={t('overview.none')} />}
          columns={[
            { heading: t('overview.when'), cell: (entry) => whenWords(t, entry, today) },
            { heading: t('overview.who'), cell: (entry) => whoWords(t, entry) },
            { heading: t('overview.what'), cell: (entry) => whatWords(t, entry) },
            {
              heading: t('overview.why'),
              cell: (entry) =>
                entry.emergency ? (
                  <Tag tone="attention">{t('overview.basis.emergency')}</Tag>
                ) : (
                  basisWords(t, entry.basis)
                ),
            },
          ]}
        />
        {more && <Text>{t('overview.more')}</Text>}
        <Text quiet>{t('overview.ask')}</Text>
      </div>
    </>,
    { place: paths.trajectory.caseload() },
  )
}

const minute = (time: Temporal.PlainTime): string => time.toString({ smallestUnit: 'minute' })
const whenWords = (t: T, { on, from, until }: OverviewEntry, today: Day): string =>
  minute(from) === minute(until)
    ? `${t.day(on, today)}, ${minute(from)}`
    : `${t.day(on, today)}, ${minute(from)}–${minute(until)}`

const whoWords = (t: T, { kind, name, roles: had }: OverviewEntry): string => {
  const known = roles.filter((role) => had.includes(role)).map((role) => t(`member.role.${role}`))
  const as = known.join(', ') || codedWords(t, `overview.by.${kind}`)
  return name ? `${name} (${as})` : as
}

const whatWords = (t: T, { deed, part, times }: OverviewEntry): string => {
  const what = t(`overview.deed.${deed}`, { part: t(`overview.part.${part}`) })
  return times > 1 ? `${what} (${t('overview.times', { count: times })})` : what
}

const codedWords = (t: T, key: string): string => (t.has(key) ? t(key) : '—')
const basisWords = (t: T, basis: string): string => codedWords(t, `overview.basis.${basis}`)

export const overviewRoutes: readonly Route[] = [
  staffRoute({
    path: paths.audit.ofPerson(':id'),
    who: ['coordinator', 'safeguarding_lead', 'privacy_officer'],
    get: show,
  }),
]
