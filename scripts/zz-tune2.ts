import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
const root='/work/wt/tune2'
import { loadQuestionnaire } from '/work/wt/tune2/src/app/load/questionnaire.ts'
import { compileChecks } from '/work/wt/tune2/src/checks/compile-checks.ts'
import { judgeDocument } from '/work/wt/tune2/src/checks/judge-document.ts'
import { decodePartly } from '/work/wt/tune2/src/model/decode.ts'
import { loadFacts } from '/work/wt/tune2/test/reading/markdown/facts.ts'
import { readLeaves, readWhole } from '/work/wt/tune2/test/reading/markdown/read.ts'
export async function run(lo:number,hi:number,mode:string){
  const loaded = await loadQuestionnaire(join(root,'questionnaires/partnership-readiness'), '.', { root } as never)
  const { checks } = compileChecks(loaded.questionnaire)
  const cl:any={}; const by = new Map<string,any>()
  const files=[...readdirSync(root+'/test/documents').filter(n=>n.endsWith('.md')).map(n=>join(root,'test/documents',n)), root+'/examples/two-ngos/memorandum.md', root+'/examples/two-companies/contract.md']
  for(const f of files){
    const num=Number.parseInt(basename(f),10)
    if (num>63) continue
    const n=Number.isNaN(num)?0:num
    if(n<lo||n>hi) continue
    const bytes=readFileSync(f); const lines=bytes.toString().split('\n')
    const source=readWhole(bytes); const {value:plan}=decodePartly('plan',source.value,source.refused)
    const marked=loadFacts(f.replace(/\.md$/,'.facts.yaml'))
    const {outcomes}=judgeDocument(checks,{plan,today:'2026-11-30'} as never,source.prose as never)
    for(const o of outcomes){
      const c=o.check; let r=by.get(c.id); if(!r) by.set(c.id,r={written:0,about:0,applic:0,missed:[],wl:[],nl:0,ok:0,lack:0,lacktold:0,lackno:[],passed:[],topic:(c as any).topic, text:(c as any).message??(c as any).text})
      const w=(marked.written as any)[c.id], a=(marked.about as any)[c.id]
      const isUnread=o.visits===0&&o.unread.length>0, isTold=o.visits>o.passed
      if(o.visits===0&&!isUnread) continue
      r.applic++; if(w) r.written++; else if(a) r.about++
      const tx=(l:number)=>`${n}:${l} ${lines[l-1]?.slice(0,260)}`
      if(isTold&&w) r.missed.push(w.map(tx).slice(0,4))
      if(isUnread){ const fair=new Set([...(w??[]),...(a??[])]); const ls=o.topicLines.length>0?o.topicLines:o.unread.map((p:any)=>source.span(p,'value').line)
        const bad:any[]=[]
        for(const l of new Set<number>(ls as any)){ r.nl++; { const k=(globalThis as any).__all?.get((c as any).topic)?.[l]??'none'; const e=(cl[k]??=[0,0]); e[1]++; if(fair.has(l)) e[0]++ } if(fair.has(l)) r.ok++; else bad.push(l)}
        if(bad.length) r.wl.push({bad:bad.map(tx),fair:[...fair].map(l=>tx(l as number)).slice(0,3), hit:(ls as any[]).some(l=>fair.has(l))})
      }
      const isLacking=!w&&!a&&(c as any).for===undefined
      if(isLacking&&o.visits+o.unread.length>0&&o.passed<Math.max(o.visits,1)){ r.lack++; if(isTold) r.lacktold++; else r.lackno.push(o.topicLines.map((l:any)=>tx(l))) }
      if(o.visits>0&&!isTold&&!w) r.passed.push(n+(a?' about':''))
    }
  }
  if(mode==='cls') for(const k of Object.keys(cl).sort()) process.stdout.write(k+' '+cl[k].join('/')+' '+(cl[k][0]/cl[k][1]).toFixed(2)+'\n')
  let s=''
  const rows=[...by].sort((a,b)=>(b[1].nl-b[1].ok)-(a[1].nl-a[1].ok))
  for(const [id,r] of rows){
    if(mode==='sum') s+=`${id}: applic ${r.applic} written ${r.written} about ${r.about} missed ${r.missed.length} lines ${r.ok}/${r.nl} lacktold ${r.lacktold}/${r.lack} passed ${r.passed}\n`
    else if(mode==='missed'){ if(r.missed.length){ s+=`## ${id}: written ${r.written}/${r.applic} lack ${r.lacktold}/${r.lack}\n   topic: ${JSON.stringify(r.topic)}\n`; for(const m of r.missed) s+='   - '+m.join('\n       ')+'\n' } }
    else if(mode==='lines'){ s+=`## ${id}: written ${r.written} about ${r.about}/${r.applic} lines ${r.ok}/${r.nl} lack ${r.lacktold}/${r.lack}\n`; for(const m of r.wl) s+=`   ${m.hit?'+':'-'} BAD ${m.bad.map((x:string)=>x.slice(0,170)).join('\n         ')}\n       FAIR ${m.fair.map((x:string)=>x.slice(0,120)).join(' || ')}\n` }
  }
  process.stdout.write(s)
}
