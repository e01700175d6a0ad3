import { recipients, sharedItems } from '#domain/sharing/sharing.ts'
import { formOf } from '#pages/form-data.ts'
import {
  Buttons,
  Checkboxes,
  type FormState,
  PostForm,
  Radios,
  Select,
  SubmitButton,
  TextArea,
} from '#pages/look/form.tsx'
import { Heading, Link, Text } from '#pages/look/parts.tsx'
import { type Answer, page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { type FoundTrace, LookThrough, lookedOf } from '#pages/sharing/look-through-view.tsx'
import { Invalid } from '#usecases/failure.ts'
import { listSharings } from '#usecases/sharing/list-sharings.ts'
import { lookThrough } from '#usecases/sharing/look-through.ts'
import { shareWithParty } from '#usecases/sharing/share-with-party.ts'

const idOf = ({ params }: StaffRequest) => params.id ?? ''
const toWhom = recipients.filter((one) => one !== 'referrer' && one !== 'agency')

/** With whom, what, and how; a letter is looked through before it counts as shared. */
async function show(request: StaffRequest, problem: Problem = noProblem): Promise<Answer> {
  const { context, actor, t } = request
  const { parties, name } = await listSharings(context, actor, { trajectoryId: idOf(request) })
  const asked = problem !== noProblem || request.form.checked('back')
  const state: FormState = { t, form: asked ? request.form : formOf(null), problem }
  return page(
    t('sharing.form-title'),
    <>
      <Heading level={1}>{t('sharing.form-title')}</Heading>
      <Text lead>{name}</Text>
      <Text>{t('sharing.form-lead')}</Text>
      <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
        <Select
          state={state}
          name="recipient"
          label={t('sharing.recipient')}
          empty=""
          options={toWhom.map((one) => ({ value: one, label: t(`sharing.recipient.${one}`) }))}
        />
        {parties.length > 0 && (
          <Select
            state={state}
            name="networkOrganisationId"
            label={t('sharing.organisation')}
            hint={t('sharing.organisation-hint')}
            empty={t('sharing.organisation-none')}
            options={parties.map(({ id, name: party }) => ({ value: id, label: party }))}
            optional
          />
        )}
        <Checkboxes
          state={state}
          name="items"
          label={t('sharing.what')}
          options={sharedItems.map((item) => ({ value: item, label: t(`sharing.item.${item}`) }))}
        />
        <Radios
          state={state}
          name="way"
          label={t('sharing.way')}
          options={(['spoken', 'letter'] as const).map((way) => ({
            value: way,
            label: t(`sharing.way.${way}`),
          }))}
        />
        <TextArea
          state={state}
          name="text"
          label={t('sharing.words')}
          hint={t('sharing.words-hint')}
          rows={8}
          optional
        />
        <Checkboxes
          state={state}
          name="danger"
          label={t('sharing.danger')}
          options={[{ value: 'yes', label: t('sharing.danger-yes') }]}
          optional
        />
        <Buttons>
          <SubmitButton>{t('sharing.next')}</SubmitButton>
          <Link href={paths.sharing.list(idOf(request))}>{t('sharing.title')}</Link>
        </Buttons>
      </PostForm>
    </>,
    { place: paths.trajectory.caseload() },
  )
}

/** The letter with everything marked; what was chosen before goes along, unseen. */
async function showLook(
  request: StaffRequest,
  traces: readonly FoundTrace[],
  problem: Problem,
): Promise<Answer> {
  const { t, form } = request
  const state: FormState = { t, form, problem }
  const kept = ['recipient', 'networkOrganisationId', 'items', 'way', 'text', 'danger'] as const
  return page(
    t('sharing.look-title'),
    <>
      <Heading level={1}>{t('sharing.look-title')}</Heading>
      <PostForm state={state} submissionKey={form.key ?? request.newKey()}>
        <input type="hidden" name="looked" value="yes" />
        {kept.flatMap((name) =>
          form
            .all(name)
            .map((value) => <input key={`${name}${value}`} type="hidden" name={name} value={value} />),
        )}
        <LookThrough state={state} text={form.text('text')} traces={traces} />
        <Buttons>
          <SubmitButton>{t('sharing.share')}</SubmitButton>
          <SubmitButton name="back" value="yes" kind="secondary">
            {t('sharing.change-text')}
          </SubmitButton>
        </Buttons>
      </PostForm>
    </>,
    { place: paths.trajectory.caseload() },
  )
}

async function share(request: StaffRequest): Promise<Answer> {
  const { context, actor, form } = request
  if (form.checked('back')) return show(request)
  const trajectoryId = idOf(request)
  const input = inputOf(request)
  if (input.way === 'spoken') return save(null)
  if (!input.text) throw new Invalid({ text: 'required' })
  const { traces } = await lookThrough(context, actor, { trajectoryId, text: input.text })
  if (!form.checked('looked')) return showLook(request, traces, noProblem)
  return attempt(
    () => save(lookedOf(form, traces)),
    (problem) => showLook(request, traces, problem),
  )

  async function save(looked: ReturnType<typeof lookedOf> | null): Promise<Answer> {
    await shareWithParty(
      context,
      actor,
      { trajectoryId, ...input, text: looked ? input.text : null, looked },
      form.key ? { key: form.key } : undefined,
    )
    return seeOther(paths.sharing.list(trajectoryId), 'sharing.said.shared')
  }
}

/** What the form says; names the fields of which the command could only say that they can't be right. */
function inputOf({ form }: StaffRequest) {
  const recipient = toWhom.find((one) => one === form.text('recipient'))
  const way = (['spoken', 'letter'] as const).find((one) => one === form.text('way'))
  const items = sharedItems.filter((item) => form.all('items').includes(item))
  if (!recipient || !way || items.length === 0)
    throw new Invalid({
      ...(recipient ? {} : { recipient: 'choose-one' }),
      ...(items.length > 0 ? {} : { items: 'choose-one' }),
      ...(way ? {} : { way: 'choose-one' }),
    })
  return {
    recipient,
    way,
    items,
    networkOrganisationId: form.optional('networkOrganisationId'),
    text: form.optional('text'),
    danger: form.checked('danger'),
  }
}

export const shareRoutes: readonly Route[] = [
  staffRoute({
    path: paths.sharing.share(':id'),
    who: ['coordinator', 'safeguarding_lead'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => share(request),
        (problem) => show(request, problem),
      ),
  }),
]
