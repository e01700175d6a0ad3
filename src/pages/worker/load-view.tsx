import { shareOf } from '#domain/match/load.ts'
import type { T } from '#pages/words/words.ts'
import type { WorkerLoad } from '#usecases/worker/read-loads.ts'

/** How full somebody's hands are, as a small bar, with the words that say the same. */
export const LoadView = ({ t, load }: { t: T; load: WorkerLoad }) => (
  <div class="naast-load">
    <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="naast-bar__track" width="100" height="10" />
      <rect
        class={load.state === 'over' ? 'naast-load__over' : 'naast-bar__value'}
        width={Math.round(100 * Math.min(1, shareOf(load)))}
        height="10"
      />
    </svg>
    <span>{loadWords(t, load)}</span>
  </div>
)

/** `3 van 4, bijna te veel`: what she carries, of what she wants or may. */
export const loadWords = (t: T, { taken, max, unit, state }: WorkerLoad): string => {
  const what = t(`worker.load.${unit}`, { taken, max })
  return state === 'easy'
    ? what
    : t('worker.load.and-state', { what, state: t(`worker.load.state.${state}`) })
}
