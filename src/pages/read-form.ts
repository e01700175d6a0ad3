import { type Form, formOf } from '#pages/form-data.ts'

/** A form that was sent; of one that is too large what stood before its file, as far as it is text. */
export type FormRead = { readonly form: Form; readonly tooLarge: boolean } | 'unreadable'

/** Of a form that is too large so much is looked at: what was typed, not the file behind it. */
const headBytes = 64 * 1024
/** So much more is let go by unseen, so that a browser that is still sending gets to read our answer. */
const mostLetGo = 64 * 1024 * 1024

/** Reads a form of so many bytes at most, whatever its length header promises. Nothing more of it is ever in memory. */
export async function readForm(request: Request, limit: number): Promise<FormRead> {
  const type = request.headers.get('content-type') ?? ''
  const multipart = /^multipart\/form-data/i.test(type)
  if (!multipart && !/^application\/x-www-form-urlencoded/i.test(type)) return 'unreadable'
  const promised = Number(request.headers.get('content-length') ?? 0)
  if (promised > limit && !multipart) return { form: formOf(null), tooLarge: true }
  try {
    const { body, whole } = await upTo(request, promised > limit ? headBytes : limit, multipart)
    if (!whole) return { form: multipart ? await formBefore(body, type) : formOf(null), tooLarge: true }
    return { form: await parsed(body, type), tooLarge: false }
  } catch {
    return 'unreadable'
  }
}

const parsed = async (body: Uint8Array<ArrayBuffer>, type: string): Promise<Form> =>
  formOf(await new Response(body, { headers: { 'content-type': type } }).formData())

/** So many bytes of the body, and whether that was all of it. */
async function upTo(
  request: Request,
  limit: number,
  letGo: boolean,
): Promise<{ body: Uint8Array<ArrayBuffer>; whole: boolean }> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    const room = limit - size
    size += chunk.byteLength
    if (room > 0) chunks.push(chunk.subarray(0, room))
    if (size > (letGo ? limit + mostLetGo : limit)) break
  }
  return { body: Buffer.concat(chunks), whole: size <= limit }
}

/** The parts that stand whole at the beginning of a form that was cut off. */
async function formBefore(body: Uint8Array<ArrayBuffer>, type: string): Promise<Form> {
  const [, quoted, plain] = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(type) ?? []
  const boundary = quoted ?? plain
  if (!boundary) return formOf(null)
  const head = Buffer.from(body.subarray(0, headBytes))
  const last = head.lastIndexOf(`\r\n--${boundary}`)
  if (last === -1) return formOf(null)
  const cut = Buffer.concat([head.subarray(0, last), Buffer.from(`\r\n--${boundary}--\r\n`)])
  return parsed(cut, type).catch(() => formOf(null))
}
