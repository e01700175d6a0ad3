import { travelModes } from '#domain/match/travel.ts'
import { readTypedDay } from '#domain/typed-day.ts'
import { avoided, awayKinds, childAges } from '#domain/worker/own-file.ts'
import { type Form, filledForm } from '#pages/form-data.ts'
import { ButtonLink, Heading, Link, Notice, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, type Problem } from '#pages/problem.ts'
import { gateMendOwn, gateName, gateReason } from '#pages/worker/gate-words.ts'
import { AvoidanceForms, AwayForms, HomeForm, OwnForm } from '#pages/worker/my-file-forms.tsx'
import { coordinatorWords } from '#pages/worker/one-worker.tsx'
import { filledProfile, readProfile } from '#pages/worker/profile-fields.tsx'
import { Invalid } from '#usecases/failure.ts'
import { changeOwnFile } from '#usecases/worker/change-own-file.ts'
import { endAvoidance } from '#usecases/worker/end-avoidance.ts'
import { markOwnHome } from '#usecases/worker/mark-own-home.ts'
import { type OwnFile, readOwnFile } from '#usecases/worker/read-own-file.ts'
import { tellAvoidance } from '#usecases/worker/tell-avoidance.ts'
import { tellAway } from '#usecases/worker/tell-away.ts'
import { withdrawAway } from '#usecases/worker/withdraw-away.ts'

type Which = 'own' | 'away' | 'avoid'
interface Trouble {
  readonly which: Which
  readonly problem: Problem
}

/** A worker's own page: what is noticed, what she still has to do, and what is hers to say. */
async function show(request: StaffRequest, trouble: Trouble | null = null) {
  const { context, actor, t } = request
  const file = await readOwnFile(context, actor, {})
  const problemOf = (which: Which) => (trouble?.which === which ? trouble.problem : null)
  return page(
    t('my-file.title'),
    <>
      <Heading level={1}>{t('my-file.title')}</Heading>
      {file.milestone && (
        <Notice tone="done" title={t(`my-file.milestone.${file.milestone.visits}`)}>
          <Text>{t('my-file.milestone-thanks')}</Text>
        </Notice>
      )}
      <ToDo request={request} file={file} />
      <p class="naast-actions">
        <ButtonLink kind="secondary" href={paths.training.list()}>
          {t('training.title')}
        </ButtonLink>
        <ButtonLink kind="secondary" href={paths.worker.learning(file.workerId)}>
          {t('training.record')}
        </ButtonLink>
        {file.givesMoney && (
          <ButtonLink kind="secondary" href={paths.expense.mine()}>
            {t('expense.mine')}
          </ButtonLink>
        )}
      </p>
      <AwayForms request={request} file={file} problem={problemOf('away')} />
      <OwnForm request={request} file={file} problem={problemOf('own')} filled={filled(file)} />
      <HomeForm request={request} file={file} />
      <AvoidanceForms request={request} file={file} problem={problemOf('avoid')} />
    </>,
    { place: paths.worker.mine() },
  )
}

const ToDo = ({ request: { t, today }, file }: { request: StaffRequest; file: OwnFile }) => {
  const next = file.talks.find(({ state, unsaid }) => state === 'planned' && !unsaid)
  return (
    <>
      {(file.closed.length > 0 || file.closing.length > 0 || file.toSign > 0) && (
        <Notice tone="attention" title={t('my-file.to-do')}>
          <ul class="naast-plain-list">
            {file.toSign > 0 && (
              <li>
                <Link href={paths.worker.sign()}>{t('my-file.to-sign', { count: file.toSign })}</Link>
              </li>
            )}
            {file.closed.map((gate) => (
              <li key={gate.kind}>
                {gateReason(t, gate)}. {gateMendOwn(t, gate)}
              </li>
            ))}
            {file.closing.map((gate) => (
              <li key={gate.kind}>
                {t('my-file.closing', {
                  what: gateName(t, gate),
                  day: gate.validUntil ? t.longDay(gate.validUntil) : '',
                })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {file.coordinator && (
        <Text>
          {t('duties.coordinator')}: {coordinatorWords(t, file.coordinator)}
        </Text>
      )}
      {next && <Text>{t('my-file.next-talk', { day: t.day(next.on, today) })}</Text>}
    </>
  )
}

const filled = (file: OwnFile): Form =>
  filledForm({
    ...Object.fromEntries(file.speaks.map((code, at) => [`speaks.${at}`, code])),
    ...Object.fromEntries(file.reads.map((code, at) => [`reads.${at}`, code])),
    childAges: file.childAges,
    avoids: file.avoids,
    travels: file.travels,
    capacity: String(file.capacity),
    ...filledProfile(file.profile, 'profile'),
  })

const chosen = <const Values extends readonly string[]>(values: Values, said: readonly string[]) =>
  values.filter((value): value is Values[number] => said.includes(value))
const keyOf = ({ form }: StaffRequest) => (form.key ? { key: form.key } : undefined)

async function change(request: StaffRequest): Promise<string> {
  const { context, actor, form } = request
  const languages = (name: string) => [0, 1, 2, 3].flatMap((at) => form.optional(`${name}.${at}`) ?? [])
  const wanted = form.text('capacity')
  await changeOwnFile(
    context,
    actor,
    {
      version: Number(form.text('version')),
      file: {
        speaks: languages('speaks'),
        reads: languages('reads'),
        profile: readProfile(form, 'profile'),
        childAges: chosen(childAges, form.all('childAges')),
        avoids: chosen(avoided, form.all('avoids')),
        travels: chosen(travelModes, form.all('travels')),
        capacity: /^\d{1,3}$/.test(wanted) ? Number(wanted) : Number.NaN,
      },
    },
    keyOf(request),
  ).catch((error: unknown) => {
    throw error instanceof Invalid
      ? new Invalid(
          Object.fromEntries(
            Object.entries(error.fields).map(([name, code]) => [name.replace(/^file\./, ''), code]),
          ),
        )
      : error
  })
  return 'my-file.said.changed'
}

async function away(request: StaffRequest): Promise<string> {
  const { context, actor, form, today } = request
  const kind = awayKinds.find((one) => one === form.text('kind'))
  if (!kind) throw new Invalid({ kind: 'choose-one' })
  const day = (name: string) => readTypedDay(form.text(name), { today }) ?? form.text(name)
  await tellAway(
    context,
    actor,
    { workerId: actor.workerId ?? '', kind, from: day('from'), until: day('until') },
    keyOf(request),
  )
  return 'my-file.said.away'
}

async function back(request: StaffRequest): Promise<string> {
  const { context, actor, form } = request
  await withdrawAway(
    context,
    actor,
    { workerId: actor.workerId ?? '', awayId: form.text('awayId') },
    keyOf(request),
  )
  return 'my-file.said.back'
}

async function avoid(request: StaffRequest): Promise<string> {
  const { context, actor, form } = request
  await tellAvoidance(context, actor, { words: form.text('words') }, keyOf(request))
  return 'my-file.said.avoid'
}

async function hideHome(request: StaffRequest): Promise<string> {
  const { context, actor, form } = request
  await markOwnHome(context, actor, { secret: form.text('secret') === 'yes' }, keyOf(request))
  return 'my-file.said.changed'
}

async function avoidNoMore(request: StaffRequest): Promise<string> {
  const { context, actor, form } = request
  await endAvoidance(context, actor, { avoidanceId: form.text('avoidanceId') }, keyOf(request))
  return 'my-file.said.changed'
}

const deed = (path: string, which: Which, doIt: (request: StaffRequest) => Promise<string>): Route =>
  staffRoute({
    path,
    who: ['worker'],
    get: async () => seeOther(paths.worker.mine()),
    post: (request) =>
      attempt(
        async () => seeOther(paths.worker.mine(), await doIt(request)),
        (problem) => show(request, { which, problem }),
      ),
  })

export const myFileRoutes: readonly Route[] = [
  staffRoute({
    path: paths.worker.mine(),
    who: ['worker'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        async () => seeOther(paths.worker.mine(), await change(request)),
        (problem) => show(request, { which: 'own', problem }),
      ),
  }),
  deed(paths.worker.away(), 'away', away),
  deed(paths.worker.back(), 'away', back),
  deed(paths.worker.avoid(), 'avoid', avoid),
  deed(paths.worker.avoidNoMore(), 'avoid', avoidNoMore),
  deed(paths.worker.ownHome(), 'own', hideHome),
]
