import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import sharp from 'sharp'

/**
 * Files that somebody may send, made anew each time (T25). `refused`: nothing of it may be kept. `cleaned`: it may be
 * kept as a picture, without what was hidden in it. `kept`: an ordinary one, that must be taken. `either`: it is broken
 * by chance, and what is kept of it must be clean.
 */
export interface HostileFile {
  readonly label: string
  readonly bytes: Buffer
  readonly must: 'refused' | 'cleaned' | 'kept' | 'either'
}

/** Stands in everything that is hidden in a file; no document that is kept may hold it. */
export const payload = 'NAAST-PAYLOAD'
const script = `<script>alert('${payload}')</script>`
const html = `<!doctype html><html><body>${script}</body></html>`
const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert('${payload}')"><script>1</script></svg>`

/** Random numbers that come again with the same seed. */
export function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const crcTable = Array.from({ length: 256 }, (_, one) => {
  let crc = one
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1
  return crc >>> 0
})
const crcOf = (bytes: Buffer): number => {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}
const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const uint32 = (number: number): Buffer => {
  const four = Buffer.alloc(4)
  four.writeUInt32BE(number >>> 0)
  return four
}
const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  return Buffer.concat([uint32(data.length), body, uint32(crcOf(body))])
}
const ihdr = (width: number, height: number, { depth = 8, colour = 2, interlace = 0 } = {}): Buffer =>
  chunk('IHDR', Buffer.concat([uint32(width), uint32(height), Buffer.of(depth, colour, 0, 0, interlace)]))
/** A PNG of these pixels, all alike, with chunks of one's own before them. */
const png = (width: number, height: number, own: readonly Buffer[] = [], head = {}): Buffer =>
  Buffer.concat([
    pngSignature,
    ihdr(width, height, head),
    ...own,
    chunk('IDAT', deflateSync(Buffer.alloc(Math.min(height * (width * 3 + 1), 400_000_000)), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
const zeros = (megabytes: number): Buffer => deflateSync(Buffer.alloc(megabytes * 1_000_000), { level: 9 })

/** A zip with one file in it, as small as one can be. */
export function zip(name: string, inside: Buffer): Buffer {
  const packed = deflateRawSync(inside)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50)
  local.writeUInt16LE(20, 4)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(crcOf(inside.subarray(0, 1000)), 14)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt32LE(inside.length, 22)
  local.writeUInt16LE(name.length, 26)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50)
  local.copy(central, 6, 4, 30)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(46 + name.length, 12)
  end.writeUInt32LE(30 + name.length + packed.length, 16)
  return Buffer.concat([local, Buffer.from(name), packed, central, Buffer.from(name), end])
}

/** A PDF of one page, with objects of one's own. */
export const pdf = (objects: readonly (string | Buffer)[] = [], catalog = ''): Buffer =>
  Buffer.concat(
    [
      '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n',
      `1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${catalog} >>\nendobj\n`,
      '2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n',
      '3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>\nendobj\n',
      streamObject(4, '/Filter /FlateDecode', deflateSync(Buffer.from('0 0 m 100 100 l S'))),
      ...objects,
      'trailer\n<< /Root 1 0 R /Size 9 >>\nstartxref\n0\n%%EOF\n',
    ].map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)),
  )
const streamObject = (id: number, dictionary: string, body: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`${id} 0 obj\n<< /Length ${body.length} ${dictionary} >>\nstream\n`, 'latin1'),
    body,
    Buffer.from('\nendstream\nendobj\n', 'latin1'),
  ])
const objectStream = (
  inside: string,
  dictionary = '/Filter /FlateDecode',
  body = deflateSync(Buffer.from(`8 0 ${inside}`)),
) => streamObject(7, `/Type /ObjStm /N 1 /First 4 ${dictionary}`, body)

const deeds: Readonly<Record<string, string>> = {
  JavaScript: `<< /S /JavaScript /JS (app.alert\\('${payload}'\\)) >>`,
  'JavaScript, name in codes': `<< /S /J#61vaScr#69pt /JS (1) >>`,
  Launch: '<< /S /Launch /F (cmd.exe) >>',
  'Launch, name in codes': '<< /S /#4caunch /F (cmd.exe) >>',
  'embedded file': '<< /Type /EmbeddedFile /Length 1 >>',
  'embedded files': '<< /Names << /EmbeddedFiles << /Names [] >> >> >>',
  'attached file': '<< /Type /Annot /Subtype /FileAttachment >>',
  'rich media': '<< /Type /Annot /Subtype /RichMedia >>',
  rendition: '<< /S /Rendition /R 9 0 R >>',
  film: '<< /Type /Annot /Subtype /Movie >>',
  'form that is sent': '<< /S /SubmitForm /F (http://example.nl) >>',
  'data from elsewhere': '<< /S /ImportData /F (x) >>',
  'another file': '<< /S /GoToR /F (x.pdf) >>',
  'a file inside': '<< /S /GoToE /F (x.pdf) >>',
  'a form of XML': '<< /XFA [(template) 9 0 R] >>',
}

const signatures: Readonly<Record<string, string | Buffer>> = {
  HTML: html,
  'HTML after a byte order mark': `\ufeff${html}`,
  'HTML in capitals': html.toUpperCase(),
  XHTML: `<?xml version="1.0"?>${html}`,
  SVG: svg,
  'SVG with a declaration': `<?xml version="1.0"?>\n${svg}`,
  'SVG, packed': gzipSync(svg),
  'plain text': payload,
  JavaScript: `alert('${payload}')`,
  'a shell script': `#!/bin/sh\necho ${payload}\n`,
  PHP: `<?php echo '${payload}'; ?>`,
  'a Windows program': Buffer.concat([Buffer.from('MZ\x90\0', 'latin1'), Buffer.alloc(200, 1)]),
  'a Linux program': Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), Buffer.alloc(200, 1)]),
  'a macOS program': Buffer.concat([Buffer.from('cffaedfe', 'hex'), Buffer.alloc(200, 1)]),
  'a Java class': Buffer.concat([Buffer.from('cafebabe00000037', 'hex'), Buffer.alloc(200, 1)]),
  WebAssembly: Buffer.from('0061736d01000000', 'hex'),
  zip: zip('a.txt', Buffer.from(payload)),
  'a Word document': zip('word/document.xml', Buffer.from(payload)),
  'a Word document with macros': zip('word/vbaProject.bin', Buffer.from(payload)),
  'an Excel workbook': zip('xl/workbook.xml', Buffer.from(payload)),
  'a zip that climbs': zip('../../../etc/passwd', Buffer.from(payload)),
  gzip: gzipSync(payload),
  bzip2: Buffer.from('425a68393141592653590000', 'hex'),
  xz: Buffer.from('fd377a585a000004', 'hex'),
  '7z': Buffer.from('377abcaf271c0004', 'hex'),
  RAR: Buffer.from('526172211a070100', 'hex'),
  tar: Buffer.concat([Buffer.alloc(257), Buffer.from('ustar\x0000'), Buffer.alloc(248)]),
  GIF: Buffer.from(
    'GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff!\xf9\x04\x01\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x01D\0;',
    'latin1',
  ),
  BMP: Buffer.concat([Buffer.from('BM'), Buffer.alloc(60)]),
  'TIFF, little end first': Buffer.from('49492a0008000000000000000000', 'hex'),
  'TIFF, big end first': Buffer.from('4d4d002a00000008000000000000', 'hex'),
  ICO: Buffer.from('0000010001000101000001001800', 'hex'),
  PSD: Buffer.concat([Buffer.from('8BPS\0\x01', 'latin1'), Buffer.alloc(100)]),
  HEIC: Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), Buffer.alloc(100)]),
  HEIF: Buffer.concat([Buffer.from('\0\0\0\x18ftypmif1\0\0\0\0mif1heic', 'latin1'), Buffer.alloc(100)]),
  AVIF: Buffer.concat([Buffer.from('\0\0\0\x18ftypavif\0\0\0\0avifmif1', 'latin1'), Buffer.alloc(100)]),
  'JPEG XL': Buffer.from('0000000c4a584c200d0a870a', 'hex'),
  'JPEG 2000': Buffer.from('0000000c6a5020200d0a870a000000146674797069703220', 'hex'),
  MP4: Buffer.concat([Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'latin1'), Buffer.alloc(100)]),
  MP3: Buffer.concat([Buffer.from('ID3\x03\0\0\0\0\0\0', 'latin1'), Buffer.alloc(100)]),
  WAV: Buffer.concat([Buffer.from('RIFF\x24\0\0\0WAVEfmt ', 'latin1'), Buffer.alloc(100)]),
  OGG: Buffer.concat([Buffer.from('OggS\0\x02', 'latin1'), Buffer.alloc(100)]),
  RTF: `{\\rtf1 ${payload}}`,
  'an old Word document': Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
  PostScript: `%!PS-Adobe-3.0\n(${payload}) show`,
  SQLite: Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(200)]),
  'a shortcut': Buffer.concat([
    Buffer.from('4c0000000114020000000000c000000000000046', 'hex'),
    Buffer.alloc(80),
  ]),
  'a letter': `From: a@example.nl\r\nContent-Type: text/html\r\n\r\n${html}`,
  nothing: '',
  'one byte': 'x',
}

/** Ordinary pictures and papers. */
export async function ordinaryFiles(random: (below: number) => number = numbers(1)) {
  const colour = () => ({ r: random(256), g: random(256), b: random(256) })
  const plain = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: colour() } })
  return {
    jpeg: await plain(320, 200).jpeg().toBuffer(),
    progressive: await plain(320, 200).jpeg({ progressive: true }).toBuffer(),
    png: await plain(200, 320).png().toBuffer(),
    transparent: await plain(200, 200).ensureAlpha(0.4).png().toBuffer(),
    webp: await plain(200, 160).webp().toBuffer(),
    lossless: await plain(200, 160).webp({ lossless: true }).toBuffer(),
    pdf: pdf(),
    packed: pdf([objectStream('<< /Type /Font >>')]),
    'opens at its first page': pdf([], '/OpenAction [3 0 R /Fit]'),
  }
}

/** A photograph as a phone makes it: with where it was taken, by what, and a small picture of itself. */
export const photograph = (format: 'jpeg' | 'png' | 'webp'): Promise<Buffer> =>
  sharp({ create: { width: 300, height: 200, channels: 3, background: 'peru' } })
    [format]()
    .withMetadata({ orientation: 6 })
    .withExif({
      IFD0: { Make: payload, Copyright: payload, Orientation: '6' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '52/1 22/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '4/1 53/1 0/1',
      },
    })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>${payload}</a></x:xmpmeta>`)
    .toBuffer()

/** Those that are made to fill a memory or a processor: never opened in the process that answers people. */
export async function bombs(which = /./): Promise<HostileFile[]> {
  type Fuse = Omit<HostileFile, 'bytes'> & { readonly make: () => Buffer }
  const refused = (label: string, make: () => Buffer): Fuse => ({ label, make, must: 'refused' })
  const either = (label: string, make: () => Buffer): Fuse => ({ label, make, must: 'either' })
  const cleaned = (label: string, make: () => Buffer): Fuse => ({ label, make, must: 'cleaned' })
  const jpeg = await sharp({ create: { width: 64, height: 64, channels: 3, background: 'red' } })
    .jpeg()
    .toBuffer()
  const sized = (width: number, height: number) => {
    const bytes = Buffer.from(jpeg)
    const at = bytes.indexOf(Buffer.from([0xff, 0xc0]))
    bytes.writeUInt16BE(height, at + 5)
    bytes.writeUInt16BE(width, at + 7)
    return bytes
  }
  const webp = await sharp({ create: { width: 64, height: 64, channels: 3, background: 'red' } })
    .webp()
    .toBuffer()
  const wide = Buffer.from(webp)
  wide.writeUInt16LE(16_383, wide.indexOf(Buffer.from([0x9d, 0x01, 0x2a])) + 3)
  wide.writeUInt16LE(16_383, wide.indexOf(Buffer.from([0x9d, 0x01, 0x2a])) + 5)
  const progressive = await sharp({ create: { width: 8000, height: 7900, channels: 3, background: 'red' } })
    .jpeg({ progressive: true, chromaSubsampling: '4:4:4' })
    .toBuffer()
  const frame = (at: number) =>
    sharp({ create: { width: 40, height: 40, channels: 3, background: { r: at, g: 0, b: 0 } } })
  const frames = await Promise.all(Array.from({ length: 60 }, (_, at) => frame(at).png().toBuffer()))
  const moving = await sharp(frames, { join: { animated: true } })
    .webp()
    .toBuffer()
  const tenMegabytes = objectStream(
    '',
    '/Filter /FlateDecode',
    deflateSync(Buffer.from(`8 0 ${' '.repeat(10_000_000)}`)),
  )
  const scan = progressive.subarray(progressive.indexOf(Buffer.from([0xff, 0xda])), -2)
  const all: readonly Fuse[] = [
    refused('PNG that says it is four thousand million pixels', () =>
      Buffer.concat([
        pngSignature,
        ihdr(65_535, 65_535),
        chunk('IDAT', zeros(1)),
        chunk('IEND', Buffer.alloc(0)),
      ]),
    ),
    refused('PNG of the largest numbers there are', () =>
      Buffer.concat([
        pngSignature,
        ihdr(0x7fffffff, 0x7fffffff),
        chunk('IDAT', zeros(1)),
        chunk('IEND', Buffer.alloc(0)),
      ]),
    ),
    refused('PNG of no size', () => png(0, 0)),
    refused('PNG of a hundred million pixels', () => png(10_000, 10_000)),
    refused('PNG, one row of a million pixels', () => png(1_000_000, 1)),
    refused('PNG, one column of a million pixels', () => png(1, 1_000_000)),
    refused('PNG, interlaced, 16 bits, 60 million pixels', () =>
      png(8_000, 7_500, [], { depth: 16, colour: 6, interlace: 1 }),
    ),
    either('PNG of sixty million pixels', () => png(8_000, 7_500)),
    either('PNG, interlaced, of sixty million pixels', () => png(8_000, 7_500, [], { interlace: 1 })),
    either('PNG with a text that unpacks to 200 MB', () =>
      png(20, 20, [chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), zeros(200)]))]),
    ),
    either('PNG with an international text that unpacks to 200 MB', () =>
      png(20, 20, [chunk('iTXt', Buffer.concat([Buffer.from('Comment\0\x01\0\0\0'), zeros(200)]))]),
    ),
    either('PNG with a colour profile that unpacks to 200 MB', () =>
      png(20, 20, [chunk('iCCP', Buffer.concat([Buffer.from('profile\0\0'), zeros(200)]))]),
    ),
    either('PNG with twenty thousand texts', () =>
      png(
        20,
        20,
        Array.from({ length: 20_000 }, () => chunk('tEXt', Buffer.from(`Comment\0${payload}`))),
      ),
    ),
    either('PNG whose pixels unpack to far more than it has', () =>
      Buffer.concat([pngSignature, ihdr(20, 20), chunk('IDAT', zeros(400)), chunk('IEND', Buffer.alloc(0))]),
    ),
    refused('JPEG that says it is 65,500 by 65,500', () => sized(65_500, 65_500)),
    // Not cut off, only grey for the most part: as any photograph may be.
    either('JPEG that says it is 8,000 by 8,000 and ends', () => sized(8_000, 8_000)),
    refused('JPEG, progressive, of 63 million pixels', () => progressive),
    either('JPEG with two hundred rounds', () =>
      Buffer.concat([
        jpeg.subarray(0, -2),
        ...Array.from({ length: 200 }, () => scan),
        Buffer.from([0xff, 0xd9]),
      ]),
    ),
    either('JPEG with a thousand comments', () =>
      Buffer.concat([
        jpeg.subarray(0, 2),
        ...Array.from({ length: 150 }, () =>
          Buffer.concat([Buffer.from([0xff, 0xfe, 0xff, 0xff]), Buffer.alloc(65_533, payload)]),
        ),
        jpeg.subarray(2),
      ]),
    ),
    refused('WebP that says it is 16,383 by 16,383', () => wide),
    refused('WebP of sixty moving pictures', () => moving),
    refused('PDF with objects that unpack to 120 MB', () =>
      pdf([
        objectStream(
          '',
          '/Filter /FlateDecode',
          deflateSync(Buffer.from(`8 0 ${' '.repeat(120_000_000)}`), { level: 9 }),
        ),
      ]),
    ),
    refused('PDF with 60,000 packed parts', () =>
      pdf([Buffer.concat(Array.from({ length: 60_000 }, () => streamObject(9, '', Buffer.from('x'))))]),
    ),
    refused('PDF with three hundred parts of objects of 10 MB each', () =>
      pdf(Array.from({ length: 300 }, () => tenMegabytes)),
    ),
    either('PDF of ten million brackets', () => pdf([Buffer.alloc(9_000_000, '[<<(')])),
    refused('zip that unpacks to 400 MB', () => zip('a', Buffer.alloc(400_000_000))),
    refused('gzip that unpacks to 400 MB', () => gzipSync(Buffer.alloc(400_000_000), { level: 9 })),
    refused('10 MB and one byte', () =>
      Buffer.concat([jpeg, Buffer.alloc(10 * 1024 * 1024 + 1 - jpeg.length)]),
    ),
    cleaned('JPEG with 10 MB behind its end', () =>
      Buffer.concat([jpeg, Buffer.alloc(10 * 1024 * 1024 - jpeg.length, payload)]),
    ),
  ]
  return all.filter(({ label }) => which.test(label)).map(({ make, ...one }) => ({ ...one, bytes: make() }))
}

/** All but the bombs: some two hundred and thirty that stay the same, and so many more that follow from the seed. */
export async function hostileFiles({ seed = 1, mutations = 40 } = {}): Promise<HostileFile[]> {
  const random = numbers(seed)
  const ordinary = await ordinaryFiles(random)
  const found: HostileFile[] = []
  const add = (must: HostileFile['must'], label: string, bytes: string | Buffer) =>
    found.push({ label, must, bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes })
  for (const [label, bytes] of Object.entries(ordinary)) add('kept', `an ordinary ${label}`, bytes)
  for (const [label, bytes] of Object.entries(signatures)) add('refused', label, bytes)
  const heads = {
    JPEG: Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
    PNG: pngSignature,
    'PNG with a head': Buffer.concat([pngSignature, ihdr(20, 20)]),
    WebP: Buffer.from('RIFF\xff\xff\0\0WEBPVP8 ', 'latin1'),
    PDF: Buffer.from('%PDF-1.7\n'),
  }
  const bodies = { HTML: html, SVG: svg, PHP: `<?php ${payload} ?>`, zip: zip('a.txt', Buffer.from(payload)) }
  for (const [head, first] of Object.entries(heads))
    for (const [body, rest] of Object.entries(bodies))
      add('refused', `the head of a ${head} before ${body}`, Buffer.concat([first, Buffer.from(rest)]))
  for (const [kind, bytes] of Object.entries(ordinary)) {
    const isPdf = bytes.subarray(0, 4).toString() === '%PDF'
    for (const [body, rest] of Object.entries({ ...bodies, PDF: pdf(), program: `MZ${payload}` })) {
      const behind = Buffer.concat([bytes, Buffer.from(`\n${payload}`), Buffer.from(rest)])
      // A PDF behind a PDF is one that was changed and saved: as much a PDF as the first.
      add(
        isPdf ? (body === 'PDF' ? 'either' : 'refused') : 'cleaned',
        `${kind} with ${body} behind it`,
        behind,
      )
    }
    add('refused', `${kind} with HTML before it`, Buffer.concat([Buffer.from(html), bytes]))
    for (const part of [0.1, 0.5, 0.9])
      add('refused', `${kind}, cut off at ${part}`, bytes.subarray(0, Math.floor(bytes.length * part)))
  }
  for (const format of ['jpeg', 'png', 'webp'] as const)
    add('cleaned', `a ${format} that says where it was taken`, await photograph(format))
  add(
    'cleaned',
    'a JPEG with a script in its comment',
    Buffer.concat([
      ordinary.jpeg.subarray(0, 2),
      Buffer.from([0xff, 0xfe, 0, 2 + script.length]),
      Buffer.from(script),
      ordinary.jpeg.subarray(2),
    ]),
  )
  add(
    'cleaned',
    'a PNG with a script in its text',
    png(20, 20, [chunk('tEXt', Buffer.from(`Comment\0${script}`))]),
  )
  add('refused', 'a PNG that moves', png(20, 20, [chunk('acTL', Buffer.concat([uint32(2), uint32(0)]))]))
  for (const [label, object] of Object.entries(deeds)) {
    add('refused', `PDF: ${label}`, pdf([`8 0 obj\n${object}\nendobj\n`]))
    add('refused', `PDF: ${label}, packed`, pdf([objectStream(object)]))
    add('refused', `PDF: ${label}, at once`, pdf([], `/OpenAction ${object}`))
  }
  const hidden = deeds.JavaScript ?? ''
  for (const [label, dictionary, body] of [
    ['in codes', '/Filter /ASCIIHexDecode', Buffer.from(Buffer.from(hidden).toString('hex'))],
    [
      'in two ways',
      '/Filter [/ASCIIHexDecode /FlateDecode]',
      Buffer.from(deflateSync(hidden).toString('hex')),
    ],
    ['in rows', '/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 4 >>', deflateSync(hidden)],
    ['by another', '/Filter 9 0 R', deflateSync(hidden)],
    ['old', '/Filter /LZWDecode', Buffer.from(hidden)],
    ['elsewhere', '/F (other.bin)', deflateSync(hidden)],
    ['broken', '/Filter /FlateDecode', deflateSync(Buffer.from(`8 0 ${hidden}`)).subarray(0, 30)],
  ] as const)
    add('refused', `PDF: objects that are packed ${label}`, pdf([objectStream('', dictionary, body)]))
  add(
    'refused',
    'PDF: objects that call themselves a picture',
    pdf([streamObject(7, '/Subtype /Image /Filter /FlateDecode', deflateSync(Buffer.from(`8 0 ${hidden}`)))]),
  )
  add('refused', 'PDF with a lock', pdf(['trailer\n<< /Encrypt 9 0 R >>\n']))
  add('refused', 'PDF with a lock, name in codes', pdf(['trailer\n<< /E#6ecrypt 9 0 R >>\n']))
  add('refused', 'PDF without an end', pdf().subarray(0, -7))
  add('refused', 'PDF of a kind there isn’t', Buffer.concat([Buffer.from('%PDF-9.9\n'), pdf().subarray(9)]))
  add('refused', 'PDF that begins later', Buffer.concat([Buffer.from('\n\n'), pdf()]))
  const kinds = Object.entries(ordinary)
  for (let at = 0; at < mutations; at += 1) {
    const [kind, bytes] = kinds[random(kinds.length)] ?? ['pdf', pdf()]
    const broken = Buffer.from(bytes)
    for (let times = random(8) + 1; times > 0; times -= 1) broken[random(broken.length)] = random(256)
    add('either', `${kind}, broken by chance ${at}`, broken.subarray(0, broken.length - random(20)))
  }
  return found
}
