import { writeFileSync } from 'node:fs'
import { renderErrors } from './render-errors.ts'

// Run as a script: writes docs/errors.md from the table in schemas/errors.ts.
writeFileSync(new URL('errors.md', import.meta.url), renderErrors())
