import type { SheetLanguage } from '#domain/conversation-sheet/conversation-sheet.ts'
import { textIn } from '#domain/conversation-sheet/conversation-sheet.ts'
import {
  Languages,
  languageBeside,
  momentName,
  Sheet,
  type ShownSheet,
  WatchFor,
} from '#pages/conversation-sheet/sheet-view.tsx'
import { ButtonLink, Heading, Link, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { readSessionSheet } from '#usecases/conversation-sheet/read-session-sheet.ts'
import { readVisitSheet } from '#usecases/conversation-sheet/read-visit-sheet.ts'
import type { LibrarySheet } from '#usecases/conversation-sheet/sheets-of.ts'

interface Asked {
  readonly sheet: LibrarySheet | null
  readonly sheets: readonly LibrarySheet[]
  readonly hers?: readonly string[]
  readonly mayGoHome: boolean
}
interface Around {
  /** The address of this page, to which what is looked at is added. */
  readonly here: string
  readonly empty: string
  readonly back: { readonly href: string; readonly label: string }
  readonly place: string
}

const idOf = (request: StaffRequest) => request.params.id ?? ''
const sheetOf = ({ query }: StaffRequest) => query.get('sheet')

interface Shown extends ShownSheet {
  readonly sheet: LibrarySheet
}
const shownOf = ({ query, t }: StaffRequest, asked: Asked): Shown | null =>
  asked.sheet && {
    sheet: asked.sheet,
    beside: languageBeside(asked.sheet, t.language, query.get('beside'), asked.hers ?? []),
    mayGoHome: asked.mayGoHome,
  }

/** Whose words these are, and in which version. */
const whose = ({ t }: StaffRequest, { from, holder, version }: LibrarySheet): string =>
  from === 'naast'
    ? t('sheet.own-words')
    : holder
      ? t('sheet.words-of', { holder, version })
      : t('sheet.words-organisation', { version })

/** A sheet on the screen between them, large, with what only the reader watches for below it. */
function show(request: StaffRequest, asked: Asked, { here, empty, back, place }: Around) {
  const { t } = request
  const shown = shownOf(request, asked)
  const address = (sheetId: string, beside: SheetLanguage | null, more = '') =>
    `${here}?${new URLSearchParams({ sheet: sheetId, beside: beside ?? 'none' })}${more}`
  return page(
    t('sheet.title'),
    <>
      <Heading level={1}>{t('sheet.title')}</Heading>
      {!shown && <Text>{empty}</Text>}
      {shown && (
        <>
          <Text quiet>{momentName(t, shown.sheet.moment)}</Text>
          <Languages t={t} shown={shown} href={(beside) => address(shown.sheet.id, beside)} />
          <Sheet t={t} shown={shown} />
          <div data-read-aloud={t('sheet.stop-reading')} hidden>
            <p class="naast-actions naast-no-print">
              <button type="button" class="utrecht-button utrecht-button--secondary-action">
                {t('sheet.read-aloud')}
              </button>
            </p>
          </div>
          <div class="naast-no-print">
            <WatchFor t={t} sheet={shown.sheet} />
            <p class="naast-actions">
              <ButtonLink href={address(shown.sheet.id, shown.beside, '&paper=1')} kind="secondary">
                {t('sheet.print')}
              </ButtonLink>
            </p>
            <Text quiet>{whose(request, shown.sheet)}</Text>
          </div>
        </>
      )}
      {asked.sheets.length > 1 && (
        <details class="naast-no-print">
          <summary>{t('sheet.others')}</summary>
          <ul class="naast-list">
            {asked.sheets.map(({ id, moment, texts }) => (
              <li key={id}>
                <Link href={`${here}?${new URLSearchParams({ sheet: id })}`}>
                  {momentName(t, moment)}: {textIn({ texts }, [t.language])?.text.title ?? ''}
                </Link>
              </li>
            ))}
          </ul>
        </details>
      )}
      {request.actor.roles.includes('coordinator') && (
        <p>
          <Link href={paths.conversationSheet.list()}>{t('sheet.own-title')}</Link>
        </p>
      )}
      <Link href={back.href}>{back.label}</Link>
    </>,
    { place, islands: shown ? ['read-aloud'] : [] },
  )
}

/** Only what lies on the table: no name, nothing of ours, and a mark where it must stay here. */
const paper = (request: StaffRequest, shown: ShownSheet) =>
  page(request.t('sheet.title'), <Sheet t={request.t} shown={shown} />, { frame: 'paper' })

function answer(request: StaffRequest, asked: Asked, around: Around) {
  const shown = shownOf(request, asked)
  return shown && request.query.has('paper') ? paper(request, shown) : show(request, asked, around)
}

export const conversationSheetRoutes: readonly Route[] = [
  staffRoute({
    path: paths.conversationSheet.visit(':id'),
    who: ['coordinator', 'worker', 'safeguarding_lead'],
    async get(request) {
      const { context, actor, t } = request
      const trajectoryId = idOf(request)
      const asked = await readVisitSheet(context, actor, { trajectoryId, sheetId: sheetOf(request) })
      return answer(request, asked, {
        here: paths.conversationSheet.visit(trajectoryId),
        empty: t(asked.quiet ? 'sheet.quiet' : 'sheet.none'),
        back: { href: paths.trajectory.one(trajectoryId), label: t('sheet.back-visit') },
        place: paths.trajectory.caseload(),
      })
    },
  }),
  staffRoute({
    path: paths.conversationSheet.session(':id'),
    who: ['coordinator', 'worker'],
    async get(request) {
      const { context, actor, t } = request
      const id = idOf(request)
      const asked = await readSessionSheet(context, actor, { id, sheetId: sheetOf(request) })
      return answer(request, asked, {
        here: paths.conversationSheet.session(id),
        empty: t('sheet.none'),
        back: { href: paths.group.session(id), label: t('sheet.back-session') },
        place: paths.group.list(),
      })
    },
  }),
]
