/** Puts something else in one place (`item.0.item.2.text`); nothing: takes away what is there. */
export function put(json: unknown, path: string, value?: unknown): unknown {
  const [step = '', ...rest] = path.split('.')
  if (Array.isArray(json))
    return json.flatMap((one, at) => (String(at) === step ? putOne(one, rest, value) : [one]))
  const before = typeof json === 'object' && json !== null ? Object.entries(json) : []
  const inside = rest.length > 0 ? put(Object.fromEntries(before)[step], rest.join('.'), value) : value
  return Object.fromEntries([...before.filter(([name]) => name !== step), [step, inside]])
}
const putOne = (one: unknown, rest: readonly string[], value: unknown) =>
  rest.length > 0 ? [put(one, rest.join('.'), value)] : value === undefined ? [] : [value]
