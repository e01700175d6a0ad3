/** What a browser would send if nothing were changed on this page: the fields of its first form, filled as shown. */
export function fieldsOn(html: string): URLSearchParams {
  const fields = new URLSearchParams()
  const form = /<form\b[^>]*>([\s\S]*?)<\/form>/.exec(html)?.[1] ?? ''
  const parts =
    /<input\b((?:"[^"]*"|[^">])*)>|<textarea\b([^>]*)>([\s\S]*?)<\/textarea>|<select\b([^>]*)>([\s\S]*?)<\/select>/g
  for (const [, input, textarea, text, select, options] of form.matchAll(parts)) {
    const attributes = attributesIn(input ?? textarea ?? select ?? '')
    const name = attributes.get('name')
    if (name === undefined) continue
    if (textarea !== undefined) fields.append(name, unescaped(text ?? ''))
    else if (select !== undefined) fields.append(name, chosenIn(options ?? ''))
    else if (!/^(radio|checkbox)$/.test(attributes.get('type') ?? '') || attributes.has('checked'))
      fields.append(name, attributes.get('value') ?? '')
  }
  return fields
}

function chosenIn(options: string): string {
  const all = [...options.matchAll(/<option\b([^>]*)>/g)].map(([, inside]) => attributesIn(inside ?? ''))
  return (all.find((option) => option.has('selected')) ?? all[0])?.get('value') ?? ''
}

/** The attributes inside one tag; those without a value are there with an empty one. */
export const attributesIn = (tag: string): ReadonlyMap<string, string> =>
  new Map(
    [...tag.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, name, value]) => [
      (name ?? '').toLowerCase(),
      unescaped(value ?? ''),
    ]),
  )

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' }
export const unescaped = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => entities[name] ?? '')

/** Ids that stand on a page more than once: a label or a link that means the second finds the first. */
export function idsTwiceOn(html: string): readonly string[] {
  const ids = [...html.matchAll(/<[a-z][\w-]*\b((?:"[^"]*"|[^">])*)>/g)].flatMap(
    ([, inside]) => attributesIn(inside ?? '').get('id') ?? [],
  )
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))]
}

export interface FieldOnPage {
  readonly name: string
  /** `textarea`, `select`, or the input's own type. */
  readonly kind: string
  readonly value: string
  readonly checked: boolean
  /** Of a select. */
  readonly options: readonly string[]
}
export interface FormOnPage {
  readonly method: 'get' | 'post'
  /** Absent: the page's own address. */
  readonly action: string | null
  readonly multipart: boolean
  readonly fields: readonly FieldOnPage[]
}

/** Every form on a page, as a browser would see it; the names and values of buttons are fields too. */
export function formsOn(html: string): FormOnPage[] {
  return [...html.matchAll(/<form\b((?:"[^"]*"|[^">])*)>([\s\S]*?)<\/form>/g)].map(([, tag, inside]) => {
    const attributes = attributesIn(tag ?? '')
    return {
      method: attributes.get('method') === 'post' ? 'post' : 'get',
      action: attributes.get('action') ?? null,
      multipart: attributes.get('enctype') === 'multipart/form-data',
      fields: fieldsIn(inside ?? ''),
    }
  })
}

function fieldsIn(inside: string): FieldOnPage[] {
  const parts =
    /<(input|button)\b((?:"[^"]*"|[^">])*)>|<textarea\b((?:"[^"]*"|[^">])*)>([\s\S]*?)<\/textarea>|<select\b((?:"[^"]*"|[^">])*)>([\s\S]*?)<\/select>/g
  return [...inside.matchAll(parts)].flatMap(
    ([, tag, input, textarea, text, select, options]): FieldOnPage[] => {
      const attributes = attributesIn(input ?? textarea ?? select ?? '')
      const name = attributes.get('name')
      if (name === undefined) return []
      const plain = { name, checked: false, options: [] }
      if (textarea !== undefined) return [{ ...plain, kind: 'textarea', value: unescaped(text ?? '') }]
      if (select !== undefined) {
        const all = [...(options ?? '').matchAll(/<option\b((?:"[^"]*"|[^">])*)>/g)].map(
          ([, one]) => attributesIn(one ?? '').get('value') ?? '',
        )
        return [{ ...plain, kind: 'select', value: chosenIn(options ?? ''), options: all }]
      }
      const kind = tag === 'button' ? 'submit' : (attributes.get('type') ?? 'text')
      return [{ ...plain, kind, value: attributes.get('value') ?? '', checked: attributes.has('checked') }]
    },
  )
}
