#!/usr/bin/env node
/**
 * Prisma's schema engine without a download: the CLI wants to fetch a native binary, which an office without an open
 * network (and every rebuild years from now) cannot do. This executable speaks the same JSON-RPC over standard input
 * and output and answers from the WebAssembly engine of the npm package, through the PostgreSQL driver adapter.
 * `lib/cli/prisma.mjs` names it in PRISMA_SCHEMA_ENGINE_BINARY.
 */
import { readFileSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import readline from 'node:readline';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const pg = require('pg');
const { parse: parseUrl } = require('pg-connection-string');
const { PrismaPg } = require('@prisma/adapter-pg');
const { bindMigrationAwareSqlAdapterFactory } = require('@prisma/driver-adapter-utils');

const options = commandLine(process.argv.slice(2));
const reply = (message) => writeSync(1, `${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
const log = (level, message, fields = {}) =>
  writeSync(2, `${JSON.stringify({ timestamp: new Date().toISOString(), level, target: 'schema_engine::logger', fields: { message, ...fields } })}\n`);

function commandLine(argv) {
  const parsed = { schemas: [], url: undefined, words: [] };
  const valued = {
    '--datamodels': (value) => parsed.schemas.push(value),
    '--datasource': (value) => (parsed.url = JSON.parse(value).url),
    '--enabled-preview-features': () => {},
    '--extension-types': () => {},
  };
  for (let at = 0; at < argv.length; at++) {
    if (Object.hasOwn(valued, argv[at])) valued[argv[at]](argv[++at]);
    else parsed.words.push(argv[at]);
  }
  return parsed;
}

/** Discrete fields: with a connection string the driver would ignore the shadow database's name. */
function connection() {
  const { schema: _schema, ...fields } = parseUrl(options.url);
  return { ...fields, port: Number(fields.port ?? 5432) };
}

const PRISMA_CODES = { '3D000': 'P1003', '28P01': 'P1000', '42P04': 'P1009' };

/** `cli can-connect-to-database`, `create-database`, `drop-database`: exit code 0 or 1 and a logged code. */
async function databaseTask(task) {
  const wanted = connection();
  const checking = task === 'can-connect-to-database';
  const client = new pg.Client(checking ? wanted : { ...wanted, database: 'postgres' });
  try {
    await client.connect();
    if (!checking) await client.query(`${task === 'drop-database' ? 'DROP' : 'CREATE'} DATABASE ${client.escapeIdentifier(wanted.database)}`);
    await client.end();
    return 0;
  } catch (error) {
    log('ERROR', error.message, { error_code: PRISMA_CODES[error.code] ?? 'P1001' });
    return 1;
  }
}

async function loadEngine() {
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => log('ERROR', `the engine panicked: ${message}`) };
  // The package is built for bundlers, which import .wasm files; Node is handed the same parts one by one.
  const glue = join(dirname(require.resolve('@prisma/schema-engine-wasm')), 'schema_engine_bg.js');
  const bindings = await import(pathToFileURL(glue).href);
  const { instance } = await WebAssembly.instantiate(readFileSync(glue.replace(/js$/, 'wasm')), { './schema_engine_bg.js': bindings });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  const datamodels = options.schemas.length > 0 ? options.schemas.map((path) => [path, readFileSync(path, 'utf8')]) : undefined;
  const debug = (line) => process.env.DEBUG && writeSync(2, `${line}\n`);
  return bindings.SchemaEngine.new({ datamodels }, debug, bindMigrationAwareSqlAdapterFactory(adapterFactory()));
}

function adapterFactory() {
  if (options.url === undefined) {
    const refuse = () => Promise.reject(new Error('this command needs a database: set OWNER_DATABASE_URL'));
    return { provider: 'postgres', adapterName: '@prisma/adapter-pg', connect: refuse, connectToShadowDb: refuse };
  }
  readCatalogCharacters();
  return new MigrationAdapter(connection(), { schema: new URL(options.url).searchParams.get('schema') ?? undefined });
}

class MigrationAdapter extends PrismaPg {
  async connect() {
    return forMigrations(await super.connect());
  }

  async connectToShadowDb() {
    const database = `prisma_migrate_shadow_db_${crypto.randomUUID()}`;
    const admin = new pg.Client(connection());
    await admin.connect();
    await admin.query(`CREATE DATABASE "${database}"`);
    const adapter = forMigrations(await new PrismaPg({ ...connection(), database }).connect());
    const dispose = adapter.dispose.bind(adapter);
    adapter.dispose = async () => {
      await dispose();
      await admin.query(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`);
      await admin.end();
    };
    return adapter;
  }
}

/**
 * The engine reads columns of the catalog's own type "char" (oid 18), which the adapter refuses. They pass as text of
 * one character and are marked, so that `forMigrations` can report them to the engine as characters.
 */
function readCatalogCharacters() {
  const Result = require('pg/lib/result.js');
  const { addFields } = Result.prototype;
  Result.prototype.addFields = function (fields) {
    for (const field of fields) {
      if (field.dataTypeID !== 18) continue;
      field.isCatalogCharacter = true;
      field.dataTypeID = 1042;
    }
    return addFields.call(this, fields);
  };
}

const CHARACTER = 6; // ColumnTypeEnum.Character

function forMigrations(adapter) {
  const queryRaw = adapter.queryRaw.bind(adapter);
  const performIO = adapter.performIO.bind(adapter);
  let characters = [];
  adapter.performIO = async (query) => {
    const result = await performIO(query);
    characters = result.fields?.map((field) => field.isCatalogCharacter) ?? [];
    return result;
  };
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    return { ...result, columnTypes: result.columnTypes.map((type, at) => (characters[at] ? CHARACTER : type)) };
  };
  // The adapter's own executeScript cuts at every semicolon, also inside $$ … $$, and spreads the pieces over a pool:
  // functions and triggers break and `SET lock_timeout` is lost. A migration goes whole, over one connection.
  adapter.executeScript = async (script) => {
    try {
      await adapter.client.query(script);
    } catch (error) {
      adapter.onError(error);
    }
  };
  return adapter;
}

/** Requests are answered one after another, as the native engine does. */
async function serve() {
  let engine;
  for await (const line of readline.createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    const request = line.trim() === '' ? {} : JSON.parse(line);
    if (request.method === undefined) continue; // the CLI's answer to our `print`
    try {
      engine ??= await loadEngine();
      reply({ id: request.id, result: await answer(engine, request) });
    } catch (error) {
      reply({ id: request.id, error: engineError(error) });
    }
  }
  process.exit(); // open pools would hold the process
}

async function answer(engine, { method, params }) {
  if (method === 'createDatabase' || method === 'ensureConnectionValidity') return connectOnce();
  const result = await engine[method === 'getDatabaseVersion' ? 'version' : method](params);
  // The native engine prints a diff by asking the CLI to; the WebAssembly one returns the text.
  if (method === 'diff' && typeof result?.stdout === 'string') reply({ id: 1_000_000, method: 'print', params: { content: result.stdout } });
  return result ?? {};
}

async function connectOnce() {
  const client = new pg.Client(connection());
  try {
    await client.connect();
    await client.end();
    return { databaseName: connection().database };
  } catch (error) {
    throw Object.assign(new Error(error.message), { code: 'P1001' });
  }
}

function engineError(error) {
  const message = String(error?.message ?? error);
  const code = error?.code ?? /^P\d{4}/.exec(message)?.[0];
  const data = { is_panic: false, message, meta: error?.meta ?? null, error_code: code };
  return { code: 4466, message: 'An error happened. Check the data field for details.', data };
}

if (options.words.includes('--version')) writeSync(1, 'schema-engine-cli wasm\n');
else if (options.words[0] === 'cli') process.exitCode = await databaseTask(options.words[1]);
else await serve();
