import { withTypescript } from './import-typescript.js'
await withTypescript('scripts/zz-tune2e.ts', ({ run }) => run())
