import { splitAreas } from '#domain/area/typed-areas.ts'
import { formOf } from '#pages/form-data.ts'
import { type FormState, TextArea, TextField } from '#pages/look/form.tsx'
import { Empty, Heading, Link, Table, Text } from '#pages/look/parts.tsx'
import { SaveForm } from '#pages/network/keep-forms.tsx'
import { inOwnNames } from '#pages/network/network-form.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { createTeam } from '#usecases/team/create-team.ts'
import { listTeams } from '#usecases/team/list-teams.ts'

async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t } = request
  const teams = await listTeams(context, actor, {})
  const state: FormState = { t, form: problem === noProblem ? formOf(null) : request.form, problem }
  return page(
    t('team.title'),
    <>
      <Heading level={1}>{t('team.title')}</Heading>
      <Text lead>{t('team.lead')}</Text>
      <Table
        caption={t('team.title')}
        alone
        rows={teams}
        empty={<Empty title={t('team.empty')} />}
        columns={[
          { heading: t('team.name'), cell: (row) => <Link href={paths.team.one(row.id)}>{row.name}</Link> },
          { heading: t('network.areas'), cell: (row) => row.areas.join(', ') || '—' },
          { heading: t('team.people'), cell: (row) => String(row.people) },
          { heading: t('team.running'), cell: (row) => String(row.running) },
        ]}
      />
      <details class="naast-more" open={problem !== noProblem}>
        <summary>{t('team.new')}</summary>
        <SaveForm state={state} submissionKey={request.form.key ?? request.newKey()} words={t('team.create')}>
          <TeamFields state={state} />
        </SaveForm>
      </details>
    </>,
    { place: paths.network.list() },
  )
}

export const TeamFields = ({ state }: { state: FormState }) => {
  const { t } = state
  return (
    <>
      <TextField state={state} name="name" label={t('team.name')} />
      <TextArea
        state={state}
        name="areas"
        label={t('network.areas')}
        hint={t('team.areas-hint')}
        rows={3}
        optional
      />
    </>
  )
}

/** Teams and where they work: 43 of them stay one page. */
export const teamListRoutes: readonly Route[] = [
  staffRoute({
    path: paths.team.list(),
    who: ['coordinator', 'administrator'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form } = request
          const { id } = await createTeam(
            context,
            actor,
            { team: { name: form.text('name'), areas: splitAreas(form.text('areas')) } },
            form.key ? { key: form.key } : undefined,
          ).catch((error: unknown) => {
            throw inOwnNames(error)
          })
          return seeOther(paths.team.one(id), 'team.said.saved')
        },
        (problem) => show(request, problem),
      ),
  }),
]
