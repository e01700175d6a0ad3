import type { Role } from '#domain/member/role.ts'
import { Icon } from '#pages/look/icon.tsx'
import { type Place, railOf } from '#pages/look/rail.ts'
import type { Host } from '#pages/page.ts'
import type { T } from '#pages/words/words.ts'
import { workersTitle } from '#pages/worker/workers-title.ts'

/** How many places fit in the bar at the bottom of a phone, beside 'more'. */
const inTheBar = 4

/** The rail: on the left on a wide screen; on a phone a bar at the bottom, the rest behind 'more'. No script. */
export const Rail = ({
  t,
  roles,
  here,
  workers,
}: {
  t: T
  roles: readonly Role[]
  here: string
  workers?: Host['workers']
}) => {
  const places = railOf(roles)
  const current = placeOf(places, here)
  // Five fit as well as four and 'more'.
  const shown = places.length <= inTheBar + 1 ? places.length : inTheBar
  const rest = places.slice(shown)
  const link = (place: Place) => (
    <a href={place.path} aria-current={place === current ? 'page' : undefined}>
      <Icon name={place.icon ?? 'list'} />
      <span>{place.word === 'worker.title' ? workersTitle(t, workers) : t(place.word)}</span>
    </a>
  )
  return (
    <nav class="naast-rail" aria-label={t('frame.rail')}>
      <ul>
        {places.map((place, index) => (
          <li key={place.path} class={index < shown ? undefined : 'naast-rail__wide'}>
            {link(place)}
          </li>
        ))}
        {rest.length > 0 && (
          <li class="naast-rail__more">
            <details>
              <summary>
                <Icon name="more" />
                <span>{t('frame.more')}</span>
              </summary>
              <ul>
                {rest.map((place) => (
                  <li key={place.path}>{link(place)}</li>
                ))}
              </ul>
            </details>
          </li>
        )}
      </ul>
    </nav>
  )
}

/** The place a path belongs to: the longest that the path is under. */
const placeOf = (places: readonly Place[], path: string): Place | undefined =>
  places
    .filter((place) => path === place.path || path.startsWith(`${place.path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0]
