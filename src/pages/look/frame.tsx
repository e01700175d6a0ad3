import type { ComponentChildren } from 'preact'
import type { Role } from '#domain/member/role.ts'
import { AboutLeaving, ExitLink, neutralPlace } from '#pages/look/exit.tsx'
import { Icon } from '#pages/look/icon.tsx'
import { Rail } from '#pages/look/rail-view.tsx'
import type { Host, PageAnswer } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { SearchBox } from '#pages/search/search-box.tsx'
import type { T } from '#pages/words/words.ts'

/** Where the built files are: stylesheet and islands, with the hash in their names. */
export interface Assets {
  readonly stylesheet: string
  readonly publicStylesheet: string
  readonly theme: (name: string) => string | null
  readonly island: (name: string) => string | null
}

export interface FrameProps {
  readonly t: T
  readonly host: Host | null
  readonly demo: boolean
  readonly assets: Assets
  readonly path: string
  readonly said: string | null
  readonly who: { readonly name: string; readonly roles: readonly Role[] } | null
  /** A file that she has open in an emergency, and for how many minutes more. */
  readonly glass?: { readonly id: string; readonly minutes: number } | null
  /** The day before which she makes a passkey, if she still has to. */
  readonly passkeyBy?: Temporal.PlainDate | null
  readonly answer: PageAnswer
  /** Where 'leave this page' goes; the weather unless said. */
  readonly exitTo?: string | undefined
}

/** The page around a page: title, heading of the organisation, rail, and what was just done. */
export const Frame = (props: FrameProps) => {
  const { t, host, assets, answer } = props
  const kind = answer.frame ?? (props.who ? 'staff' : 'public')
  const neutral = kind === 'participant' || kind === 'paper'
  const theme = host && !neutral ? assets.theme(host.theme) : null
  const app = answer.app === true && !neutral
  const stylesheet = kind === 'staff' || app ? assets.stylesheet : assets.publicStylesheet
  return (
    <html lang={t.language} class={`naast naast--${kind}${app ? ' naast--app' : ''}`}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>{titleOf(props, kind)}</title>
        <link rel="icon" href="data:," />
        {app && <link rel="manifest" href={paths.field.manifest()} />}
        {answer.refreshSeconds !== undefined && (
          <noscript>
            <meta http-equiv="refresh" content={String(answer.refreshSeconds)} />
          </noscript>
        )}
        <link rel="stylesheet" href={stylesheet} />
        {theme && <link rel="stylesheet" href={theme} />}
        {islandsOf(answer, kind, props.who).map((name) => {
          const src = assets.island(name)
          return src && <script key={name} type="module" src={src} />
        })}
      </head>
      <body class="utrecht-document">
        <a class="utrecht-skip-link" href="#main">
          {t('frame.skip')}
        </a>
        {props.demo && !neutral && <aside class="naast-demo">{t('frame.demo')}</aside>}
        {kind === 'staff' && <StaffFrame {...props} />}
        {kind === 'public' && <PublicFrame {...props} />}
        {kind === 'participant' && <ParticipantFrame {...props} />}
        {kind === 'paper' && (
          <div class="naast-plain">
            <Main said={null}>{answer.body}</Main>
          </div>
        )}
      </body>
    </html>
  )
}

type Kind = NonNullable<PageAnswer['frame']>

/** A page that shows a problem says so first: it is what a screen reader reads when the page comes back. */
function titleOf({ t, host, answer }: FrameProps, kind: Kind): string {
  const title =
    answer.status === 409 || answer.status === 422
      ? t('frame.problem-in-title', { title: answer.title })
      : answer.title
  return kind !== 'participant' && kind !== 'paper' && host ? `${title} · ${host.name}` : title
}

/** On every page of who visits women: what her phone still holds is counted and sent (decision 28). */
function islandsOf(answer: PageAnswer, kind: Kind, who: FrameProps['who']): readonly string[] {
  const own = answer.islands ?? []
  if (kind === 'participant') return ['exit', ...own]
  return kind === 'staff' && who?.roles.includes('worker') ? ['not-safe', ...own] : own
}

const Said = ({ t, said }: { t: T; said: string | null }) =>
  said && t.has(said) ? (
    <div class="naast-notice naast-notice--done" role="status">
      {t(said)}
    </div>
  ) : null

const StaffFrame = ({ t, host, who, path, said, glass, passkeyBy, answer }: FrameProps) => (
  <div class="naast-staff">
    <header class="naast-top">
      <a class="naast-top__name" href={paths.today()}>
        {host?.name}
      </a>
      <SearchBox t={t} roles={who?.roles ?? []} />
      {who && (
        <form method="post" action={paths.signOut()} class="naast-top__who">
          <a class="naast-top__account utrecht-link" href={paths.account.one()}>
            <Icon name="person" />
            <span>{who.name}</span>
          </a>
          <button type="submit" class="utrecht-button utrecht-button--subtle">
            {t('frame.sign-out')}
          </button>
        </form>
      )}
    </header>
    <Rail t={t} roles={who?.roles ?? []} here={answer.place ?? path} workers={host?.workers} />
    <Main
      said={
        <>
          {who?.roles.includes('worker') && <NotSafe t={t} />}
          {glass && <OpenGlass t={t} {...glass} />}
          {passkeyBy && path !== paths.account.passkeys() && <PasskeySoon t={t} by={passkeyBy} />}
          <Said t={t} said={said} />
        </>
      }
    >
      {answer.body}
    </Main>
  </div>
)

/** On every page, as long as a file is open in an emergency: how long still, and the way to shut it. */
const OpenGlass = ({ t, id, minutes }: { t: T; id: string; minutes: number }) => (
  <form
    method="post"
    action={paths.breakGlass.end(id)}
    class="naast-notice naast-notice--attention naast-glass"
  >
    <strong>{t('glass.banner', { count: minutes })}</strong>
    <a class="utrecht-link utrecht-link--html-a" href={paths.breakGlass.file(id)}>
      {t('glass.banner-file')}
    </a>
    <button type="submit" class="utrecht-button utrecht-button--secondary-action">
      {t('glass.banner-end')}
    </button>
  </form>
)

/** Until she has one: she hears of it before the day on which nothing opens without. */
const PasskeySoon = ({ t, by }: { t: T; by: Temporal.PlainDate }) => (
  <div class="naast-notice naast-notice--attention">
    {t('sign-in.passkey-soon', { day: t.day(by) })}{' '}
    <a class="utrecht-link utrecht-link--html-a" href={paths.account.passkeys()}>
      {t('sign-in.passkey-add')}
    </a>
  </div>
)

/** How many visits stand on this phone only; her phone's script fills it in. */
const NotSafe = ({ t }: { t: T }) => (
  <p
    class="naast-notice naast-notice--attention"
    role="status"
    data-not-safe={t('field-phone.not-safe', { count: '#' })}
    data-unkept={t('field-phone.unkept', { count: '#' })}
    data-leave={t('field-phone.leave', { count: '#' })}
    hidden
  >
    <span />{' '}
    <a class="utrecht-link utrecht-link--html-a" href={paths.field.shell()}>
      {t('field-phone.look')}
    </a>
  </p>
)

const PublicFrame = ({ t, host, said, answer }: FrameProps) => (
  <div class="naast-plain">
    {host && (
      <header class="naast-top">
        <span class="naast-top__name">{host.name}</span>
      </header>
    )}
    <Main said={<Said t={t} said={said} />}>{answer.body}</Main>
  </div>
)

/** Nothing that tells whose page this is or what it is about. */
const ParticipantFrame = ({ t, host, answer, exitTo }: FrameProps) => (
  <div class="naast-plain">
    <ExitLink t={t} org={host?.slug ?? null} to={exitTo ?? neutralPlace} leaving={answer.leaving} />
    <Main said={null}>{answer.body}</Main>
    <AboutLeaving t={t} />
  </div>
)

const Main = ({ said, children }: { said: ComponentChildren; children: ComponentChildren }) => (
  <main id="main" class="naast-main" tabIndex={-1}>
    {said}
    {children}
  </main>
)
