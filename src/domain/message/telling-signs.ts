/** As a phone reads it: characters that look like others are those others, and what can't be seen isn't there. */
const asRead = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[。｡]/gu, '.')

const withScheme = /\b[a-z][a-z0-9+.-]*:\/\/|\bwww\.|\b(?:mailto|tel|sms|geo):/i
// Phones make a link of a bare domain by themselves.
const bareDomain = /[\p{L}\p{N}-]+\.\p{L}{2,}(?:\/|(?![\p{L}\p{N}]))/u

/** Is there something to tap? To others than her a name with a dot in it is only a name. */
export function carriesLink(text: string, which: 'any' | 'written-out'): boolean {
  const read = asRead(text)
  return withScheme.test(read) || (which === 'any' && bareDomain.test(read))
}

// Ten digits in a row that begin as a Dutch number does, or one from abroad; marks may stand between.
const dutch = /(?<!\d)0[1-9](?:[\s().-]{0,3}\d){8}(?!\d)/
const abroad = /(?:\+|(?<!\d)00)[1-9](?:[\s().-]{0,3}\d){7,}/

// Where help is called, at a number that everybody knows.
const ofHelp = /(?<!\d)(?:112|113|0[89]00)(?!\d)/

/** A number to call back: who answers there tells who wrote. */
export function carriesNumber(text: string): boolean {
  const read = asRead(text)
  return dutch.test(read) || abroad.test(read) || ofHelp.test(read)
}
