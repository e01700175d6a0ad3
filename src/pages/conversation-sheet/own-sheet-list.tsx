import { textIn } from '#domain/conversation-sheet/conversation-sheet.ts'
import { momentName } from '#pages/conversation-sheet/sheet-view.tsx'
import { Buttons } from '#pages/look/form.tsx'
import { ButtonLink, Empty, Heading, Link, Table, Tag, Text } from '#pages/look/parts.tsx'
import { type Answer, page, type Route, type StaffRequest, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { programmeLabel } from '#pages/programme/one-programme.tsx'
import type { T } from '#pages/words/words.ts'
import { listOwnSheets, type OwnSheets } from '#usecases/conversation-sheet/list-own-sheets.ts'

type Programme = OwnSheets['programmes'][number]
type Sheet = Programme['sheets'][number]

/** What the organisation wrote itself or took in, by programme; and whose material it may use until when. */
async function show({ context, actor, t }: StaffRequest): Promise<Answer> {
  const { programmes, licences } = await listOwnSheets(context, actor, {})
  return page(
    t('sheet.own-title'),
    <>
      <Heading level={1}>{t('sheet.own-title')}</Heading>
      <Text lead>{t('sheet.own-lead')}</Text>
      <Buttons>
        <ButtonLink href={paths.conversationSheet.begin()}>{t('sheet.begin')}</ButtonLink>
        <ButtonLink kind="secondary" href={paths.conversationSheet.load()}>
          {t('sheet.load')}
        </ButtonLink>
      </Buttons>
      {programmes.map((programme) => (
        <section key={programme.id}>
          <Heading>{programmeLabel(t, programme)}</Heading>
          <Text quiet>{t('sheet.shipped', { count: programme.shipped })}</Text>
          <Table
            caption={programmeLabel(t, programme)}
            alone
            rows={programme.sheets}
            empty={<Empty title={t('sheet.own-none')} />}
            columns={[
              {
                heading: t('sheet.column.sheet'),
                cell: (sheet) => <Title t={t} sheet={sheet} />,
              },
              {
                heading: t('sheet.language'),
                cell: ({ texts }) =>
                  Object.keys(texts)
                    .map((code) => t.languageName(code))
                    .join(', '),
              },
              { heading: t('sheet.column.state'), cell: (sheet) => <State t={t} sheet={sheet} /> },
            ]}
          />
        </section>
      ))}
      {licences.length > 0 && (
        <Table
          caption={t('sheet.licences')}
          rows={licences}
          empty={null}
          columns={[
            { heading: t('sheet.licence.holder'), cell: ({ holder }) => holder },
            { heading: t('sheet.licence.note'), cell: ({ note }) => note ?? '—' },
            {
              heading: t('sheet.licence.until'),
              cell: ({ until, held }) => (
                <>
                  {t.longDay(until)} {!held && <Tag tone="attention">{t('sheet.licence.ended')}</Tag>}
                </>
              ),
            },
          ]}
        />
      )}
    </>,
    { place: paths.programme.list() },
  )
}

const Title = ({ t, sheet }: { t: T; sheet: Sheet }) => {
  const words = `${momentName(t, sheet.moment)}: ${textIn(sheet, [t.language])?.text.title ?? ''}`
  return sheet.licence && !sheet.licence.held ? (
    <span>{words}</span>
  ) : (
    <Link href={paths.conversationSheet.one(sheet.id)}>{words}</Link>
  )
}

const State = ({ t, sheet }: { t: T; sheet: Sheet }) => (
  <>
    {sheet.licence && !sheet.licence.held ? (
      <Tag tone="attention">{t('sheet.licence.ended')}</Tag>
    ) : sheet.live ? (
      <Tag tone="done">{t('sheet.live', { number: sheet.live })}</Tag>
    ) : null}{' '}
    {sheet.draft && <Tag tone="attention">{t('sheet.draft', { number: sheet.draft })}</Tag>}{' '}
    {Object.keys(sheet.awaits).length > 0 && <Tag tone="info">{t('sheet.awaits')}</Tag>}
  </>
)

export const ownSheetListRoutes: readonly Route[] = [
  staffRoute({ path: paths.conversationSheet.list(), who: ['coordinator', 'programme_manager'], get: show }),
]
