import { formOf } from '#pages/form-data.ts'
import { Buttons, PostForm, SubmitButton } from '#pages/look/form.tsx'
import { ButtonLink, Empty, Heading, Link, Summary, Table, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { listGroupCompositions } from '#usecases/group-composition/list-group-compositions.ts'
import { openGroupComposition } from '#usecases/group-composition/open-group-composition.ts'

/** The programmes whose groups are composed, and what was proposed before. */
async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, today } = request
  const { programmes, ended } = await listGroupCompositions(context, actor, {})
  return page(
    t('composition.title'),
    <>
      <Heading level={1}>{t('composition.title')}</Heading>
      <Text lead>{t('composition.lead')}</Text>
      {programmes.length === 0 && <Empty title={t('composition.none')} />}
      {programmes.map((one) => (
        <section key={one.programmeId}>
          <Heading>{one.label[t.language]}</Heading>
          <Summary
            rows={[
              [t('composition.waiting'), String(one.waiting)],
              [t('composition.groups'), String(one.groups)],
            ]}
          />
          {one.withoutHour > 0 && <Text>{t('composition.without-hour', { count: one.withoutHour })}</Text>}
          {one.open ? (
            <p class="naast-actions">
              <ButtonLink href={paths.composition.one(one.open.id)}>
                {t('composition.go-on', { day: t.day(one.open.openedOn, today) })}
              </ButtonLink>
            </p>
          ) : (
            <PostForm
              state={{
                t,
                form: formOf(null),
                problem: request.form.text('programmeId') === one.programmeId ? problem : noProblem,
              }}
              submissionKey={request.newKey()}
            >
              <input type="hidden" name="programmeId" value={one.programmeId} />
              <Buttons>
                <SubmitButton>{t('composition.open')}</SubmitButton>
              </Buttons>
            </PostForm>
          )}
        </section>
      ))}
      {ended.length > 0 && (
        <Table
          caption={t('composition.ended')}
          rows={ended}
          empty={null}
          columns={[
            {
              heading: t('composition.column.when'),
              cell: (one) => <Link href={paths.composition.one(one.id)}>{t.day(one.endedOn, today)}</Link>,
            },
            { heading: t('composition.column.programme'), cell: (one) => one.programme[t.language] },
            { heading: t('group.column.state'), cell: (one) => t(`composition.state.${one.state}`) },
            { heading: t('composition.column.women'), numeric: true, cell: (one) => String(one.seats) },
          ]}
        />
      )}
      <Link href={paths.group.list()}>{t('group.title')}</Link>
    </>,
    { place: paths.group.list() },
  )
}

export const compositionsRoutes: readonly Route[] = [
  staffRoute({
    path: paths.composition.list(),
    who: ['coordinator'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form } = request
          const { compositionId } = await openGroupComposition(
            context,
            actor,
            { programmeId: form.text('programmeId') },
            form.key ? { key: form.key } : undefined,
          )
          return seeOther(paths.composition.one(compositionId), 'composition.said.opened')
        },
        (problem) => show(request, problem),
      ),
  }),
]
