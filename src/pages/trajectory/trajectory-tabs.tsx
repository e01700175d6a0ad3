import type { Actor } from '#domain/member/actor.ts'
import type { WorksWith } from '#domain/programme/works-with.ts'
import { Tabs } from '#pages/look/tabs.tsx'
import { partsOf } from '#pages/trajectory/trajectory-parts.ts'
import type { T } from '#pages/words/words.ts'

interface Props {
  readonly t: T
  readonly id: string
  readonly actor: Actor
  /** As far as the page knows it. */
  readonly works?: WorksWith
}

/**
 * Where one is in a trajectory, the same on every page of it: a few words, and of the one that is open the pages it
 * holds. A group of one page is called by that page.
 */
export const TrajectoryTabs = ({ t, id, actor, works, current }: Props & { readonly current: string }) => {
  const groups = partsOf(t, id, actor, works)
  const open = groups.find(({ parts }) => parts.some(({ href }) => href === current))
  const first = (group: (typeof groups)[number]) => group.parts[0]?.href ?? current
  return (
    <>
      <Tabs
        label={t('trajectory.tabs')}
        current={open ? first(open) : current}
        tabs={groups.map((group) => ({
          href: first(group),
          label: (group.parts.length === 1 && group.parts[0]?.label) || group.label,
        }))}
      />
      {open && open.parts.length > 1 && (
        <Tabs label={open.label} current={current} tabs={open.parts} within />
      )}
    </>
  )
}

/** All pages of a trajectory at once, each a touch away: what the overview ends with. */
export const TrajectoryIndex = ({ t, id, actor, works }: Props) => (
  <nav class="naast-index" aria-label={t('trajectory.tabs')}>
    <ul>
      {partsOf(t, id, actor, works)
        .slice(1)
        .map(({ label, parts }) => (
          <li key={label}>
            {parts.length > 1 && <span class="naast-index__of">{label}</span>}
            {parts.map((part) => (
              <a key={part.href} href={part.href}>
                {part.label}
              </a>
            ))}
          </li>
        ))}
    </ul>
  </nav>
)
