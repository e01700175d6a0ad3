import { Icon } from '#pages/look/icon.tsx'
import {
  type AnyoneRequest,
  anyoneRoute,
  type PageAnswer,
  page,
  type RedirectAnswer,
  type Route,
} from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import type { T } from '#pages/words/words.ts'

/** Where 'leave this page' goes unless the installation says otherwise: the weather, which anybody may look up. */
export const neutralPlace = 'https://www.buienradar.nl/'

/**
 * The way out of a page that somebody beside her should not see, as GOV.UK's 'Exit this page' has it: always in
 * sight, a plain link that needs no script. It leads over an address of ours that tells the browser to drop what it
 * kept; `exit.island.ts` goes straight to the neutral place, says the same on the way, and adds the Shift key.
 */
export const ExitLink = ({
  t,
  org,
  to,
  leaving,
}: {
  t: T
  org: string | null
  to: string
  leaving: PageAnswer['leaving']
}) => (
  <header class="naast-exit">
    {leaving ? (
      <ExitForm t={t} {...leaving} to={leaving.to ?? to} />
    ) : (
      <a
        class="naast-exit__link"
        href={org === null ? paths.leave() : paths.leaveFrom(org)}
        rel="nofollow noreferrer"
        data-exit={to}
      >
        <Icon name="leave" />
        {t('frame.exit')}
      </a>
    )}
  </header>
)

/**
 * The way out of a page that holds something which opens it again: what it holds goes along, so that it is good for
 * nothing more when she is gone. A form, as it stands in no address.
 */
const ExitForm = ({ t, action, token, to }: { t: T; action: string; token: string; to: string }) => (
  <form method="post" action={action} data-exit={to}>
    <input type="hidden" name="go" value="leave" />
    <input type="hidden" name="token" value={token} />
    <button type="submit" class="naast-exit__link">
      <Icon name="leave" />
      {t('frame.exit')}
    </button>
  </form>
)

/**
 * What that form is answered with: the browser drops what it kept and goes on by itself. Not sent on, as no form of ours
 * may end at another site (`form-action`).
 */
export const leftBehind = (t: T, title: string, to: string): PageAnswer =>
  page(
    title,
    <p class="utrecht-paragraph">
      <a class="utrecht-link utrecht-link--html-a" href={to} rel="nofollow noreferrer">
        {t('frame.exit-on')}
      </a>
    </p>,
    {
      frame: 'participant',
      headers: [
        ['refresh', `0; url=${to}`],
        ['clear-site-data', '"cache"'],
      ],
    },
  )

/**
 * On the way out: the browser drops the pages it keeps of ours, also those kept whole for its Back button, and goes on.
 * Not what is stored: a volunteer's own visits may wait on the same phone. It leads where the organisation chose and
 * nowhere else; an organisation that isn't there leads out as well.
 */
const leave = async ({ exitTo }: AnyoneRequest): Promise<RedirectAnswer> => ({
  kind: 'redirect',
  to: exitTo,
  headers: [
    ['clear-site-data', '"cache"'],
    ['cache-control', 'no-store'],
  ],
})

export const leaveRoutes: readonly Route[] = [
  anyoneRoute({ path: paths.leave(), get: leave }),
  anyoneRoute({ path: paths.leaveFrom(':org'), get: leave }),
]

/** What leaving does and does not do. Said honestly: no page can wipe a history, and a phone can be watched. */
export const AboutLeaving = ({ t }: { t: T }) => (
  <footer class="naast-about">
    <details>
      <summary>{t('frame.exit-about')}</summary>
      <p class="utrecht-paragraph">{t('frame.exit-how')}</p>
      <p class="utrecht-paragraph">{t('frame.exit-not')}</p>
    </details>
  </footer>
)
