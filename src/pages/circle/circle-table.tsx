import type { Moved } from '#domain/circle/circle-on.ts'
import type { Ring, Told } from '#domain/circle/supporter.ts'
import { calledAs, whatToHer } from '#pages/circle/circle-picture.tsx'
import { Link, Table } from '#pages/look/parts.tsx'
import { paths } from '#pages/paths.ts'
import type { T } from '#pages/words/words.ts'
import type { Circle } from '#usecases/circle/read-circle.ts'

/** Numbers by which pictures and table know everybody: who is there now first. */
export const numbered = (moves: readonly Moved[]) => moves.map((one, at) => ({ ...one, number: at + 1 }))

const ringWords = (t: T, told: Pick<Told, 'ring'> | null): string =>
  told ? t(`circle.ring.${told.ring as Ring}`) : '—'

/** The same as the pictures, and what they can't say. */
export const Everybody = ({ t, circle }: { t: T; circle: Circle }) => {
  const today = new Map(circle.now.map((one) => [one.id, one]))
  return (
    <Table
      caption={t('circle.table')}
      rows={numbered(circle.moves)}
      empty={null}
      columns={[
        {
          heading: t('circle.column.who'),
          cell: ({ id, number, now, was }) => {
            const told = now ?? was
            const called = told ? `${number}. ${calledAs(t, told)}` : ''
            return now && circle.mayWrite ? (
              <Link href={paths.circle.supporter(circle.trajectoryId, id)}>{called}</Link>
            ) : (
              called
            )
          },
        },
        {
          heading: t('circle.column.what'),
          cell: ({ now, was }) => {
            const told = now ?? was
            return told && whatToHer(t, told)
          },
        },
        ...(circle.thenOn
          ? [{ heading: t('circle.column.then'), cell: ({ was }: Moved) => ringWords(t, was) }]
          : []),
        {
          heading: t('circle.column.now'),
          cell: ({ now, move }) =>
            circle.thenOn && move !== 'same'
              ? `${now ? `${ringWords(t, now)}, ` : ''}${t(`circle.move.${move}`)}`
              : ringWords(t, now),
        },
        { heading: t('circle.column.helps'), cell: ({ now }) => now?.helpsWith ?? '—' },
        {
          heading: t('circle.column.talk'),
          cell: ({ id }) => {
            const since = today.get(id)?.mayTalkSince
            return since ? t('circle.talk-since', { day: t.longDay(since) }) : t('circle.talk-no')
          },
        },
        {
          heading: t('circle.column.last'),
          cell: ({ now }) => (now?.lastContactOn ? t.longDay(now.lastContactOn) : '—'),
        },
      ]}
    />
  )
}
