import { ButtonLink } from '#pages/look/parts.tsx'
import { paths } from '#pages/paths.ts'
import type { T } from '#pages/words/words.ts'
import type { TrajectoryPage } from '#usecases/trajectory/read-trajectory.ts'

/** The way from her trajectory to what there is to do, where her programme has that. */
export const ToActivities = ({
  t,
  trajectory: { id, hasActivities },
}: {
  t: T
  trajectory: Pick<TrajectoryPage, 'id' | 'hasActivities'>
}) =>
  hasActivities ? (
    <p class="naast-actions">
      <ButtonLink href={paths.activity.ofTrajectory(id)} kind="secondary">
        {t('activity.title')}
      </ButtonLink>
    </p>
  ) : null
