import SQLite from "better-sqlite3";

// Another process that writes: the title of a topic becomes one number after another, each told once it is committed.

const [path = "", last = "0"] = process.argv.slice(2);
const db = new SQLite(path, { timeout: 10_000 });
const write = db.prepare("update topic set title = ? where slug = 'counted'");
let number = 0;
const next = () => {
  number += 1;
  write.run(`other ${number}`);
  process.send?.(number);
  if (number < Number(last)) setTimeout(next, 3);
  else process.disconnect?.();
};
next();
