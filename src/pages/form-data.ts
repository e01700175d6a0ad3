/**
 * What a form sent, and how a form is shown again. Values are always text as typed, so that a form comes back
 * exactly as it was. Null bytes and direction overrides are dropped: no name needs them and they hide things.
 */
export interface Form {
  /** Trimmed text of a field; empty if absent. */
  text(name: string): string
  /** `null` instead of empty text, for optional input. */
  optional(name: string): string | null
  /** All values of a field, for checkboxes. */
  all(name: string): readonly string[]
  checked(name: string, value?: string): boolean
  file(name: string): File | null
  /** Fields that came as a file with something in it, wanted or not. */
  readonly fileNames: readonly string[]
  /** Everything that was typed, as it came; for a form that can't be taken now and must not be lost. */
  entries(): readonly (readonly [name: string, value: string])[]
  /** The submission key this form carried. */
  readonly key: string | null
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed here
const unwanted = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069]/g

export function formOf(data: FormData | URLSearchParams | null): Form {
  const values = (name: string): string[] =>
    (data?.getAll(name) ?? []).flatMap((value) =>
      typeof value === 'string' ? [value.replace(unwanted, '').replace(/\r\n/g, '\n').trim()] : [],
    )
  const text = (name: string) => values(name)[0] ?? ''
  const key = text('key')
  return {
    text,
    optional: (name) => text(name) || null,
    all: (name) => values(name).filter((value) => value !== ''),
    checked: (name, value = 'yes') => values(name).includes(value),
    file: (name) => {
      const value = data?.get(name)
      return typeof value === 'object' && value !== null && value.size > 0 ? value : null
    },
    fileNames: [...new Set(data?.keys() ?? [])].filter((name) =>
      (data?.getAll(name) ?? []).some((value) => typeof value === 'object' && value.size > 0),
    ),
    entries: () =>
      [...new Set(data?.keys() ?? [])].flatMap((name) => values(name).map((value) => [name, value] as const)),
    key: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(key) ? key : null,
  }
}

/** A form filled with what is already known, to show it the first time. */
export const filledForm = (known: Record<string, string | readonly string[] | null | undefined>): Form => {
  const data = new URLSearchParams()
  for (const [name, value] of Object.entries(known))
    for (const one of [value ?? []].flat()) data.append(name, one)
  return formOf(data)
}
