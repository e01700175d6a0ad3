import { formOf } from '#pages/form-data.ts'
import { ErrorSummary, SubmitButton } from '#pages/look/form.tsx'
import { ButtonLink, Empty, Heading, Link, Table, Text } from '#pages/look/parts.tsx'
import { type PageAnswer, page, type StaffRequest } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { noProblem, type Problem } from '#pages/problem.ts'
import type { MeetingList } from '#usecases/matching-meeting/meeting-view.ts'

/** Open one or go on with it, and what came of those before. */
export function meetingsPage(
  request: StaffRequest,
  list: MeetingList,
  problem: Problem = noProblem,
): PageAnswer {
  const { t, today } = request
  return page(
    t('matching.meetings'),
    <>
      <Heading level={1}>{t('matching.meetings')}</Heading>
      <ErrorSummary state={{ t, form: formOf(null), problem }} />
      <Text lead>{t('matching.wait-for-one', { count: list.waiting })}</Text>
      {list.open ? (
        <>
          <Text>
            {t('matching.open-since', {
              day: t.day(list.open.openedOn, today),
              by: list.open.openedBy ?? '—',
            })}
          </Text>
          <p class="utrecht-paragraph">
            <ButtonLink href={paths.meeting.one(list.open.meetingId)}>{t('matching.go-on')}</ButtonLink>
          </p>
        </>
      ) : (
        <>
          <Text>{t('matching.open-hint')}</Text>
          <form method="post" action={paths.meeting.list()}>
            <input type="hidden" name="key" value={request.newKey()} />
            <SubmitButton>{t('matching.open')}</SubmitButton>
          </form>
        </>
      )}
      <Table
        caption={t('matching.before')}
        rows={list.ended}
        empty={<Empty title={t('matching.none-before')} />}
        columns={[
          {
            heading: t('matching.column.day'),
            cell: (one) => <Link href={paths.meeting.one(one.meetingId)}>{t.day(one.endedOn, today)}</Link>,
          },
          { heading: t('matching.column.result'), cell: ({ state }) => t(`matching.state.${state}`) },
          { heading: t('matching.column.proposals'), cell: ({ pairs }) => pairs, numeric: true },
        ]}
      />
      <p class="utrecht-paragraph">
        <Link href={paths.meeting.choices()}>{t('matching.choices')}</Link>
      </p>
    </>,
    { place: paths.match.waiting() },
  )
}
