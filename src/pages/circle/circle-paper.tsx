import { CircleKey, CirclePicture, calledAs } from '#pages/circle/circle-picture.tsx'
import { Heading, Table } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { readCirclePaper } from '#usecases/circle/read-circle-paper.ts'

/** Her own paper: it speaks of "me", and says nothing of who we are. */
async function paper({ context, actor, t, params }: StaffRequest) {
  const circle = await readCirclePaper(context, actor, { trajectoryId: params.id ?? '' })
  const people = circle.people.map((one, at) => ({ ...one, number: at + 1 }))
  return page(
    t('circle.paper-title'),
    <>
      <Heading level={1}>{t('circle.paper-title')}</Heading>
      <CirclePicture
        t={t}
        id="circle"
        title={t('circle.paper-title')}
        middle={t('circle.me')}
        people={people}
      />
      <CircleKey t={t} kinds={people.map(({ kind }) => kind)} />
      <Table
        caption={t('circle.paper-table')}
        rows={people}
        empty={null}
        columns={[
          { heading: t('circle.column.who'), cell: (one) => `${one.number}. ${calledAs(t, one)}` },
          { heading: t('circle.column.helps'), cell: ({ helpsWith }) => helpsWith ?? '' },
        ]}
      />
    </>,
    { frame: 'paper' },
  )
}

export const circlePaperRoutes: readonly Route[] = [
  staffRoute({ path: paths.circle.paper(':id'), who: ['coordinator', 'worker'], get: paper }),
]
