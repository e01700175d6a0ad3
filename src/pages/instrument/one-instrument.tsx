import { largestTextsFile, textTerms, withTexts } from '#domain/instrument/instrument-texts.ts'
import { readTypedDay } from '#domain/typed-day.ts'
import { filledForm, formOf } from '#pages/form-data.ts'
import { destroyTexts, InstrumentTexts, loadTexts } from '#pages/instrument/instrument-texts.tsx'
import { Counting, LicenceCard, Questions } from '#pages/instrument/licence-card.tsx'
import { Buttons, DayField, PostForm, Radios, SubmitButton, TextField } from '#pages/look/form.tsx'
import { Card, Empty, Heading, Link, Tag, Text } from '#pages/look/parts.tsx'
import { type Answer, page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import type { T } from '#pages/words/words.ts'
import { Invalid, NotFound } from '#usecases/failure.ts'
import { keepPermission } from '#usecases/instrument/keep-permission.ts'
import { listInstruments, type ShelfLine } from '#usecases/instrument/list-instruments.ts'
import { withdrawPermission } from '#usecases/instrument/withdraw-permission.ts'

/** One questionnaire: its licence card, how it counts, its questions, and the permissions that were kept for it. */
async function show(
  request: StaffRequest,
  problem: Problem = noProblem,
  of: 'permission' | 'texts' = 'permission',
): Promise<Answer> {
  const { context, actor, t, params } = request
  const { instruments, mayPermit } = await listInstruments(context, actor, {})
  const line = instruments.find(({ instrument }) => instrument.id === params.name)
  if (!line) throw new NotFound()
  return page(
    line.instrument.title[t.language],
    <>
      <Heading level={1}>{line.instrument.title[t.language]}</Heading>
      <LicenceCard t={t} line={line} />
      {line.needsPermission && <Permissions request={request} line={line} mayPermit={mayPermit} />}
      {line.needsPermission && mayPermit && (
        <Keep request={request} line={line} problem={of === 'permission' ? problem : noProblem} />
      )}
      {!line.instrument.licence.embed && (
        <InstrumentTexts
          request={request}
          line={line}
          mayPermit={mayPermit}
          problem={of === 'texts' ? problem : noProblem}
        />
      )}
      <Questions t={t} instrument={inWordsOf(t, line)} />
      <Counting t={t} instrument={line.instrument} />
      <Text>
        <Link href={paths.instrument.fhir(line.instrument.id)}>{t('instrument.fhir')}</Link>
      </Text>
      <Link href={paths.instrument.list()}>{t('instrument.back')}</Link>
    </>,
    { place: paths.programme.list() },
  )
}

/** With the texts that were loaded, in the reader's language if they are there in it. */
function inWordsOf(t: T, { instrument, texts }: ShelfLine) {
  const chosen = texts.find(({ language }) => language === t.language) ?? texts[0]
  return chosen ? withTexts(instrument, chosen.language, chosen.texts) : instrument
}

const Permissions = ({
  request: { t, today, newKey },
  line: { instrument, permissions },
  mayPermit,
}: {
  request: StaffRequest
  line: ShelfLine
  mayPermit: boolean
}) => (
  <>
    <Heading>{t('instrument.permissions')}</Heading>
    {permissions.length === 0 && <Empty title={t('instrument.permissions-none')} />}
    {permissions.map((one) => (
      <Card
        key={one.id}
        title={one.givenBy}
        tag={
          <Tag tone={one.inForce ? 'done' : 'neutral'}>
            {t(
              one.inForce
                ? 'instrument.in-force'
                : Temporal.PlainDate.compare(one.from, today) > 0
                  ? 'instrument.to-come'
                  : 'instrument.over',
            )}
          </Tag>
        }
      >
        <Text>{one.reference}</Text>
        <Text quiet>
          {t.longDay(one.from)} – {t.longDay(one.until)}
        </Text>
        {!instrument.licence.embed && <Text quiet>{t(`instrument.terms-kept.${one.texts}`)}</Text>}
        {one.withdrawnOn && (
          <Text quiet>{t('instrument.withdrawn', { day: t.longDay(one.withdrawnOn) })}</Text>
        )}
        {mayPermit && !one.withdrawnOn && (
          <PostForm
            state={{ t, form: formOf(null), problem: noProblem, scope: one.id }}
            submissionKey={newKey()}
            action={paths.instrument.withdraw(instrument.id, one.id)}
          >
            <Buttons>
              <SubmitButton kind="secondary">{t('instrument.withdraw')}</SubmitButton>
            </Buttons>
          </PostForm>
        )}
      </Card>
    ))}
  </>
)

const Keep = ({
  request,
  line: { instrument },
  problem,
}: {
  request: StaffRequest
  line: ShelfLine
  problem: Problem
}) => {
  const { t, today } = request
  const first = { from: t.longDay(today), texts: 'own_form' }
  const form = problem === noProblem ? filledForm(first) : request.form
  const state = { t, form, problem }
  return (
    <>
      <Heading>{t('instrument.keep')}</Heading>
      <PostForm
        state={state}
        submissionKey={request.form.key ?? request.newKey()}
        action={paths.instrument.one(instrument.id)}
      >
        <TextField
          state={state}
          name="givenBy"
          label={t('instrument.given-by')}
          hint={t('instrument.given-by-hint')}
        />
        <TextField
          state={state}
          name="reference"
          label={t('instrument.reference')}
          hint={t('instrument.reference-hint')}
        />
        <DayField state={state} name="from" label={t('instrument.from')} />
        <DayField state={state} name="until" label={t('instrument.until')} />
        {!instrument.licence.embed && (
          <Radios
            state={state}
            name="texts"
            label={t('instrument.terms')}
            options={textTerms.map((value) => ({ value, label: t(`instrument.terms.${value}`) }))}
          />
        )}
        <Buttons>
          <SubmitButton>{t('instrument.keep')}</SubmitButton>
        </Buttons>
      </PostForm>
    </>
  )
}

async function keep({ context, actor, form, params, today }: StaffRequest): Promise<Answer> {
  const days = {
    from: readTypedDay(form.text('from'), { today }),
    until: readTypedDay(form.text('until'), { today }),
  }
  const { from, until } = days
  if (!from || !until)
    throw new Invalid({ ...(from ? {} : { from: 'not-a-day' }), ...(until ? {} : { until: 'not-a-day' }) })
  const instrumentId = params.name ?? ''
  await keepPermission(
    context,
    actor,
    {
      instrumentId,
      givenBy: form.text('givenBy'),
      reference: form.text('reference'),
      from: from.toString(),
      until: until.toString(),
      texts: textTerms.find((one) => one === form.text('texts')) ?? 'own_form',
    },
    form.key ? { key: form.key } : undefined,
  )
  return seeOther(paths.instrument.one(instrumentId), 'instrument.said.kept')
}

async function withdraw({ context, actor, form, params }: StaffRequest): Promise<Answer> {
  const { instrumentId } = await withdrawPermission(
    context,
    actor,
    { id: params.permission ?? '' },
    form.key ? { key: form.key } : undefined,
  )
  return seeOther(paths.instrument.one(instrumentId), 'instrument.said.withdrawn')
}

const again =
  (doIt: (request: StaffRequest) => Promise<Answer>, of: 'permission' | 'texts' = 'permission') =>
  (request: StaffRequest) =>
    attempt(
      () => doIt(request),
      (problem) => show(request, problem, of),
    )
const whoPermits = ['programme_manager', 'administrator'] as const
export const oneInstrumentRoutes: readonly Route[] = [
  staffRoute({
    path: paths.instrument.one(':name'),
    who: ['coordinator', 'programme_manager', 'administrator', 'safeguarding_lead'],
    get: (request) => show(request),
    post: again(keep),
  }),
  staffRoute({
    path: paths.instrument.withdraw(':name', ':permission'),
    who: whoPermits,
    post: again(withdraw),
  }),
  staffRoute({
    path: paths.instrument.texts(':name'),
    who: whoPermits,
    bodyLimit: largestTextsFile * 4,
    post: again(loadTexts, 'texts'),
    tooLarge: async (request) => ({
      ...(await show(request, { ...noProblem, fields: { file: 'fhir-too-large' } }, 'texts')),
      status: 413,
    }),
  }),
  staffRoute({
    path: paths.instrument.destroyTexts(':name'),
    who: whoPermits,
    post: again(destroyTexts, 'texts'),
  }),
]
