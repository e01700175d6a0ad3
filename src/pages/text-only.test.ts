import { expect, test } from 'vitest'
import { formOf } from '#pages/form-data.ts'
import { actOnSession } from '#pages/group/session-deeds.ts'
import type { StaffRequest } from '#pages/page.ts'
import { refuseFiles } from '#pages/text-only.ts'

const photo = new File(['not words'], 'photo.jpg', { type: 'image/jpeg' })

test('a photo where words are asked is refused at its field, and an empty file field is none', () => {
  const sent = new FormData()
  sent.append('note', photo)
  sent.append('minutes', '150')
  sent.append('none', new File([], ''))
  expect(() => refuseFiles(formOf(sent))).toThrow(
    expect.objectContaining({ fields: { note: 'text-only' } }) as Error,
  )
  // What was typed beside it is still there to be shown again.
  expect(formOf(sent).text('minutes')).toBe('150')
  sent.delete('note')
  expect(() => refuseFiles(formOf(sent))).not.toThrow()
})
test('before anything of a session is written down', async () => {
  const sent = new FormData()
  sent.append('what', 'note')
  sent.append('note', photo)
  // Nothing else of a request is looked at before.
  const request = { form: formOf(sent) } as StaffRequest
  await expect(async () => actOnSession(request, 'a')).rejects.toMatchObject({
    fields: { note: 'text-only' },
  })
})
