/** So many are kept (security design 3.8): the newest of each of the last days, and of each of the last weeks. */
export const dailyKept = 7
export const weeklyKept = 4
/** Nothing that was erased lives on in a backup longer than this. */
export const longestKeptDays = 35
/** Older than this, and it is time that somebody looks. */
export const lateBackupHours = 26
export const lateDrillDays = 35

/** Which of these backups may go, told by when they were made; the newest never does. */
export function backupsToRemove(
  made: readonly Temporal.Instant[],
  now: Temporal.Instant,
): readonly Temporal.Instant[] {
  const newestFirst = made.toSorted((a, b) => Temporal.Instant.compare(b, a))
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO('UTC').toPlainDate()
  const weekOf = (at: Temporal.Instant) => `${dayOf(at).yearOfWeek}-${dayOf(at).weekOfYear}`
  const young = newestFirst.filter((at) => now.since(at).total('hours') <= longestKeptDays * 24)
  const keep = new Set([
    ...newestFirst.slice(0, 1),
    ...newestOfEach(young, (at) => dayOf(at).toString()).slice(0, dailyKept),
    ...newestOfEach(young, weekOf).slice(0, weeklyKept),
  ])
  return newestFirst.filter((at) => !keep.has(at))
}

function newestOfEach(
  newestFirst: readonly Temporal.Instant[],
  of: (at: Temporal.Instant) => string,
): readonly Temporal.Instant[] {
  const seen = new Set<string>()
  return newestFirst.filter((at) => !seen.has(of(at)) && seen.add(of(at)))
}

/** What somebody who runs Naast must be told of its backups now. */
export const backupWarnings = (
  last: { readonly backup: Temporal.Instant | null; readonly drill: Temporal.Instant | null },
  now: Temporal.Instant,
): readonly ('backup-never' | 'backup-late' | 'drill-late')[] => {
  const hours = (at: Temporal.Instant) => now.since(at).total('hours')
  return [
    ...(last.backup === null
      ? (['backup-never'] as const)
      : hours(last.backup) > lateBackupHours
        ? (['backup-late'] as const)
        : []),
    ...(last.drill === null || hours(last.drill) > lateDrillDays * 24 ? (['drill-late'] as const) : []),
  ]
}
