import { groupOnMove, placementReasons } from '#domain/team/team.ts'
import { filledForm } from '#pages/form-data.ts'
import { Buttons, type FormState, PostForm, Radios, Select, SubmitButton } from '#pages/look/form.tsx'
import { Heading, Notice, Table, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { TrajectoryTabs } from '#pages/trajectory/trajectory-tabs.tsx'
import { Invalid } from '#usecases/failure.ts'
import { moveTrajectory } from '#usecases/team/move-trajectory.ts'
import { readPlacement } from '#usecases/team/read-placement.ts'

const idOf = (request: StaffRequest) => request.params.id ?? ''

async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, today } = request
  const seen = await readPlacement(context, actor, { trajectoryId: idOf(request) })
  const current = seen.placements.find(({ until }) => until === null)
  const [near] = seen.proposed
  const first = filledForm({ teamId: near?.id, reason: current ? null : 'postcode' })
  const state: FormState = { t, form: problem === noProblem ? first : request.form, problem }
  return page(
    t('team.place-title', { name: seen.name }),
    <>
      <Heading level={1}>{t('team.place-title', { name: seen.name })}</Heading>
      <TrajectoryTabs t={t} id={idOf(request)} actor={actor} current={paths.team.place(idOf(request))} />
      <Text lead>{current ? t('team.is-with', { team: current.team }) : t('team.with-none')}</Text>
      {near && near.id !== current?.teamId && <Notice>{t('team.by-postcode', { team: near.name })}</Notice>}
      {!seen.closed && seen.teams.length > 0 && (
        <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
          <Select
            state={state}
            name="teamId"
            label={t('team.to')}
            empty=""
            options={seen.teams.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Radios
            state={state}
            name="reason"
            label={t('team.why')}
            options={placementReasons.map((one) => ({ value: one, label: t(`team.reason.${one}`) }))}
          />
          {seen.group && (
            <Radios
              state={state}
              name="group"
              label={t('team.group')}
              hint={t('team.group-hint', { group: seen.group.group })}
              options={groupOnMove.map((one) => ({ value: one, label: t(`team.group.${one}`) }))}
            />
          )}
          <Buttons>
            <SubmitButton>{t('team.move')}</SubmitButton>
          </Buttons>
        </PostForm>
      )}
      {seen.placements.length > 0 && (
        <Table
          caption={t('team.history')}
          rows={seen.placements}
          empty={null}
          columns={[
            { heading: t('team.one'), cell: (row) => row.team },
            { heading: t('team.from'), cell: (row) => t.day(row.from, today) },
            { heading: t('team.until'), cell: (row) => (row.until ? t.day(row.until, today) : '—') },
            {
              heading: t('team.why'),
              cell: (row) => {
                const reason = placementReasons.find((one) => one === row.reason)
                return reason ? t(`team.reason.${reason}`) : '—'
              },
            },
          ]}
        />
      )}
    </>,
    { place: paths.trajectory.caseload() },
  )
}

/** To which team a trajectory belongs, and how it goes to another. */
export const placeRoutes: readonly Route[] = [
  staffRoute({
    path: paths.team.place(':id'),
    who: ['coordinator'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form } = request
          const reason = placementReasons.find((one) => one === form.text('reason'))
          const teamId = form.optional('teamId')
          if (!reason || !teamId)
            throw new Invalid({
              ...(teamId ? {} : { teamId: 'choose-one' }),
              ...(reason ? {} : { reason: 'choose-one' }),
            })
          const group = groupOnMove.find((one) => one === form.text('group')) ?? null
          const input = { trajectoryId: idOf(request), teamId, reason, group }
          await moveTrajectory(context, actor, input, form.key ? { key: form.key } : undefined)
          return seeOther(paths.team.place(idOf(request)), 'team.said.moved')
        },
        (problem) => show(request, problem),
      ),
  }),
]
