import pg from "pg";
import { Cluster, givenToUser } from "/work/main/tests/support/postgres-cluster.ts";
const c=await Cluster.startIn(givenToUser("/tmp/dateline-bench-postgres/m10k-x1000"),["shared_buffers=1GB","max_wal_size=8GB","checkpoint_timeout=30min","fsync=off"]);
const run=(s:string)=>c.run(s,"story");
await run(`drop table if exists timeline_p; create table timeline_p (like timeline) partition by hash (subject_type, subject_id)`);
for (let i=0;i<16;i++) await run(`create table timeline_p${i} partition of timeline_p for values with (modulus 16, remainder ${i})`);
await run("insert into timeline_p select * from timeline");
await run(`set maintenance_work_mem='2GB'; alter table timeline_p add primary key (subject_type, subject_id, kind, earliest, latest, "time", reported, key, from_day)`);
await run("vacuum analyze timeline_p");
const client=new pg.Client({connectionString:c.url("story")}); await client.connect();
const ids=(await client.query("select id from agent where type='PERSON' order by random() limit 4000")).rows.map(r=>r.id);
const measure=async(table:string,list:any[])=>{
  const t:number[]=[];
  for (const id of list){const s=performance.now(); await client.query({name:"q"+table,text:`select earliest,latest,time,reported,kind,key,entry_id from ${table} where subject_type=$1 and subject_id=$2 and kind=$3 and (earliest,latest,time,reported,key) > ($4,$5,$6,$7,$8) and (earliest,latest,time,reported,key) < ($9,$10,$11,$12,$13) and from_day <= $14 and until_day > $14 order by earliest,latest,time,reported,key limit 21`,values:[2,id,0,0,0,-1,0,'',99999999,99999999,999999,99999999,'z',99999998]}); t.push(performance.now()-s);}
  t.sort((a,b)=>a-b); return [t[t.length>>1],t[Math.floor(t.length*0.99)]];
};
for (let round=0;round<4;round++) for (const table of ["timeline","timeline_p"]) console.log(round,table,await measure(table,round<1?ids.slice(0,2000):ids.slice(0,2000)));
const plan=await client.query("explain select * from timeline_p where subject_type=2 and subject_id=5 and kind=0 limit 5"); console.log(plan.rows.map(r=>Object.values(r)[0]).join("\n"));
await client.query("drop table timeline_p"); await client.end(); await c.stop();
