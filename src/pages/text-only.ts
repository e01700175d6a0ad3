import type { Form } from '#pages/form-data.ts'
import { Invalid } from '#usecases/failure.ts'

/** A photo where words are asked: said at its field, so that nobody thinks that it was kept; what was typed stays. */
export function refuseFiles(form: Form): void {
  if (form.fileNames.length > 0)
    throw new Invalid(Object.fromEntries(form.fileNames.map((name) => [name, 'text-only'])))
}
