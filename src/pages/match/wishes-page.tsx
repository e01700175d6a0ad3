import { emptyWishes, type Wishes } from '#domain/match/wishes.ts'
import { avoided } from '#domain/worker/own-file.ts'
import { type Form, filledForm } from '#pages/form-data.ts'
import { Buttons, type FormState, PostForm, Radios, Select, SubmitButton } from '#pages/look/form.tsx'
import { Heading, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { spokenLanguages } from '#pages/referral/public-answers.ts'
import { filledProfile, ProfileFields, readProfile } from '#pages/worker/profile-fields.tsx'
import { changeWishes } from '#usecases/match/change-wishes.ts'
import { markHome } from '#usecases/match/mark-home.ts'
import { showWishes } from '#usecases/match/show-wishes.ts'

const idOf = (request: StaffRequest) => request.params.id ?? ''
const readFields = [0, 1, 2] as const

const filled = (wishes: Wishes): Form =>
  filledForm({
    ...filledProfile(wishes, 'wishes'),
    ...Object.fromEntries(wishes.reads.map((code, at) => [`reads.${at}`, code])),
    ...Object.fromEntries(
      avoided.flatMap((one) =>
        wishes.homeHas.includes(one)
          ? [[`home.${one}`, 'yes']]
          : wishes.homeHasNot.includes(one)
            ? [[`home.${one}`, 'no']]
            : [],
      ),
    ),
  })

async function show(asked: StaffRequest, problem: Problem = noProblem) {
  const { context, actor } = asked
  const known = await showWishes(context, actor, { trajectoryId: idOf(asked) })
  const t = asked.t.of(known.people)
  const request = { ...asked, t }
  const form = problem === noProblem ? filled(known.wishes) : request.form
  const state: FormState = { t, form, problem }
  return page(
    t('match.wishes-title'),
    <>
      <Heading level={1}>{t('match.wishes-title')}</Heading>
      <Text lead>{known.name}</Text>
      <Text>{t('match.wishes-lead')}</Text>
      <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
        <input type="hidden" name="version" value={known.version} />
        <ProfileFields state={state} prefix="wishes" />
        {known.asks.reading && (
          <details class="naast-more" open={known.wishes.reads.length > 0}>
            <summary>{t('match.reads')}</summary>
            {readFields.map((at) => (
              <Select
                key={at}
                state={state}
                name={`reads.${at}`}
                label={t('worker.language-nth', { count: at + 1 })}
                optional
                empty=""
                options={spokenLanguages.map((value) => ({ value, label: t.languageName(value) }))}
              />
            ))}
          </details>
        )}
        {known.asks.home && <AtHome state={state} open={known.wishes.homeHas.length > 0} />}
        <Buttons>
          <SubmitButton>{t('match.save-wishes')}</SubmitButton>
        </Buttons>
      </PostForm>
      <Secret request={request} secret={known.secretHome} />
    </>,
    { place: paths.match.waiting() },
  )
}

/** What a worker may want to know before she comes: only asked where somebody would come. */
const AtHome = ({ state, open }: { state: FormState; open: boolean }) => {
  const { t } = state
  return (
    <details class="naast-more" open={open}>
      <summary>{t('match.at-home')}</summary>
      <Text quiet>{t('match.at-home-hint')}</Text>
      {avoided.map((one) => (
        <Radios
          key={one}
          state={state}
          name={`home.${one}`}
          label={t(`my-file.avoid.${one}`)}
          row
          optional
          options={[
            { value: 'yes', label: t('match.at-home.yes') },
            { value: 'no', label: t('match.at-home.no') },
          ]}
        />
      ))}
    </details>
  )
}

const Secret = ({ request, secret }: { request: StaffRequest; secret: boolean }) => {
  const { t } = request
  return (
    <section>
      <Heading>{t('match.home')}</Heading>
      <Text>{t(secret ? 'match.home-secret' : 'match.home-open')}</Text>
      <form method="post" action={paths.match.home(idOf(request))}>
        <input type="hidden" name="key" value={request.newKey()} />
        <input type="hidden" name="secret" value={secret ? 'no' : 'yes'} />
        <Buttons>
          <SubmitButton kind="secondary">{t(secret ? 'match.home-show' : 'match.home-hide')}</SubmitButton>
        </Buttons>
      </form>
    </section>
  )
}

/** What the form says; what it didn't ask stays as it was. */
async function read(request: StaffRequest): Promise<Wishes> {
  const { context, actor, form } = request
  const { asks, wishes } = await showWishes(context, actor, { trajectoryId: idOf(request) })
  const said = (answer: string) => avoided.filter((one) => form.text(`home.${one}`) === answer)
  return {
    ...emptyWishes,
    ...readProfile(form, 'wishes'),
    reads: asks.reading ? readFields.flatMap((at) => form.optional(`reads.${at}`) ?? []) : wishes.reads,
    homeHas: asks.home ? said('yes') : wishes.homeHas,
    homeHasNot: asks.home ? said('no') : wishes.homeHasNot,
  }
}

export const wishesRoutes: readonly Route[] = [
  staffRoute({
    path: paths.match.wishes(':id'),
    who: ['coordinator'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form } = request
          await changeWishes(
            context,
            actor,
            {
              trajectoryId: idOf(request),
              version: Number(form.text('version')),
              wishes: await read(request),
            },
            form.key ? { key: form.key } : undefined,
          )
          return seeOther(paths.match.one(idOf(request)), 'match.said.wishes')
        },
        (problem) => show(request, problem),
      ),
  }),
  staffRoute({
    path: paths.match.home(':id'),
    who: ['coordinator'],
    async post(request) {
      const { context, actor, form } = request
      const trajectoryId = idOf(request)
      await markHome(
        context,
        actor,
        { trajectoryId, secret: form.text('secret') === 'yes' },
        form.key ? { key: form.key } : undefined,
      )
      return seeOther(paths.match.wishes(trajectoryId), 'match.said.home')
    },
  }),
]
