import type { Day } from '#domain/day.ts'
import { stepNames } from '#domain/meldcode/meldcode.ts'
import { Card, Empty, Heading, Tag, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import type { T } from '#pages/words/words.ts'
import { listMeldcodes, type MeldcodeList } from '#usecases/meldcode/list-meldcodes.ts'

/** All that are open and hers to see: how far, who has it, since when and what waits. */
async function show({ context, actor, t, today }: StaffRequest) {
  const { lines } = await listMeldcodes(context, actor, {})
  return page(
    t('meldcode.title'),
    <>
      <Heading level={1}>
        {lines.length === 0 ? t('meldcode.title') : t('meldcode.list', { count: lines.length })}
      </Heading>
      <MeldcodeCards t={t} today={today} lines={lines} />
      {lines.length === 0 && <Empty title={t('meldcode.list-empty')} />}
    </>,
    { place: paths.today() },
  )
}

export const MeldcodeCards = ({ t, today, lines }: { t: T; today: Day } & Pick<MeldcodeList, 'lines'>) => (
  <>
    {lines.map((line) => (
      <Card
        key={line.id}
        level={3}
        title={t(`meldcode.of-${line.about}`, { name: line.name })}
        href={paths.meldcode.one(line.id)}
        tag={
          <Tag tone={line.state === 'closed' ? 'neutral' : line.timeToCall ? 'danger' : 'attention'}>
            {t(`meldcode.state.${line.state}`)}
          </Tag>
        }
      >
        <Text>
          {t('meldcode.line', {
            day: t.day(line.openedOn, today),
            count: line.days,
            name: line.handler,
            done: line.steps.length,
            all: stepNames.length,
          })}
        </Text>
        {line.clock && (
          <Text>
            {t(line.timeToCall ? 'meldcode.call-now' : 'meldcode.call-on', {
              day: t.day(line.clock.callOn, today),
            })}
          </Text>
        )}
      </Card>
    ))}
  </>
)

export const meldcodeListRoutes: readonly Route[] = [
  staffRoute({
    path: paths.meldcode.list(),
    who: ['coordinator', 'worker', 'safeguarding_lead'],
    get: (request) => show(request),
  }),
]
