import { benchMatching } from '../bench/matching/main.ts'

await benchMatching(process.argv.slice(2))
