import type { Actor } from '#domain/member/actor.ts'
import { readPhone } from '#domain/person/phone.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { type Form, formOf } from '#pages/form-data.ts'
import {
  Buttons,
  Checkboxes,
  type FormState,
  Pair,
  PostForm,
  Select,
  SubmitButton,
  TextArea,
  TextField,
} from '#pages/look/form.tsx'
import { Heading, Text } from '#pages/look/parts.tsx'
import { type Answer, type PageRequest, page, publicRoute, type Route } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { programmeName } from '#pages/programme/programme-name.ts'
import { spokenLanguages } from '#pages/referral/public-answers.ts'
import { capital } from '#pages/words/capital.ts'
import { gateName } from '#pages/worker/gate-words.ts'
import { Invalid } from '#usecases/failure.ts'
import { listProgrammes } from '#usecases/programme/list-programmes.ts'
import { applyAsWorker } from '#usecases/worker/apply-as-worker.ts'

type Request = PageRequest<Actor>

/** No person sees this field: whatever fills it in is none. */
const trap = 'website'

const show = async (request: Request, problem: Problem = noProblem): Promise<Answer> => {
  const { t, host, form } = request
  return page(
    t('apply.title'),
    <>
      <a
        class="utrecht-link utrecht-link--html-a naast-other-language"
        href={`?lang=${t.language === 'nl' ? 'en' : 'nl'}`}
        lang={t.language === 'nl' ? 'en' : 'nl'}
      >
        {t('apply.other-language')}
      </a>
      <Heading level={1}>{t('apply.title')}</Heading>
      <Text lead>{t('apply.lead')}</Text>
      <ApplyForm
        state={{ t, form, problem }}
        organisation={host.name}
        openings={await listProgrammes(request.context, request.actor, {})}
        submissionKey={form.key ?? request.newKey()}
      />
    </>,
    { frame: 'public' },
  )
}

const ApplyForm = ({
  state,
  organisation,
  openings,
  submissionKey,
}: {
  state: FormState
  organisation: string
  openings: readonly ProgrammeDefinition[]
  submissionKey: string
}) => {
  const { t } = state
  return (
    <PostForm state={state} submissionKey={submissionKey}>
      <Pair>
        <TextField state={state} name="given" label={t('apply.given')} autoComplete="given-name" />
        <TextField
          state={state}
          name="family"
          label={t('apply.family')}
          autoComplete="family-name"
          optional
        />
      </Pair>
      <Text>{t('apply.reach')}</Text>
      <Pair>
        <TextField
          state={state}
          name="phone"
          label={t('apply.phone')}
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          optional
        />
        <TextField
          state={state}
          name="email"
          label={t('apply.email')}
          type="email"
          inputMode="email"
          autoComplete="email"
          optional
        />
      </Pair>
      <Pair>
        {[0, 1].map((at) => (
          <Select
            key={at}
            state={state}
            name={`languages.${at}`}
            label={t(at === 0 ? 'apply.language' : 'apply.language-other')}
            optional
            empty={t('apply.choose')}
            options={spokenLanguages.map((value) => ({ value, label: t.languageName(value) }))}
          />
        ))}
      </Pair>
      {openings.length > 1 && (
        <Checkboxes
          state={state}
          name="programmes"
          label={t('apply.programmes')}
          hint={t('apply.programmes-hint')}
          optional
          options={openings.map((programme) => ({
            value: programme.id,
            label: `${capital(programme.terms.worker[t.language])}: ${programmeName(t, programme)}`,
            hint: asked(state, programme),
          }))}
        />
      )}
      <TextArea
        state={state}
        name="words"
        label={t('apply.words')}
        hint={t('apply.words-hint')}
        rows={5}
        optional
      />
      {openings.length === 1 && openings[0] && <Text quiet>{asked(state, openings[0])}</Text>}
      <div class="naast-visually-hidden" aria-hidden="true">
        <label>
          {t('apply.leave-empty')}
          <input type="text" name={trap} tabIndex={-1} autoComplete="off" />
        </label>
      </div>
      <Checkboxes
        state={state}
        name="agreed"
        label={t('apply.agreed')}
        options={[{ value: 'yes', label: t('apply.agreed-yes', { organisation }) }]}
      />
      <Buttons>
        <SubmitButton>{t('apply.send')}</SubmitButton>
      </Buttons>
    </PostForm>
  )
}

/** What must be in order before she may begin, so that nobody is surprised after the interview. */
const asked = ({ t }: FormState, { worker }: ProgrammeDefinition): string =>
  t('apply.before-you-begin', {
    gates: worker.gates
      .filter(({ required }) => required)
      .map((gate) => gateName(t, gate))
      .join(', '),
  })

function applicationIn(form: Form, language: 'nl' | 'en') {
  const phone = form.optional('phone')
  return {
    name: { given: form.text('given'), family: form.optional('family') },
    phone: phone && (readPhone(phone) ?? phone),
    email: form.optional('email'),
    languages: [...new Set([0, 1].flatMap((at) => form.optional(`languages.${at}`) ?? []))],
    programmes: [...form.all('programmes')],
    words: form.optional('words'),
    language,
    agreed: form.checked('agreed'),
  }
}

/** Field names as this form has them. */
const inFormTerms = (error: unknown): unknown =>
  error instanceof Invalid
    ? new Invalid(
        Object.fromEntries(
          Object.entries(error.fields).map(([name, code]) => [
            name.replace(/^application\./, '').replace(/^name\./, ''),
            code,
          ]),
        ),
      )
    : error

const take = (request: Request): Promise<Answer> =>
  attempt(
    async () => {
      const { context, actor, form, t } = request
      // It is thanked like anybody else: what learns nothing doesn't try again.
      if (form.text(trap) !== '') return done(request, null)
      const { answerBy } = await applyAsWorker(
        context,
        actor,
        { application: applicationIn(form, t.language) },
        form.key ? { key: form.key } : undefined,
      ).catch((error: unknown) => {
        throw inFormTerms(error)
      })
      return done(request, Temporal.PlainDate.from(answerBy))
    },
    async (problem) => show(request, problem),
  )

const done = ({ t, host, today }: Request, by: Temporal.PlainDate | null): Answer =>
  page(
    t('apply.done'),
    <>
      <Heading level={1}>{t('apply.done')}</Heading>
      <Text lead>{t('apply.done-lead', { organisation: host.name })}</Text>
      {by && <Text>{t('apply.done-by', { day: t.day(by, today) })}</Text>}
      <Text quiet>{t('apply.done-kept')}</Text>
    </>,
    { frame: 'public' },
  )

/** Somebody wants to join: one page, on any phone, without an account. What she sends, only the coordinators read. */
export const applyFormRoutes: readonly Route[] = [
  publicRoute({
    path: paths.apply(':org'),
    who: 'public',
    door: 'applicant',
    get: async (request) => show({ ...request, form: formOf(null) }),
    post: take,
  }),
]
