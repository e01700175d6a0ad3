import { importColumnsRoutes } from '#pages/import/columns-page.tsx'
import { importPreviewRoutes } from '#pages/import/preview-page.tsx'
import { importProgressRoutes } from '#pages/import/progress-page.tsx'
import { importResultRoutes } from '#pages/import/result-page.tsx'
import { startImportRoutes } from '#pages/import/start-page.tsx'
import { takeBackImportRoutes } from '#pages/import/take-back-pages.tsx'
import type { Route } from '#pages/page.ts'

/** From a file to referrals, and back. */
export const importRoutes: readonly Route[] = [
  ...startImportRoutes,
  ...importColumnsRoutes,
  ...importPreviewRoutes,
  ...importProgressRoutes,
  ...importResultRoutes,
  ...takeBackImportRoutes,
]
