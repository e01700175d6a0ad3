/** How well one criterion fits, as a short bar; the words beside it say the same to who can't see it. */
export const Bar = ({ value, label, words }: { value: number; label: string; words?: string }) => {
  const share = Math.round(Math.min(1, Math.max(0, value)) * 100)
  return (
    <div class="naast-bar">
      <span>{label}</span>
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect class="naast-bar__track" width="100" height="10" />
        <rect class="naast-bar__value" width={share} height="10" />
      </svg>
      <span class="naast-bar__words">{words ?? `${share} %`}</span>
    </div>
  )
}

/** How far a piece of work is: `done` of `total`, and in words. */
export const Progress = ({ done, total, label }: { done: number; total: number; label: string }) => (
  <div class="naast-progress">
    <label>
      {label}
      <progress value={done} max={Math.max(total, 1)} />
    </label>
  </div>
)
