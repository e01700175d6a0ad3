import { Buttons, type FormState, PostForm, SubmitButton, TextField } from '#pages/look/form.tsx'
import { Card, Empty, Heading, Link, Tag, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { searchRoles } from '#pages/search/search-box.tsx'
import type { T } from '#pages/words/words.ts'
import { type FoundPerson, type FoundWorker, searchPeople } from '#usecases/person/search-people.ts'

interface Found {
  people: readonly FoundPerson[]
  workers: readonly FoundWorker[]
}

function show(request: StaffRequest, found: Found | null, problem: Problem = noProblem) {
  const { t, form } = request
  const state: FormState = { t, form, problem }
  const text = form.text('text')
  return page(
    t('search.title'),
    <>
      <Heading level={1}>{t('search.title')}</Heading>
      <PostForm state={state} submissionKey={request.newKey()}>
        <TextField
          state={state}
          name="text"
          label={t('search.label')}
          hint={t('search.hint')}
          type="search"
          width={20}
        />
        <Buttons>
          <SubmitButton>{t('search.go')}</SubmitButton>
        </Buttons>
      </PostForm>
      {found && (text.length < 2 ? <Empty title={t('search.too-short')} /> : <Results t={t} found={found} />)}
    </>,
  )
}

const Results = ({ t, found: { people, workers } }: { t: T; found: Found }) => (
  <div>
    {people.length === 0 && workers.length === 0 && (
      <Empty title={t('search.nobody')}>
        <Text>{t('search.nobody-hint')}</Text>
        <Text>
          {t('glass.when')} <Link href={paths.breakGlass.open()}>{t('glass.title')}</Link>
        </Text>
      </Empty>
    )}
    {people.length > 0 && <Heading>{t('search.found', { count: people.length })}</Heading>}
    {people.map((person) => (
      <PersonCard key={person.personId} t={t} person={person} />
    ))}
    {workers.length > 0 && (
      <section>
        <Heading>{t('search.workers')}</Heading>
        {workers.map((worker) => (
          <Card
            key={worker.workerId}
            title={worker.name}
            href={paths.worker.one(worker.workerId)}
            tag={<Tag>{stateWord(t, 'worker.state', worker.state)}</Tag>}
          />
        ))}
      </section>
    )}
  </div>
)

const PersonCard = ({ t, person }: { t: T; person: FoundPerson }) => {
  const [trajectory] = person.trajectories
  const [referral] = person.referrals
  const href = trajectory
    ? paths.trajectory.one(trajectory.id)
    : referral
      ? paths.desk.one(referral.id)
      : undefined
  return (
    <Card title={person.name} href={href} tag={<Tag tone="info">{t(`search.by.${person.by}`)}</Tag>}>
      <Text>
        {[
          person.birthDay && `${t('search.born')} ${t.longDay(person.birthDay)}`,
          person.area && t('search.district', { area: person.area }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <ul class="naast-plain-list">
        {person.trajectories.map((one) => (
          <li key={one.id}>
            <Link href={paths.trajectory.one(one.id)}>{t('search.trajectory')}</Link>{' '}
            <Tag>{stateWord(t, 'trajectory.state', one.state)}</Tag>
          </li>
        ))}
        {person.referrals.map((one) => (
          <li key={one.id}>
            <Link href={paths.desk.one(one.id)}>
              {t('search.referral', { day: t.longDay(one.receivedOn) })}
            </Link>{' '}
            <Tag>{stateWord(t, 'referral.state', one.state)}</Tag>
          </li>
        ))}
      </ul>
    </Card>
  )
}

const stateWord = (t: T, prefix: string, state: string): string => {
  const key = `${prefix}.${state}`
  return t.has(key) ? t(key) : state
}

export const searchRoutes: readonly Route[] = [
  staffRoute({
    path: paths.search(),
    who: searchRoles,
    get: async (request) => show(request, null),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form } = request
          return show(request, await searchPeople(context, actor, { text: form.text('text') }))
        },
        async (problem) => show(request, null, problem),
      ),
  }),
]
