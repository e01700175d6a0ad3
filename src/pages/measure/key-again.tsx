import { skipped } from '#domain/instrument/shelf-questions.ts'
import { fieldOf } from '#domain/measure/answers.ts'
import type { InstrumentItem } from '#domain/programme/measuring.ts'
import { Buttons, type FormState, PostForm, Radios, SubmitButton } from '#pages/look/form.tsx'
import { Heading, Link, Notice, Text } from '#pages/look/parts.tsx'
import { DangerNotice } from '#pages/measure/danger-notice.tsx'
import { momentInPath } from '#pages/measure/moment-in-path.ts'
import { QuestionField } from '#pages/measure/question-field.tsx'
import { directionOf, textsIn } from '#pages/measure/text-languages.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, hasProblem, noProblem, type Problem } from '#pages/problem.ts'
import type { T } from '#pages/words/words.ts'
import { keySecondTime } from '#usecases/measure/key-second-time.ts'
import { readSecondKeying } from '#usecases/measure/read-second-keying.ts'

type Keying = Awaited<ReturnType<typeof readSecondKeying>>

const placeOf = ({ params }: StaffRequest) => ({
  trajectoryId: params.id ?? '',
  moment: momentInPath(params),
})
const shownAt = (request: StaffRequest) => ({ ...placeOf(request), texts: textsIn(request) })
const decidedField = (field: string): string => `decided.${field}`
const answersIn = ({ form }: StaffRequest, { questionnaires }: Pick<Keying, 'questionnaires'>) =>
  Object.fromEntries(
    questionnaires.flatMap(({ instrument }) =>
      instrument.items.map((item) => {
        const field = fieldOf(instrument, item)
        return [field, form.text(field)] as const
      }),
    ),
  )

/** The questions once more and none of the answers; once keyed in, what the two don't say alike. */
export async function showKeyAgain(request: StaffRequest, problem: Problem = noProblem, meanwhile = false) {
  const { context, actor, form } = request
  const place = placeOf(request)
  const blind = await readSecondKeying(context, actor, shownAt(request))
  const differs = problem.refused?.code === 'paper-differs'
  const keying = differs
    ? await readSecondKeying(context, actor, { ...shownAt(request), answers: answersIn(request, blind) })
    : blind
  const t = request.t.of(keying.people)
  const state: FormState = { t, form, problem }
  return page(
    t('measure.again-title'),
    <>
      <Heading level={1}>{t('measure.again-title')}</Heading>
      <Text lead>{t('measure.again-code', { code: keying.code })}</Text>
      {(hasProblem(problem) || problem.concernId) && (
        <DangerNotice
          t={t}
          form={form}
          asked={keying.questionnaires.flatMap(({ shelf }) => shelf ?? [])}
          trajectoryId={keying.trajectoryId}
          concernId={problem.concernId}
        />
      )}
      {meanwhile && (
        <Notice tone="attention" title={t('measure.again-meanwhile')}>
          <Text>{t('measure.again-meanwhile-text')}</Text>
        </Notice>
      )}
      {!differs && !meanwhile && <Text>{t('measure.again-lead')}</Text>}
      <PostForm
        state={state}
        submissionKey={form.key && !meanwhile ? form.key : request.newKey()}
        action={paths.measure.keyAgain(keying.trajectoryId, place.moment)}
      >
        {differs ? <Differences state={state} keying={keying} /> : <Blind state={state} keying={keying} />}
        <Buttons>
          <SubmitButton>{t(differs ? 'measure.again-decide' : 'measure.again-save')}</SubmitButton>
        </Buttons>
      </PostForm>
      <Link href={paths.measure.list(keying.trajectoryId)}>{t('measure.back')}</Link>
    </>,
  )
}

const Blind = ({ state, keying }: { state: FormState; keying: Keying }) => (
  <>
    {keying.questionnaires.map(({ instrument, shelf }) => (
      <section
        key={instrument.id}
        lang={shelf?.language ?? undefined}
        dir={directionOf(shelf?.language ?? null)}
      >
        {instrument.items.map((item) => (
          <QuestionField
            key={item.id}
            state={state}
            instrument={instrument}
            item={item}
            clear={shelf ? skipped : ''}
          />
        ))}
      </section>
    ))}
  </>
)

/** What was keyed in now goes along; each question that differs is settled with the paper in hand. */
const Differences = ({ state, keying }: { state: FormState; keying: Keying }) => {
  const { t, form } = state
  const all = keying.questionnaires.flatMap(({ instrument }) =>
    instrument.items.map((item) => ({ instrument, item, field: fieldOf(instrument, item) })),
  )
  return (
    <>
      {all.map(({ field }) => (
        <input key={field} type="hidden" name={field} value={form.text(field)} />
      ))}
      {keying.differences.map((one) => {
        const asked = all.find(({ field }) => field === one.field)
        return (
          asked && (
            <Radios
              key={one.field}
              state={state}
              name={decidedField(one.field)}
              label={asked.item.question[t.language]}
              hint={t('measure.again-both', {
                first: answerOf(t, asked.item, one.first),
                second: answerOf(t, asked.item, one.second),
              })}
              options={choicesOf(t, asked.item)}
            />
          )
        )
      })}
    </>
  )
}

const choicesOf = (t: T, item: InstrumentItem) => [
  ...(item.kind === 'choice'
    ? item.options.map(({ id, label }) => ({ value: id, label: label[t.language] }))
    : item.kind === 'scale'
      ? Array.from({ length: item.max - item.min + 1 }, (_, at) => String(item.min + at)).map((step) => ({
          value: step,
          label: step,
        }))
      : []),
  { value: skipped, label: t('measure.again-none') },
]
const answerOf = (t: T, item: InstrumentItem, answer: string | null): string =>
  choicesOf(t, item).find(({ value }) => value === (answer ?? skipped))?.label ?? answer ?? ''

async function keep(request: StaffRequest) {
  const { context, actor, form } = request
  const place = placeOf(request)
  const answers = answersIn(request, await readSecondKeying(context, actor, place))
  const decided = Object.keys(answers).flatMap((field) => {
    const answer = form.text(decidedField(field))
    return answer ? [[field, answer] as const] : []
  })
  const { concernId, differences } = await keySecondTime(
    context,
    actor,
    { ...place, answers, decided: Object.fromEntries(decided) },
    form.key ? { key: form.key } : undefined,
  )
  if (concernId) return seeOther(paths.concern.one(concernId), 'measure.said.alarm')
  return seeOther(
    paths.measure.list(place.trajectoryId),
    differences === 0 ? 'measure.said.again-same' : 'measure.said.again-settled',
  )
}

export const keyAgainRoutes: readonly Route[] = [
  staffRoute({
    path: paths.measure.keyAgain(':id', ':moment'),
    who: ['coordinator'],
    get: (request) => showKeyAgain(request),
    post: (request) =>
      attempt(
        () => keep(request),
        (problem) => showKeyAgain(request, problem),
      ),
  }),
]
