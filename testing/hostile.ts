/**
 * What somebody, or something, may send where a form expects an answer. Each once was a bug somewhere. No value
 * here is what any field asks for.
 */
export const hostile: Readonly<Record<string, string>> = {
  '10,000 characters': 'a'.repeat(10_000),
  '4,000 words': 'zij zegt '.repeat(450),
  'a null byte': 'A\u0000B',
  'right to left': '\u202eeman\u202c',
  'isolated direction': '\u2066a\u2069',
  'emoji with joiners': '👩🏽‍👧‍👦 🤰',
  'half a surrogate pair': 'x\ud83dy',
  'marks without end': `e${'\u0301'.repeat(300)}`,
  'SQL that ends the statement': `'; drop table person; --`,
  'SQL that always holds': `' or 1=1 --`,
  'a script': '<script>alert(1)</script>',
  'an image that fails': `"><img src=x onerror=alert(1)>`,
  'an attribute': `" autofocus onfocus=alert(1) x="`,
  'the end of a text area': '</textarea><script>alert(1)</script>',
  'a formula': '=1+1',
  'a formula that calls out': `@SUM(1)*cmd|' /C calc'!A0`,
  'a template': '{{constructor.constructor("alert(1)")()}}',
  'a nesting of translations': '$t(frame.home)',
  'a header': 'x\r\nSet-Cookie: a=b',
  'a prototype': '__proto__',
  'a constructor': 'constructor',
  'an object’s own word': 'toString',
  'a path upwards': '../../../etc/passwd',
  'not a number': 'NaN',
  'more than any number': '1e999',
  'more than any integer': '99999999999999999999',
  'one more than PostgreSQL counts': '2147483648',
  'less than nothing': '-1',
  'part of a number': '1.5',
  'digits of elsewhere': '١٢٣',
  'no day': '31-02-2026',
  'no day at all': '00-00-0000',
  'the last day there is': '9999-12-31',
  'after the last day there is': '+275760-09-14',
  'before the first day there is': '-271821-04-19',
  'no time': '25:61',
  'no id': 'geen-id',
  'an id of nothing': '00000000-0000-0000-0000-000000000000',
  'spaces only': ' \u00a0\u3000\t ',
  'a list': '["a","b"]',
  'an object': '{"a":1}',
  'a percent sign': '100%',
  lines: 'een\r\ntwee\r\ndrie',
}

/** A handful for what is chosen rather than typed: hidden fields, radios, lists, buttons. */
const forChoices = [
  '10,000 characters',
  'a null byte',
  'SQL that ends the statement',
  'the end of a text area',
  'a constructor',
  'a prototype',
  'not a number',
  'one more than PostgreSQL counts',
  'more than any integer',
  'no id',
  'an id of nothing',
]
export const hostileChoices: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(hostile).filter(([label]) => forChoices.includes(label)),
)

/** What is left of it when it comes back: see `formOf`. */
export const asKept = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed here
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\r\n?/g, '\n')
    .trim()

/** Traces of a mishandled value in an answer. */
const traces =
  /<script>alert|<img src=x|\n\s+at [\w.<>]+ \(|node_modules|\bsrc\/(?:usecases|db|pages)\b|\[object Object\]|is not (?:a function|iterable)|syntax error at or near/i

/** What of a hostile value came alive, or what of our insides came out; `null` if nothing did. */
export function mishandledIn(html: string): string | null {
  const tags = html.match(/<[a-z](?:"[^"]*"|[^">])*>/gi) ?? []
  const handler = tags.find((tag) => /\son\w+=/i.test(tag.replaceAll(/"[^"]*"/g, '""')))
  return traces.exec(html)?.[0] ?? handler ?? null
}
