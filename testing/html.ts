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
