#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { listen, type Listening, type ListenOptions } from './node.ts';
import { seedApi } from './applications.ts';

const usage = `Usage: auth0-passwordless-emulator [options]

A local Auth0 for passwordless login. Nothing leaves this machine, nothing is kept.

  --port <number>    Port to listen on. Default 4400, or the next free one.
  --host <name>      Host name or address to listen on. Default localhost.
  --origin <origin>  An app's origin, such as http://localhost:3000, that may call. Repeatable.
  --help             Shows this text.
`;

const defaultPort = 4400;
const lastPort = defaultPort + 99;

function readArguments() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      host: { type: 'string', default: 'localhost' },
      origin: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', default: false },
    },
  });
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65_535)) {
    throw new Error(`--port must be a number from 0 to 65535, not ${values.port}.`);
  }
  for (const origin of values.origin) {
    if (!URL.canParse(origin) || new URL(origin).origin !== origin) {
      throw new Error(
        `--origin must be like http://localhost:3000, without a path, not ${origin}.`,
      );
    }
  }
  return { ...values, port };
}

const isTaken = (failure: unknown) =>
  failure instanceof Error && 'code' in failure && failure.code === 'EADDRINUSE';

/** Listens on the port that was asked for, or else on the first free one from `candidate` on. */
async function listenSomewhere(
  options: ListenOptions,
  port: number | undefined,
  candidate = defaultPort,
): Promise<Listening> {
  try {
    return await listen({ ...options, port: port ?? candidate });
  } catch (failure) {
    if (!isTaken(failure) || candidate === lastPort) throw failure;
    if (port === undefined) return listenSomewhere(options, port, candidate + 1);
    throw new Error(`Port ${port} is taken. Leave out --port to get a free one.`, {
      cause: failure,
    });
  }
}

function describe({ issuer, port }: Listening, wasTold: boolean): string {
  const moved =
    wasTold || port === defaultPort
      ? ''
      : ` (port ${defaultPort} is taken, this is the next free one)`;
  return `Auth0 emulator: ${issuer}${moved}

  Applications  native  public, may use the passwordless grant
                web     confidential, secret web-secret-for-local-development-only
                spa     may not use the grant, as in Auth0
  API           ${seedApi.audience}
  Mailbox       GET  ${issuer}_emulator/messages?to=ada@example.com
  Requests      GET  ${issuer}_emulator/requests
  Clock         POST ${issuer}_emulator/clock      {"advanceSeconds": 180}
  Faults        POST ${issuer}_emulator/fail-next  {"path": "/oauth/token", "status": 503}
  Tenant        PUT  ${issuer}_emulator/tenant     {"codeLength": 8}
  User          PUT  ${issuer}_emulator/users/ada@example.com  {"mfa": true}
  Application   PUT  ${issuer}_emulator/applications/spa  {"crossOriginLogin": true}
  Signing key   POST ${issuer}_emulator/keys/rotate
  Reset         POST ${issuer}_emulator/reset

Ctrl-C ends it.
`;
}

async function main() {
  const { port, host, origin, help } = readArguments();
  if (help) {
    process.stdout.write(usage);
    return;
  }
  const listening = await listenSomewhere({ hostname: host, origins: origin }, port);
  process.stdout.write(describe(listening, port !== undefined));

  const end = () => void listening.close().finally(() => process.exit(0));
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}

main().catch((failure: unknown) => {
  process.stderr.write(`${failure instanceof Error ? failure.message : String(failure)}\n`);
  process.exitCode = 1;
});
