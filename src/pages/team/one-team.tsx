import { splitAreas } from '#domain/area/typed-areas.ts'
import { isMemberWith } from '#domain/member/actor.ts'
import { filledForm, formOf } from '#pages/form-data.ts'
import { Buttons, type FormState, PostForm, Select, SubmitButton } from '#pages/look/form.tsx'
import { Empty, Heading, Link, Notice, Table, Text } from '#pages/look/parts.tsx'
import { EndForm, SaveForm } from '#pages/network/keep-forms.tsx'
import { inOwnNames } from '#pages/network/network-form.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { TeamFields } from '#pages/team/teams.tsx'
import { changeTeam } from '#usecases/team/change-team.ts'
import { endTeam } from '#usecases/team/end-team.ts'
import { joinTeam } from '#usecases/team/join-team.ts'
import { leaveTeam } from '#usecases/team/leave-team.ts'
import { readTeam } from '#usecases/team/read-team.ts'
import { listWorkers } from '#usecases/worker/list-workers.ts'

const who = ['coordinator', 'administrator'] as const
const idOf = (request: StaffRequest) => request.params.id ?? ''
const submissionOf = ({ form }: StaffRequest) => (form.key ? { key: form.key } : undefined)
type Part = 'change' | 'members' | 'end'

async function show(request: StaffRequest, which: Part | null = null, problem: Problem = noProblem) {
  const { context, actor, t, today, form } = request
  const team = await readTeam(context, actor, { id: idOf(request) })
  const now = team.members.filter(({ until }) => until === null)
  // Whoever may not see the workers' files may say where a team works, not who is in it.
  const workers = isMemberWith(actor, 'coordinator') ? await listWorkers(context, actor, {}) : []
  const free = workers.filter(({ workerId }) => !now.some((member) => member.workerId === workerId))
  const stateOf = (part: Part): FormState => ({
    t,
    form:
      which === part
        ? form
        : part === 'change'
          ? filledForm({ name: team.name, areas: team.areas.join('\n') })
          : formOf(null),
    problem: which === part ? problem : noProblem,
  })
  return page(
    team.name,
    <>
      <Heading level={1}>{team.name}</Heading>
      {team.ended && <Notice tone="attention">{t('team.ended')}</Notice>}
      <Text lead>
        {team.areas.length > 0 ? t('team.works-in', { areas: team.areas.join(', ') }) : t('team.no-areas')}
      </Text>
      {team.unknownCodes && (
        <Notice tone="attention">
          {t('team.unknown-codes', {
            codes: team.unknownCodes.codes.join(', '),
            years: team.unknownCodes.years.join(', '),
          })}
        </Notice>
      )}
      <Table
        caption={t('team.people')}
        rows={team.members}
        empty={<Empty title={t('team.nobody')} />}
        columns={[
          { heading: t('team.who'), cell: (row) => row.name },
          { heading: t('team.from'), cell: (row) => t.day(row.from, today) },
          {
            heading: t('team.until'),
            cell: (row) =>
              row.until ? (
                t.day(row.until, today)
              ) : (
                <form method="post" action={paths.team.members(team.id)} class="naast-inline-form">
                  <input type="hidden" name="key" value={request.newKey()} />
                  <input type="hidden" name="leaves" value={row.workerId} />
                  <button type="submit" class="utrecht-button utrecht-button--subtle">
                    {t('team.leaves')}
                    <span class="naast-visually-hidden"> {row.name}</span>
                  </button>
                </form>
              ),
          },
        ]}
      />
      {!team.ended && (
        <>
          {free.length > 0 && (
            <PostForm
              state={stateOf('members')}
              submissionKey={request.newKey()}
              action={paths.team.members(team.id)}
            >
              <Select
                state={stateOf('members')}
                name="workerId"
                label={t('team.joins')}
                empty=""
                options={free.map(({ workerId, name }) => ({ value: workerId, label: name }))}
              />
              <Buttons>
                <SubmitButton kind="secondary">{t('team.join')}</SubmitButton>
              </Buttons>
            </PostForm>
          )}
          <Heading>{t('team.change')}</Heading>
          <SaveForm
            state={stateOf('change')}
            submissionKey={request.newKey()}
            version={team.version}
            action={paths.team.one(team.id)}
            words={t('network.save')}
          >
            <TeamFields state={stateOf('change')} />
          </SaveForm>
          <EndForm
            state={stateOf('end')}
            submissionKey={request.newKey()}
            version={team.version}
            action={paths.team.end(team.id)}
            words={t('team.end')}
            text={t('team.end-text')}
          />
        </>
      )}
      <Link href={paths.team.list()}>{t('team.title')}</Link>
    </>,
    { place: paths.network.list() },
  )
}

export const oneTeamRoutes: readonly Route[] = [
  staffRoute({
    path: paths.team.one(':id'),
    who,
    get: (request) => show(request),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form } = request
          const team = { name: form.text('name'), areas: splitAreas(form.text('areas')) }
          const input = { id: idOf(request), version: Number(form.text('version')), team }
          await changeTeam(context, actor, input, submissionOf(request)).catch((error: unknown) => {
            throw inOwnNames(error)
          })
          return seeOther(paths.team.one(idOf(request)), 'team.said.saved')
        },
        (problem) => show(request, 'change', problem),
      ),
  }),
  staffRoute({
    path: paths.team.members(':id'),
    who,
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form } = request
          const id = idOf(request)
          const leaves = form.optional('leaves')
          if (leaves) await leaveTeam(context, actor, { id, workerId: leaves }, submissionOf(request))
          else await joinTeam(context, actor, { id, workerId: form.text('workerId') }, submissionOf(request))
          return seeOther(paths.team.one(id), 'team.said.saved')
        },
        (problem) => show(request, 'members', problem),
      ),
  }),
  staffRoute({
    path: paths.team.end(':id'),
    who,
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form } = request
          const input = { id: idOf(request), version: Number(form.text('version')) }
          await endTeam(context, actor, input, submissionOf(request))
          return seeOther(paths.team.list(), 'team.said.ended')
        },
        (problem) => show(request, 'end', problem),
      ),
  }),
]
