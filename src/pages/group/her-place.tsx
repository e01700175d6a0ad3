import { PlaceTag } from '#pages/group/group-state.tsx'
import { ButtonLink, Heading, Link, Text } from '#pages/look/parts.tsx'
import { paths } from '#pages/paths.ts'
import type { T } from '#pages/words/words.ts'
import type { TrajectoryPage } from '#usecases/trajectory/read-trajectory.ts'

/** Her place in a group, on her trajectory; or the way to the groups, while she waits for one. */
export const HerPlace = ({
  t,
  trajectory: { group, state },
}: {
  t: T
  trajectory: Pick<TrajectoryPage, 'group' | 'state'>
}) => {
  if (!group) return null
  const { place } = group
  const open = place && ['candidate', 'enrolled', 'active'].includes(place.state)
  if (!place && state !== 'waiting') return null
  return (
    <section>
      <Heading>{t('group.place')}</Heading>
      {place && (
        <Text>
          <Link href={paths.group.place(place.id)}>{place.group}</Link> <PlaceTag t={t} state={place.state} />
        </Text>
      )}
      {state === 'waiting' && !open && (
        <p class="naast-actions">
          <ButtonLink href={paths.group.list()} kind="secondary">
            {t('group.find-one')}
          </ButtonLink>
        </p>
      )}
    </section>
  )
}
