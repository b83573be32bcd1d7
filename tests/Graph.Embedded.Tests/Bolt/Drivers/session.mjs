// A session of the official JavaScript driver: node session.mjs MODULES CHANNEL ADDRESS USER PASSWORD
// MODULES is the folder with neo4j-driver and ws; CHANNEL is tcp or websocket (the driver's build for browsers).
// Prints one line a step; the exit code is 0 only if every step passed.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import path from 'node:path';

const [modules, channel, address, user, password] = process.argv.slice(2);
const load = createRequire(path.join(modules, 'node_modules', 'x.js'));
if (channel === 'websocket') globalThis.WebSocket = load('ws');
const neo4j = load(channel === 'websocket' ? 'neo4j-driver/lib/browser/neo4j-web.js' : 'neo4j-driver');

const auth = password ? neo4j.auth.basic(user, password) : undefined;
const driver = neo4j.driver(address, auth, { fetchSize: 100, maxTransactionRetryTime: 0 });
const { int } = neo4j;
let failed = 0;

async function step(name, body) {
  const session = driver.session();
  try {
    await body(session);
    console.log(`ok ${name}`);
  } catch (error) {
    failed++;
    console.log(`FAILS ${name}: ${error.stack}`);
  } finally {
    await session.close();
  }
}

const count = async (session) => (await session.run('MATCH (n:DriverTest) RETURN count(n) AS count')).records[0].get('count').toNumber();

await step('connect', async () => {
  const server = await driver.getServerInfo();
  assert.match(server.agent, /^Neo4j\/5\./);
  assert.ok(server.protocolVersion >= 5.0);
  assert.ok(await driver.supportsMultiDb());
  assert.ok(await driver.verifyAuthentication());
});

await step('auto-commit', async (session) => {
  const created = await session.run('CREATE (n:DriverTest {name: $name}) RETURN n', { name: 'Ada' });
  const node = created.records[0].get('n');
  assert.ok(neo4j.isNode(node));
  assert.deepEqual(node.labels, ['DriverTest']);
  assert.equal(node.properties.name, 'Ada');
  assert.match(node.elementId, /^4:/);
  assert.deepEqual([created.summary.counters.updates().nodesCreated, created.summary.queryType, created.summary.database.name], [1, 'rw', 'neo4j']);
  assert.equal(await count(session), 1);
  assert.ok(session.lastBookmarks().length > 0);
});

await step('explicit transaction', async (session) => {
  const transaction = await session.beginTransaction();
  await transaction.run('CREATE (:DriverTest {name: "Bob"})');
  assert.equal((await transaction.run('MATCH (n:DriverTest) RETURN n.name AS name')).records.length, 2);
  await transaction.commit();
  assert.equal(await count(session), 2);
});

await step('rollback', async (session) => {
  const transaction = await session.beginTransaction();
  await transaction.run('CREATE (:DriverTest {name: "Cy"})');
  await transaction.rollback();
  assert.equal(await count(session), 2);
});

await step('two transactions at once', async (session) => {
  const other = driver.session();
  const [first, second] = [await session.beginTransaction(), await other.beginTransaction()];
  for (const transaction of [first, second]) assert.equal((await transaction.run('MATCH (n:DriverTest) RETURN count(n) AS count')).records[0].get('count').toNumber(), 2);
  await first.run('CREATE (:DriverTest:Passing)');
  await first.commit();
  await second.run('MATCH (n:Passing) DELETE n');
  await second.commit();
  await other.close();
  assert.equal(await count(session), 2);
});

await step('several open results', async (session) => {
  const transaction = await session.beginTransaction();
  const results = [1, 2, 3].map((start) => transaction.run('UNWIND range($start, 250) AS n RETURN n', { start: int(start) })[Symbol.asyncIterator]());
  for (let i = 0; i < 200; i++) {
    for (const [index, result] of results.entries()) assert.equal((await result.next()).value.get('n').toNumber(), index + 1 + i);
  }
  await transaction.commit();
});

await step('error, then recovery', async (session) => {
  await assert.rejects(session.run('RETRUN 1'), (error) => error.code === 'Neo.ClientError.Statement.SyntaxError');
  await assert.rejects(session.run('RETURN 1 / 0'), (error) => error.code === 'Neo.ClientError.Statement.ArithmeticError');
  await assert.rejects(session.run('RETURN $missing'), (error) => error.code === 'Neo.ClientError.Statement.ParameterMissing');
  const transaction = await session.beginTransaction();
  await assert.rejects(transaction.run('RETRUN 1'));
  await assert.rejects(transaction.commit());
  assert.equal((await session.run('RETURN 1 AS one')).records[0].get('one').toNumber(), 1);
});

await step('managed transactions', async (session) => {
  const read = await session.executeRead((tx) => tx.run('MATCH (n:DriverTest) RETURN count(n) AS count'));
  assert.equal(read.records[0].get('count').toNumber(), 2);
  await session.executeWrite((tx) => tx.run('CREATE (:DriverTest {name: "Dan"})'));
  assert.equal(await count(session), 3);
});

await step('large result in pages', async (session) => {
  const result = session.run('UNWIND range(1, 20000) AS n RETURN n, toString(n) + $padding AS text', { padding: 'x'.repeat(50) });
  let expected = 0;
  for await (const record of result) assert.equal(record.get('n').toNumber(), ++expected);
  assert.equal(expected, 20000);
});

await step('rows left behind', async (session) => {
  for await (const record of session.run('UNWIND range(1, 100000) AS n RETURN n')) if (record.get('n').toNumber() === 150) break;
  assert.equal((await session.run('RETURN 1 AS one')).records[0].get('one').toNumber(), 1);
});

await step('all value types', async (session) => {
  const values = {
    nothing: null, yes: true, no: false, small: int(-17), large: int('9223372036854775807'), least: int('-9223372036854775808'), float: 1.5,
    infinite: Infinity, text: 'Größe 🌍', long: 'ä'.repeat(70000), empty: '', list: [int(1), [int(2), []], 'x'], map: { a: { b: [int(1)] } },
    bytes: new Int8Array([0, 1, -1]), date: new neo4j.types.Date(2024, 2, 29), time: new neo4j.types.Time(12, 34, 56, 789, 3600),
    localTime: new neo4j.types.LocalTime(23, 59, 59, 999999999), localDateTime: new neo4j.types.LocalDateTime(1969, 12, 31, 23, 59, 59, 1),
    offset: new neo4j.types.DateTime(2024, 7, 1, 12, 0, 0, 5, -3600), zone: new neo4j.types.DateTime(2024, 7, 1, 12, 0, 0, 5, 7200, 'Europe/Berlin'),
    duration: new neo4j.types.Duration(14, -3, 100, 7), point: new neo4j.types.Point(int(7203), 1.5, -2.5), point3d: new neo4j.types.Point(int(4979), 1.5, 2.5, 3.5),
  };
  const record = (await session.run('RETURN $values AS values', { values })).records[0].get('values');
  assert.deepEqual(Object.keys(record).sort(), Object.keys(values).sort());
  for (const [name, value] of Object.entries(values)) assert.deepEqual(String(record[name]), String(value), name);
  const each = await session.run('UNWIND keys($values) AS key RETURN key, $values[key] AS value', { values });
  for (const row of each.records) assert.deepEqual(String(row.get('value')), String(values[row.get('key')]), row.get('key'));
});

await step('graph types', async (session) => {
  const row = (await session.run('CREATE p = (a:DriverTest {x: 1})-[r:KNOWS {since: date("2020-01-01")}]->(b:DriverTest) RETURN a, r, b, p, [r] AS list')).records[0];
  const [a, r, b, p] = ['a', 'r', 'b', 'p'].map((key) => row.get(key));
  assert.ok(neo4j.isRelationship(r) && neo4j.isPath(p));
  assert.deepEqual([r.startNodeElementId, r.endNodeElementId, r.type], [a.elementId, b.elementId, 'KNOWS']);
  assert.deepEqual([p.length, p.start.elementId, p.end.elementId, p.segments[0].relationship.elementId], [1, a.elementId, b.elementId, r.elementId]);
  assert.equal(row.get('list')[0].elementId, r.elementId);
  const found = await session.run('MATCH (n) WHERE elementId(n) = $id AND id(n) = $number RETURN n', { id: a.elementId, number: a.identity });
  assert.equal(found.records.length, 1);
});

await step('plan and profile', async (session) => {
  const explained = await session.run('EXPLAIN MATCH (n:DriverTest) RETURN n');
  assert.equal(explained.records.length, 0);
  assert.ok(explained.summary.plan.operatorType.length > 0);
  const profiled = await session.run('PROFILE MATCH (n:DriverTest) RETURN n');
  assert.ok(profiled.summary.profile.rows >= 1);
});

await step('cancel', async (session) => {
  const running = session.run('UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a + b < 0 RETURN count(*) AS count');
  const outcome = running.then(() => 'ended', (error) => error.code);
  await new Promise((resolve) => setTimeout(resolve, 300));
  await session.close();
  assert.notEqual(await outcome, 'ended');
  const next = driver.session();
  assert.equal((await next.run('RETURN 1 AS one')).records[0].get('one').toNumber(), 1);
  await next.close();
});

await step('time-out', async (session) => {
  const slow = 'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a + b < 0 RETURN count(*) AS count';
  await assert.rejects(session.run(slow, {}, { timeout: 300 }), (error) => error.code === 'Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration');
});

await step('unknown database', async () => {
  const session = driver.session({ database: 'elsewhere' });
  await assert.rejects(session.run('RETURN 1'), (error) => error.code === 'Neo.ClientError.Database.DatabaseNotFound');
  await session.close();
});

await step('wrong password', async () => {
  if (!password) return;
  const stranger = neo4j.driver(address, neo4j.auth.basic(user, 'guess'));
  await assert.rejects(stranger.getServerInfo(), (error) => error.code === 'Neo.ClientError.Security.Unauthorized');
  await stranger.close();
});

await step('clean up', async (session) => {
  await session.run('MATCH (n:DriverTest) DETACH DELETE n');
  assert.equal(await count(session), 0);
});

await driver.close();
process.exit(failed ? 1 : 0);
