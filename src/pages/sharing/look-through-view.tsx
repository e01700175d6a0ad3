import { mustGo, type StayReason, stayReasons, type Tick } from '#domain/redaction/gate.ts'
import type { Trace } from '#domain/redaction/trace.ts'
import type { Form } from '#pages/form-data.ts'
import { Checkboxes, type FormState, Radios } from '#pages/look/form.tsx'
import { Text } from '#pages/look/parts.tsx'

export type FoundTrace = Trace & { readonly key: string }

/** The same words twice are one question: who ticks forty boxes reads none. */
function groupsOf(traces: readonly FoundTrace[]): readonly (readonly FoundTrace[])[] {
  const groups = new Map<string, FoundTrace[]>()
  for (const trace of traces) {
    const key = `${trace.kind}|${trace.text.toLowerCase()}`
    groups.set(key, [...(groups.get(key) ?? []), trace])
  }
  return [...groups.values()]
}
const stays = (group: readonly FoundTrace[], strict: boolean): readonly StayReason[] =>
  strict ? (group.some(mustGo) ? [] : ['is_nobody', 'they_know_it']) : stayReasons
const fieldOf = (group: readonly FoundTrace[]): string => `tick-${group[0]?.key}`

/** The text with everything that was found marked in it, a question for each, and whether the whole was read. */
export const LookThrough = ({
  state,
  text,
  traces,
  strict = false,
}: {
  state: FormState
  text: string
  traces: readonly FoundTrace[]
  /** Nothing that is known of somebody else may stay, nor when anybody was where. */
  strict?: boolean
}) => {
  const { t } = state
  return (
    <>
      <Text>{t(traces.length > 0 ? 'sharing.look-lead' : 'sharing.look-none')}</Text>
      <div class="naast-quote">{marked(text, traces)}</div>
      {groupsOf(traces).map((group) => (
        <Radios
          key={fieldOf(group)}
          state={state}
          name={fieldOf(group)}
          label={`${t(`sharing.trace.${group[0]?.kind ?? 'name'}`)}: ${group[0]?.text}`}
          options={[
            { value: 'remove', label: t('sharing.remove') },
            ...stays(group, strict).map((reason) => ({
              value: reason,
              label: t(`sharing.stay.${reason}`),
            })),
          ]}
        />
      ))}
      <Checkboxes
        state={state}
        name="readWhole"
        label={t('sharing.read-whole')}
        options={[{ value: 'yes', label: t('sharing.read-whole-yes') }]}
      />
    </>
  )
}

function marked(text: string, traces: readonly FoundTrace[]) {
  const parts = []
  let from = 0
  for (const { key, start, end } of traces) {
    parts.push(text.slice(from, start), <mark key={key}>{text.slice(start, end)}</mark>)
    from = end
  }
  return [...parts, text.slice(from)]
}

/** What was ticked, for every place in which the same words stand. */
export function lookedOf(form: Form, traces: readonly FoundTrace[]) {
  const ticks: Record<string, Tick> = {}
  for (const group of groupsOf(traces)) {
    const tick = (['remove', ...stayReasons] as const).find((one) => one === form.text(fieldOf(group)))
    if (tick) for (const { key } of group) ticks[key] = tick
  }
  return { ticks, readWhole: form.checked('readWhole') }
}
