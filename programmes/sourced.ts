/** Shorthand for parameters: the value, and where it comes from. */
const from =
  <const Prov extends string>(prov: Prov) =>
  <const Value>(value: Value, ref?: string) => ({ value, prov, ...(ref ? { ref } : {}) })

export const sourceText = from('source_text')
export const openedSource = from('opened_source')
export const inferred = from('inferred')
export const proposal = from('proposal')
export const toConfirm = from('to_confirm')
