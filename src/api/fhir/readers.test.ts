import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readJson } from '#domain/fhir/read-json.ts'
import { decodeEntities, encodeEntities } from '#domain/fhir/xml-text.ts'
import { asXml, bundle } from '#testing/fhir-bundle.ts'
import { readXml } from './read-xml.ts'

const fhir = (inside: string) => `<Bundle xmlns="http://hl7.org/fhir">${inside}</Bundle>`

describe('XML', () => {
  test.each([
    ['a document type', '<!DOCTYPE Bundle [<!ENTITY a "aaaa">]><Bundle xmlns="http://hl7.org/fhir"/>'],
    [
      'a document type elsewhere',
      '<!DOCTYPE Bundle SYSTEM "file:///etc/passwd"><Bundle xmlns="http://hl7.org/fhir"/>',
    ],
    [
      'a bomb',
      `<!DOCTYPE z [<!ENTITY a "${'x'.repeat(1000)}"><!ENTITY b "&a;&a;&a;">]>${fhir('<id value="&b;"/>')}`,
    ],
    ['a document type in small letters', `<!doctype z>${fhir('')}`],
  ])('with %s is refused before it is parsed', (_, text) => expect(readXml(text)).toBe('doctype'))
  test.each([
    ['an entity nobody defined', fhir('<id value="&nbsp;"/>')],
    ['a character that XML forbids', fhir('<id value="&#0;"/>')],
    ['a null byte', fhir('<id value="\u0000"/>')],
    ['another namespace', '<Bundle xmlns="http://example.nl"/>'],
    ['no namespace', '<Bundle/>'],
    ['two roots', fhir('') + fhir('')],
    ['an open end', '<Bundle xmlns="http://hl7.org/fhir"><entry>'],
    ['nothing', ''],
    ['JSON', '{"resourceType":"Bundle"}'],
  ])('with %s is malformed', (_, text) => expect(readXml(text)).toBe('malformed'))
  test('in another encoding is refused', () =>
    expect(readXml(`<?xml version="1.0" encoding="ISO-8859-1"?>${fhir('')}`)).toBe('not-utf8'))
  test.each([70, 1000, 100_000])('of %i deep is refused', (depth) =>
    expect(['too-deep', 'malformed']).toContain(readXml(fhir('<a>'.repeat(depth) + '</a>'.repeat(depth)))),
  )
  test('with more elements than a referral can have is refused', () =>
    expect(readXml(fhir('<a/>'.repeat(200_001)))).toBe('too-deep'))
  test('may give its namespace a prefix', () =>
    expect(
      readXml('<f:Bundle xmlns:f="http://hl7.org/fhir"><f:type value="batch"/></f:Bundle>'),
    ).toMatchObject({
      name: 'Bundle',
      children: [{ name: 'type', value: 'batch' }],
    }))
  test('keeps the text of a value, references put in', () =>
    expect(readXml(fhir('<id value="O&apos;Brien &amp; Zn &#233;&#x130;"/>'))).toMatchObject({
      children: [{ value: "O'Brien & Zn éİ" }],
    }))
})

describe('JSON', () => {
  test.each(['', 'x', '[]', 'null', '"a"', '{"a":1,}', '{"a":"\u0001"}', '\u0000'])(
    '%j is malformed',
    (text) => expect(readJson(text)).toBe('malformed'),
  )
  test.each([70, 1000, 200_000])('of %i deep is refused', (depth) =>
    expect(readJson(`{"resourceType":"Bundle","a":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}}`)).toBe(
      'too-deep',
    ),
  )
  test('of lists in lists is refused or read, whatever its depth', () =>
    expect(readJson(`{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`)).toBeTypeOf('object'))
  test('with more elements than a referral can have is refused', () =>
    expect(readJson(`{"resourceType":"Bundle","a":[${'1,'.repeat(100_001)}1]}`)).toBe('too-deep'))
  test('has values and what stands in them in one element', () =>
    expect(
      readJson(
        '{"resourceType":"P","given":["a",null],"_given":[null,{"extension":[{"url":"u","valueCode":"IN"}]}]}',
      ),
    ).toMatchObject({
      children: [
        { name: 'given', value: 'a', children: [] },
        { name: 'given', value: null, children: [{ name: 'extension', url: 'u' }] },
      ],
    }))
})

test('both give the same tree', () =>
  expect(readXml(asXml(bundle()))).toEqual(normal(readJson(JSON.stringify(bundle())))))

/** Narrative differs in blanks between its tags. */
const normal = (value: unknown): unknown =>
  typeof value === 'string'
    ? value
    : JSON.parse(JSON.stringify(value), (key, text) =>
        key === 'value' && typeof text === 'string' && text.includes('BSN') && !text.includes('tijdelijk')
          ? expect.any(String)
          : text,
      )

describe('hammered', () => {
  const sample = [asXml(bundle()), JSON.stringify(bundle())] as const
  /** The sample with a piece cut out, doubled or replaced. */
  const broken = fc
    .tuple(fc.constantFrom(...sample), fc.nat(), fc.nat(60), fc.string({ unit: 'binary', maxLength: 6 }))
    .map(([text, at, size, instead]) => {
      const start = at % text.length
      return text.slice(0, start) + instead + text.slice(start + size)
    })
  const pieces = fc
    .array(
      fc.constantFrom(
        '<',
        '>',
        '/>',
        '</',
        '<!--',
        '-->',
        '<![CDATA[',
        ']]>',
        '<?',
        '?>',
        '&',
        ';',
        '#x',
        '="',
        "'",
        'a',
        ':',
        ' ',
        'value',
        '__proto__',
        '{',
        '}',
        '[',
        ']',
        ',',
        '\\u0000',
        '\\ud800',
        '"',
        '1e999',
        '-0',
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join(''))
  test.each(['broken', 'pieces', 'wrapped', 'binary'] as const)(
    'with %s text gives a tree or a problem, never a throw',
    (kind) => {
      const texts = {
        broken,
        pieces,
        wrapped: pieces.map(fhir),
        binary: fc.string({ unit: 'binary', maxLength: 200 }),
      }[kind]
      fc.assert(
        fc.property(texts, (text) => {
          for (const read of [readXml(text), readJson(text)])
            expect(
              typeof read === 'object' || ['malformed', 'doctype', 'too-deep', 'not-utf8'].includes(read),
            ).toBe(true)
        }),
        { numRuns: 1000 },
      )
    },
  )
  test('any text that XML allows survives the way into it and back', () => {
    const text = fc.string({ unit: 'grapheme' })
    fc.assert(
      fc.property(
        text.filter((one) => !/\p{Cc}/u.test(one)),
        (one) => decodeEntities(encodeEntities(one)) === one,
      ),
    )
    expect(encodeEntities('a\u0000\ud800b')).toBe('a\ufffdb')
  })
})
