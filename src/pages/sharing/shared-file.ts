import { type FileAnswer, type Route, type StaffRequest, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { downloadSharedFile } from '#usecases/sharing/download-shared-file.ts'

async function download({ context, actor, params }: StaffRequest): Promise<FileAnswer> {
  const { text } = await downloadSharedFile(context, actor, { id: params.id ?? '' })
  return {
    kind: 'file',
    // Neither who she is nor what this is stands in its name: it lies about in a folder.
    name: 'gegevens.json',
    type: 'application/fhir+json; charset=utf-8',
    body: text,
  }
}

export const sharedFileRoutes: readonly Route[] = [
  staffRoute({
    path: paths.sharing.file(':id'),
    who: ['coordinator', 'safeguarding_lead'],
    get: download,
  }),
]
