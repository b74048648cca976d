import Database from 'libsql';

/**
 * @typedef {Readonly<Record<string, unknown>> & { id: string, kind: string, at: number, route: string, name?: string, rule?: string, place?: string, signal?: string, strength?: number }} Fact
 * @typedef {{ v: 1, id: string, visit: string, sdk: string, purposes: readonly string[], facts: readonly Fact[], dropped: number }} Batch
 * @typedef {{ v: 1, id: string, erase: string, sdk: string }} Erasure `erase` is the key of a visit.
 * @typedef {Fact & { n: number, visit: string, received: number }} StoredFact `n` counts what arrived; `received` is Unix time in ms.
 * @typedef {{ name: string, place: string, route: string, signals: number, hiccups: number, visits: number }} Cell
 * @typedef {{ facts: number, visits: number, batches: number, dropped: number, cells: Cell[], folded: { cells: number, signals: number } }} Summary
 * `folded` is what stands in cells with fewer than k visits.
 *
 * What a collector needs of a store. Any database that can refuse a second row with the same id will do.
 * @typedef {object} Store
 * @property {(batch: Batch, received: number) => { accepted: number, duplicates: number }} add Resolves or returns when the batch is durable, and not before. A batch, and a fact, that is there already changes nothing, nor does one of a visit that was erased.
 * @property {(visit: string) => number} erase Deletes the facts of a visit, for good, and takes no more of them. Resolves or returns with how many there were when that is durable.
 * @property {(before: number) => number} expire Deletes, for good, what was received before a time (Unix time in ms), and returns how many facts that were.
 * @property {(asked: { since?: number, limit?: number, kind?: string, oldestFirst?: boolean }) => StoredFact[]} facts Those that arrived after the one numbered `since`, the newest first.
 * @property {(asked: { k: number }) => Summary} summary
 * @property {() => void} close
 */

/** What each version of the file adds to the one before; `user_version` tells how many of them a file has. */
const MIGRATIONS = [
  `CREATE TABLE batches (id TEXT PRIMARY KEY, visit TEXT NOT NULL, received INTEGER NOT NULL, sdk TEXT NOT NULL, purposes TEXT NOT NULL, dropped INTEGER NOT NULL) WITHOUT ROWID;
   CREATE TABLE facts (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, batch TEXT NOT NULL, visit TEXT NOT NULL, received INTEGER NOT NULL, at INTEGER NOT NULL,
     kind TEXT NOT NULL, name TEXT, place TEXT, route TEXT NOT NULL, signal TEXT, strength REAL, fact TEXT NOT NULL);
   CREATE INDEX facts_by_kind ON facts (kind, n);
   CREATE INDEX facts_by_signal ON facts (signal, n) WHERE kind = 'signal';`,
  `CREATE TABLE erased (visit TEXT PRIMARY KEY) WITHOUT ROWID;
   CREATE INDEX facts_by_visit ON facts (visit);
   CREATE INDEX batches_by_visit ON batches (visit);`,
];

/** A signal that was ever taken back (strength 0) was a hiccup, in whatever order its facts arrived. */
const CELLS = `WITH told AS (SELECT name, place, route, visit, min(strength) AS strength FROM facts WHERE kind = 'signal' GROUP BY signal)
  SELECT name, place, route, sum(strength > 0) AS signals, sum(strength = 0) AS hiccups, count(DISTINCT visit) AS visits
  FROM told GROUP BY name, place, route ORDER BY signals DESC, name, place, route`;

/**
 * A store in one file, by libSQL. What `add` has returned survives the death of the process and of the machine.
 * @param {string} file A path, or `:memory:`.
 * @returns {Store}
 */
export function createStore(file) {
  const database = open(file);
  const addBatch = database.prepare('INSERT INTO batches (id, visit, received, sdk, purposes, dropped) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING');
  const addFact = database.prepare(`INSERT INTO facts (id, batch, visit, received, at, kind, name, place, route, signal, strength, fact)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`);
  const newest = database.prepare('SELECT n, visit, received, fact FROM facts WHERE n > ? AND (? IS NULL OR kind = ?) ORDER BY n DESC LIMIT ?');
  const oldest = database.prepare('SELECT n, visit, received, fact FROM facts WHERE n > ? AND (? IS NULL OR kind = ?) ORDER BY n LIMIT ?');
  const totals = database.prepare('SELECT count(*) AS facts, count(DISTINCT visit) AS visits, (SELECT count(*) FROM batches) AS batches, (SELECT total(dropped) FROM batches) AS dropped FROM facts');
  const cells = database.prepare(CELLS);
  const isErased = database.prepare('SELECT 1 FROM erased WHERE visit = ?');
  const addErased = database.prepare('INSERT INTO erased VALUES (?) ON CONFLICT DO NOTHING');
  const deleteFacts = database.prepare('DELETE FROM facts WHERE visit = ?');
  const deleteBatches = database.prepare('DELETE FROM batches WHERE visit = ?');

  const add = database.transaction((/** @type {Batch} */ batch, /** @type {number} */ received) => {
    if (isErased.get([batch.visit])) return { accepted: 0, duplicates: 0 };
    addBatch.run([batch.id, batch.visit, received, batch.sdk, batch.purposes.join(' '), batch.dropped]);
    const accepted = batch.facts.filter((fact) => addFact.run(rowOf(fact, batch, received)).changes > 0).length;
    return { accepted, duplicates: batch.facts.length - accepted };
  });

  const expire = database.transaction((/** @type {number} */ before) => {
    database.prepare('DELETE FROM batches WHERE received < ?').run([before]);
    return database.prepare('DELETE FROM facts WHERE received < ?').run([before]).changes;
  });
  const erase = database.transaction((/** @type {string} */ visit) => {
    addErased.run([visit]);
    deleteBatches.run([visit]);
    return deleteFacts.run([visit]).changes;
  });

  /** The log still has what the file has lost. @param {number} deleted */
  function forGood(deleted) {
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    return deleted;
  }

  return {
    add: (batch, received) => add.immediate(batch, received),
    erase: (visit) => forGood(erase.immediate(visit)),
    expire: (before) => forGood(expire.immediate(before)),
    facts({ since = 0, limit = 100, kind, oldestFirst = false }) {
      const rows = (oldestFirst ? oldest : newest).all([since, kind ?? null, kind ?? null, limit]);
      return rows.map((row) => factOf(/** @type {{ n: number, visit: string, received: number, fact: string }} */ (row)));
    },
    summary({ k }) {
      const all = /** @type {Cell[]} */ (cells.all([]));
      const hidden = all.filter(({ visits }) => visits < k);
      const { facts, visits, batches, dropped } = /** @type {{ facts: number, visits: number, batches: number, dropped: number }} */ (totals.get([]));
      return { facts, visits, batches, dropped, cells: all.filter(({ visits }) => visits >= k), folded: { cells: hidden.length, signals: hidden.reduce((sum, { signals }) => sum + signals, 0) } };
    },
    close() {
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      database.close();
    },
  };
}

/** @param {string} file */
function open(file) {
  const database = new Database(file);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA busy_timeout = 5000');
  const { user_version: version } = /** @type {{ user_version: number }} */ (database.prepare('PRAGMA user_version').get([]));
  if (version > MIGRATIONS.length) throw new Error(`${file} was written by a newer collector (version ${version}, this one knows ${MIGRATIONS.length})`);
  MIGRATIONS.slice(version).forEach((migration, index) => database.exec(`BEGIN; ${migration} PRAGMA user_version = ${version + index + 1}; COMMIT`));
  return database;
}

/** @param {Fact} fact @param {Batch} batch @param {number} received */
function rowOf(fact, { id, visit }, received) {
  const { name = fact.rule ?? null, place = null, signal = null, strength = null } = fact;
  return [fact.id, id, visit, received, fact.at, fact.kind, name, place, fact.route, signal, strength, JSON.stringify(fact)];
}

/** @param {{ n: number, visit: string, received: number, fact: string }} row @returns {StoredFact} */
function factOf({ n, visit, received, fact }) {
  return { ...JSON.parse(fact), n, visit, received };
}
