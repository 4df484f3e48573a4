import { withTypescript } from './import-typescript.js'
await withTypescript('scripts/zz-tune2.ts', ({ run }) => run(+process.argv[2], +process.argv[3], process.argv[4]))
