import type { LicenceState } from '#domain/instrument/licence-gate.ts'
import { Heading, Link, Table, Tag, Text, type Tone } from '#pages/look/parts.tsx'
import { type Answer, page, type Route, type StaffRequest, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import type { T } from '#pages/words/words.ts'
import { listInstruments } from '#usecases/instrument/list-instruments.ts'

const tones: Record<LicenceState, Tone> = { free: 'done', held: 'done', ended: 'attention', none: 'neutral' }

/** Whether it may be asked here, in a word. */
export const LicenceTag = ({ t, licence }: { t: T; licence: LicenceState }) => (
  <Tag tone={tones[licence]}>{t(`instrument.state.${licence}`)}</Tag>
)

/** All questionnaires at a glance: what each is about, whether it may be asked here, who asks it. */
async function show({ context, actor, t }: StaffRequest): Promise<Answer> {
  const { instruments } = await listInstruments(context, actor, {})
  return page(
    t('instrument.title'),
    <>
      <Heading level={1}>{t('instrument.title')}</Heading>
      <Text lead>{t('instrument.lead')}</Text>
      <Table
        caption={t('instrument.title')}
        alone
        rows={instruments}
        empty={null}
        columns={[
          {
            heading: t('instrument.about'),
            cell: ({ instrument }) => (
              <>
                <Link href={paths.instrument.one(instrument.id)}>{instrument.title[t.language]}</Link>
                <br />
                {instrument.about[t.language]}
              </>
            ),
          },
          {
            heading: t('instrument.items'),
            cell: ({ instrument }) => String(instrument.items.length),
          },
          {
            heading: t('instrument.state'),
            cell: ({ licence }) => <LicenceTag t={t} licence={licence} />,
          },
          {
            heading: t('instrument.asked-by'),
            cell: ({ askedBy }) => [...new Set(askedBy.map((label) => label[t.language]))].join(', '),
          },
        ]}
      />
    </>,
    { place: paths.programme.list() },
  )
}

export const instrumentListRoutes: readonly Route[] = [
  staffRoute({
    path: paths.instrument.list(),
    who: ['coordinator', 'programme_manager', 'administrator', 'safeguarding_lead'],
    get: show,
  }),
]
