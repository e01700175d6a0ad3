import { exchangeKinds, exchangeWays } from '#domain/exchange/exchange.ts'
import { typed } from '#pages/contact/typed.ts'
import { filledForm } from '#pages/form-data.ts'
import {
  Buttons,
  Checkboxes,
  DayField,
  type FormState,
  PostForm,
  Radios,
  SubmitButton,
  TextArea,
  TextField,
} from '#pages/look/form.tsx'
import { ButtonLink, Heading, Link, Notice, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { dayTyped, Once, secretForm } from '#pages/service/new-key.tsx'
import type { T } from '#pages/words/words.ts'
import { answerExchange } from '#usecases/exchange/answer-exchange.ts'
import { makeExchange } from '#usecases/exchange/give-exchange-code.ts'
import { Invalid } from '#usecases/failure.ts'

const who = ['safeguarding_lead'] as const

/** What either side writes down for itself. */
const Terms = ({ state }: { state: FormState }) => {
  const { t } = state
  return (
    <>
      <TextField
        state={state}
        name="organisation"
        label={t('exchange.organisation')}
        hint={t('exchange.organisation-hint')}
      />
      <Checkboxes
        state={state}
        name="kinds"
        label={t('exchange.kinds')}
        hint={t('exchange.kinds-hint')}
        options={exchangeKinds.map((kind) => ({ value: kind, label: t(`exchange.kind.${kind}`) }))}
      />
      <TextArea
        state={state}
        name="ground"
        label={t('exchange.ground')}
        hint={t('exchange.ground-hint')}
        rows={5}
      />
      <DayField state={state} name="until" label={t('exchange.until')} hint={t('exchange.until-hint')} />
    </>
  )
}

const termsOf = ({ form, today }: StaffRequest) => ({
  organisation: form.text('organisation'),
  kinds: exchangeKinds.filter((kind) => form.checked('kinds', kind)),
  ground: form.text('ground'),
  until: String(dayTyped(form, 'until', today) ?? ''),
})

/** A year: long enough to be of use, short enough that somebody looks at it again. */
const stateOf = ({ t, form, today }: StaffRequest, problem: Problem): FormState => {
  const first = filledForm({ kinds: exchangeKinds, until: typed(today.add({ years: 1 })) })
  return { t, form: problem === noProblem ? first : form, problem }
}

function showOffer(request: StaffRequest, problem: Problem = noProblem) {
  const { t } = request
  const state = stateOf(request, problem)
  return page(
    t('exchange.offer'),
    <>
      <Heading level={1}>{t('exchange.offer')}</Heading>
      <Text lead>{t('exchange.offer-lead')}</Text>
      <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
        <Once request={request} />
        <Radios
          state={state}
          name="way"
          label={t('exchange.way')}
          options={exchangeWays.map((way) => ({
            value: way,
            label: t(`exchange.way.${way}`),
            hint: t(`exchange.way-hint.${way}`),
          }))}
        />
        <Terms state={state} />
        <Buttons>
          <SubmitButton>{t('exchange.make-code')}</SubmitButton>
          <Link href={paths.exchange.list()}>{t('exchange.to-list')}</Link>
        </Buttons>
      </PostForm>
    </>,
    { place: paths.exchange.list() },
  )
}

/** Shows the code on the answer itself: in a URL, or behind a redirect, it would be kept somewhere. */
const codePage = (t: T, { id, code }: { id: string; code: string }) =>
  page(
    t('exchange.code-title'),
    <>
      <Heading level={1}>{t('exchange.code-title')}</Heading>
      <Notice tone="attention" title={t('exchange.code-once')}>
        <p class="utrecht-paragraph">
          <code class="naast-breaks">{code}</code>
        </p>
        <Text>{t('exchange.code-text')}</Text>
      </Notice>
      <ButtonLink href={paths.exchange.one(id)} kind="secondary">
        {t('exchange.to-one')}
      </ButtonLink>
    </>,
    { place: paths.exchange.list() },
  )

function showAnswer(request: StaffRequest, problem: Problem = noProblem) {
  const { t } = request
  const state = stateOf(request, problem)
  return page(
    t('exchange.answer'),
    <>
      <Heading level={1}>{t('exchange.answer')}</Heading>
      <Text lead>{t('exchange.answer-lead')}</Text>
      <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
        <TextArea
          state={state}
          name="code"
          label={t('exchange.code')}
          hint={t('exchange.code-hint')}
          rows={2}
        />
        <Terms state={state} />
        <Buttons>
          <SubmitButton>{t('exchange.do-answer-now')}</SubmitButton>
          <Link href={paths.exchange.list()}>{t('exchange.to-list')}</Link>
        </Buttons>
      </PostForm>
    </>,
    { place: paths.exchange.list() },
  )
}

export const beginExchangeRoutes: readonly Route[] = [
  staffRoute({
    path: paths.exchange.offer(),
    who,
    get: async (request) => showOffer(request),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form, t } = request
          const way = exchangeWays.find((one) => one === form.text('way'))
          if (!way) throw new Invalid({ way: 'choose-one' })
          const input = { ...termsOf(request), way }
          const { exchangeId, code } = await makeExchange(context, actor, input, secretForm(form))
          return codePage(t, { id: exchangeId, code })
        },
        async (problem) => showOffer(request, problem),
      ),
  }),
  staffRoute({
    path: paths.exchange.answer(),
    who,
    get: async (request) => showAnswer(request),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form } = request
          const { exchangeId } = await answerExchange(
            context,
            actor,
            { ...termsOf(request), code: form.text('code') },
            form.key ? { key: form.key } : undefined,
          )
          return seeOther(paths.exchange.one(exchangeId), 'exchange.said-answer')
        },
        async (problem) => showAnswer(request, problem),
      ),
  }),
]
