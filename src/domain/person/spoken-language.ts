/** Languages that people in our lists speak, as BCP 47 codes; their names come from `Intl`, in Dutch and English. */
const codes =
  'nl en de fr es pt it tr ar ary pl uk ru fa prs ps ti am so ku ckb kmr ur hi pa bn ta zh yue vi th id jv ro bg hu cs sk sr hr bs sq mk el hy ka az uz he sw rw ln tw ak ig yo ha om wo ff mg pap srn ber rif zgh fy fi sv da nb lt lv et sl ja ko ne si tl ms my rom syr'.split(
    ' ',
  )

/** Names that `Intl` does not know: everyday Dutch, short forms, slips, and what people call their own language. */
const alsoCalled: readonly (readonly [string, string])[] = [
  ['nl', 'ned nederl hollands vlaams ndl'],
  ['en', 'eng engl'],
  ['tr', 'turkce'],
  ['ar', 'arab syrisch egyptisch irakees soedanees'],
  ['ary', 'marokkaans darija'],
  ['ber', 'berber tamazight'],
  ['rif', 'tarifit riffijns'],
  ['pl', 'polski'],
  ['uk', 'oekraiens oekrains'],
  ['fa', 'farsi perzisch iraans'],
  ['prs', 'dari afghaans'],
  ['ps', 'pasjtoe pashto pashtu'],
  ['ti', 'tigrinya tigrina tigrigna tigrinja eritrees'],
  ['am', 'amhaars ethiopisch'],
  ['kmr', 'kurmanji kurmandji'],
  ['ckb', 'sorani'],
  ['ur', 'oerdoe'],
  ['zh', 'mandarijn chinees'],
  ['pt', 'braziliaans'],
  ['pap', 'papiamento papiaments papiamentu'],
  ['srn', 'sranan surinaams'],
  ['tl', 'filipijns tagalog'],
  ['syr', 'aramees'],
  ['dse', 'gebarentaal ngt'],
]

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\s]/gu, '')
    .trim()

const byName = new Map(
  alsoCalled.flatMap(([code, names]) => names.split(' ').map((name) => [name, code] as const)),
)
for (const locale of ['nl', 'en'])
  for (const code of codes) {
    const name = new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' }).of(code)
    if (name && !byName.has(plain(name))) byName.set(plain(name), code)
  }
for (const code of codes) if (!byName.has(code)) byName.set(code, code)

/**
 * Reads languages as people write them (`Turks en een beetje Nederlands`, `NL/EN`), in the order written. What is
 * not understood comes back as `unknown`, so that it can be kept in words.
 */
export function readLanguages(text: string): { languages: readonly string[]; unknown: readonly string[] } {
  const parts = text
    .slice(0, 300)
    .split(/[,;/+&|\n()]|\s(?:en|and|of|or|ook)\s/i)
    .map((part) =>
      part
        .replace(/\b(een|a|beetje|little|wat|goed|matig|basis|spreekt|speaks|bit of)\b/gi, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((part) => plain(part) !== '')
  const read = parts.map((part) => ({ part, code: byName.get(plain(part)) ?? null }))
  return {
    languages: [...new Set(read.flatMap(({ code }) => code ?? []))].slice(0, 10),
    unknown: read.filter(({ code }) => code === null).map(({ part }) => part),
  }
}
