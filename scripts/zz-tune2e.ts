import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
const root='/work/wt/tune2'
import { loadQuestionnaire } from '/work/wt/tune2/src/app/load/questionnaire.ts'
import { compileChecks } from '/work/wt/tune2/src/checks/compile-checks.ts'
import { createTopicFinder } from '/work/wt/tune2/src/checks/topics.ts'
import { judgeDocument } from '/work/wt/tune2/src/checks/judge-document.ts'
import { decodePartly } from '/work/wt/tune2/src/model/decode.ts'
import { loadFacts } from '/work/wt/tune2/test/reading/markdown/facts.ts'
import { readWhole } from '/work/wt/tune2/test/reading/markdown/read.ts'
export async function run(){
  const loaded = await loadQuestionnaire(join(root,'questionnaires/partnership-readiness'), '.', { root } as never)
  const { checks } = compileChecks(loaded.questionnaire)
  const files=[...readdirSync(root+'/test/documents').filter(n=>n.endsWith('.md')&&Number.parseInt(n,10)<=63).map(n=>join(root,'test/documents',n)), root+'/examples/two-ngos/memorandum.md', root+'/examples/two-companies/contract.md']
  const out:any={}
  for(const f of files){
    const bytes=readFileSync(f); const source=readWhole(bytes); const {value:plan}=decodePartly('plan',source.value,source.refused)
    const marked=loadFacts(f.replace(/\.md$/,'.facts.yaml'))
    const {outcomes}=judgeDocument(checks,{plan,today:'2026-11-30'} as never,source.prose as never)
    const finder=createTopicFinder(source.prose as never)
    for(const o of outcomes){ const c:any=o.check
      const isUnread=o.visits===0&&o.unread.length>0, isTold=o.visits>o.passed
      if(!isUnread&&!isTold) continue
      const w=(marked.written as any)[c.id], a=(marked.about as any)[c.id]; const k=w?'W':a?'A':'L'; const fair=new Set([...(w??[]),...(a??[])])
      const hits:any={}
      for(const e of new Set<string>(c.topic)){ const ls=finder.findLines([e]); if(ls.length) hits[e]=[ls.length, ls.filter(l=>fair.has(l)).length] }
      ;(out[c.id]??=[]).push({k,doc:basename(f).slice(0,2),hits})
    }
  }
  process.stdout.write(JSON.stringify(out))
}
