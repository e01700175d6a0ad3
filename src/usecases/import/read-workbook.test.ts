import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import writeXlsx, { type SheetData } from 'write-excel-file/node'
import { Invalid } from '#usecases/failure.ts'
import { readWorkbook } from '#usecases/import/read-workbook.ts'

const bytesOf = (content: string | Uint8Array): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(Buffer.from(content))
const rowsOf = async (content: string | Uint8Array) => (await readWorkbook(bytesOf(content))).rows

describe('a CSV file', () => {
  const list = [
    ['Naam', 'Plaats', 'Opmerking'],
    ['Zoë', 'Den Haag', 'belt; liever, niet'],
    ['Amina', 'Delft', ''],
  ]
  test.each([';', ',', '\t', '|'])('cut up by %j', async (delimiter) => {
    const csv = list.map((row) => row.map((cell) => `"${cell}"`).join(delimiter)).join('\r\n')
    expect(await rowsOf(csv)).toEqual([...list.slice(0, 2), ['Amina', 'Delft']])
  })
  test('in Windows-1252, with an enclosed line break and doubled quotes', async () => {
    const csv = Buffer.from('Naam;Opm\r\nZo\u00eb;"zegt ""hoi""\nen meer"\r\n', 'latin1')
    expect(await rowsOf(csv)).toEqual([
      ['Naam', 'Opm'],
      ['Zoë', 'zegt "hoi"\nen meer'],
    ])
  })
  test('with the hint that Excel writes', async () => {
    expect(await rowsOf('sep=,\r\nNaam,Tel\r\nA;B,06')).toEqual([
      ['Naam', 'Tel'],
      ['A;B', '06'],
    ])
  })
  test('with a quote that is never closed does not swallow the rest', async () => {
    expect(await rowsOf('Naam;Tel\n"Amina;06\nElif;07\n')).toEqual([
      ['Naam', 'Tel'],
      ['"Amina', '06'],
      ['Elif', '07'],
    ])
  })
  test('with more cells than headings keeps them', async () => {
    expect(await rowsOf('Naam;Tel\nA;06;x;y')).toEqual([
      ['Naam', 'Tel'],
      ['A', '06', 'x', 'y'],
    ])
  })
  test('never fails otherwise than with a reason', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 400 }),
          fc
            .string({ unit: fc.constantFrom('"', ';', ',', '\n', '\r', 'a', '\t', '\u0000', 'é') })
            .map((text) => Uint8Array.from(Buffer.from(text))),
        ),
        async (bytes) => {
          try {
            expect((await readWorkbook(Uint8Array.from(bytes))).rows.length).toBeGreaterThan(0)
          } catch (error) {
            expect(error).toBeInstanceOf(Invalid)
          }
        },
      ),
    )
  })
})

describe('an Excel file', () => {
  const workbook = (rows: SheetData) => writeXlsx(rows).toBuffer()
  test('gives days as days, numbers without exponents, ticks as words', async () => {
    const file = await workbook([
      ['Naam', 'Geb.datum', 'Tel', 'Eerste kind'],
      ['Amina', { value: new Date('1998-02-03'), type: Date, format: 'dd-mm-yyyy' }, 31612345678, true],
      ['=1+1', null, null, null],
    ])
    expect(await rowsOf(file)).toEqual([
      ['Naam', 'Geb.datum', 'Tel', 'Eerste kind'],
      ['Amina', '1998-02-03', '31612345678', 'true'],
      ['=1+1'],
    ])
  })
  test('may have a cover page before the list', async () => {
    const file = await writeXlsx([
      { data: [['Toelichting'], ['Dit is onze lijst']], sheet: 'Uitleg' },
      {
        data: [
          ['Naam', 'Tel'],
          ['Amina', '0612345678'],
        ],
        sheet: 'Lijst',
      },
    ]).toBuffer()
    expect(await rowsOf(file)).toEqual([
      ['Naam', 'Tel'],
      ['Amina', '0612345678'],
    ])
  })
  test.each<[string, string, () => Uint8Array | Promise<Uint8Array>]>([
    ['empty', 'file-empty', () => new Uint8Array()],
    ['only blanks', 'file-empty', () => Buffer.from(' ;;\n;\n')],
    [
      'old Excel',
      'file-old-excel',
      () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
    ],
    [
      'with a password',
      'file-has-password',
      () =>
        Buffer.concat([
          Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
          Buffer.from('EncryptedPackage', 'utf16le'),
        ]),
    ],
    ['a PDF', 'file-not-a-list', () => Buffer.from('%PDF-1.7\n')],
    ['a web page', 'file-not-a-list', () => Buffer.from('<html><table><tr><td>Naam')],
    ['another zip', 'file-not-a-list', () => zip({ 'mimetype.xml': 'x' })],
    ['half a file', 'file-damaged', async () => (await workbook([['Naam'], ['A']])).subarray(0, 400)],
    ['too many columns', 'file-too-many-columns', () => Buffer.from(`${'x;'.repeat(300)}y`)],
    ['too many rows', 'file-too-many-rows', () => Buffer.from('x;y\n'.repeat(20_001))],
    ['a mountain of zeros', 'file-too-large', () => zip({ 'xl/workbook.xml': '0'.repeat(61 * 1024 * 1024) })],
    ['bigger than it says', 'file-damaged', () => zip({ 'xl/workbook.xml': '0'.repeat(1_000_000) }, 1000)],
    ['entities of its own', 'file-damaged', () => sheet('<!DOCTYPE x [<!ENTITY a "aaaa">]><sheetData/>')],
    [
      'a row far away',
      'file-too-many-rows',
      () => sheet('<sheetData><row r="9999999"><c r="A9999999"><v>1</v></c></row></sheetData>'),
    ],
    ['a hidden row far away', 'file-damaged', () => sheet('<sheetData><row r="&#57;99999999"/></sheetData>')],
    [
      'a column far away',
      'file-too-many-columns',
      () => sheet('<sheetData><row r="1"><c r="ZZZ1"><v>1</v></c></row></sheetData>'),
    ],
    ['broken inside', 'file-damaged', () => sheet('<sheetData><row')],
  ])('that is %s is refused: %s', async (_, code, make) => {
    await expect(readWorkbook(bytesOf(await make()))).rejects.toMatchObject({ fields: { file: code } })
  })
})

const sheet = (xml: string) => zip({ 'xl/workbook.xml': '<workbook/>', 'xl/worksheets/sheet1.xml': xml })

/** A zip file by hand, with a size that may be a lie. */
function zip(files: Record<string, string>, saidSize?: number): Buffer {
  const heads: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(files)) {
    const packed = deflateRawSync(Buffer.from(content))
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(saidSize ?? content.length, 18)
    fields.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, Buffer.from(name), packed])
    const end = Buffer.alloc(14)
    end.writeUInt32LE(offset, 10)
    entries.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.alloc(2), fields, end, Buffer.from(name)]),
    )
    heads.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(entries)
  const tail = Buffer.alloc(22)
  tail.write('PK\u0005\u0006', 'latin1')
  tail.writeUInt16LE(entries.length, 10)
  tail.writeUInt32LE(directory.length, 12)
  tail.writeUInt32LE(offset, 16)
  return Buffer.concat([...heads, directory, tail])
}
