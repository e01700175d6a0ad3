import type { Role } from '#domain/member/role.ts'
import { Icon } from '#pages/look/icon.tsx'
import { paths } from '#pages/paths.ts'
import type { T } from '#pages/words/words.ts'

/** Who may search; the use case decides again. */
export const searchRoles: readonly Role[] = ['coordinator', 'safeguarding_lead', 'worker']

/**
 * The search box of the top bar. It posts although it changes nothing: what is typed is somebody's name, and a name
 * may not stand in an address, where histories and logs keep it.
 */
export const SearchBox = ({ t, roles }: { t: T; roles: readonly Role[] }) =>
  roles.some((role) => searchRoles.includes(role)) ? (
    <search>
      <form method="post" action={paths.search()} class="naast-search">
        <input
          class="utrecht-textbox utrecht-textbox--html-input"
          type="search"
          name="text"
          aria-label={t('search.label')}
          autoComplete="off"
          maxLength={200}
        />
        <button type="submit" class="utrecht-button utrecht-button--subtle">
          <Icon name="search" />
          <span>{t('search.go')}</span>
        </button>
      </form>
      <a class="naast-search__link" href={paths.search()} aria-label={t('search.go')}>
        <Icon name="search" />
      </a>
    </search>
  ) : null
