import { Steps } from '#pages/look/tabs.tsx'
import { paths } from '#pages/paths.ts'
import type { T } from '#pages/words/words.ts'

/** Where one is on the way from a file to referrals. */
export const ImportSteps = ({ t, at }: { t: T; at: 0 | 1 | 2 | 3 }) => (
  <Steps
    label={t('import.steps')}
    at={at}
    steps={[
      t('import.step.file'),
      t('import.step.columns'),
      t('import.step.preview'),
      t('import.step.result'),
    ]}
  />
)

/** Lists are brought in from the desk: that is the word of the rail that is 'here'. */
export const importPlace = { place: paths.desk.list() }
