import { readFileSync } from 'node:fs';

/** A self-signed certificate for localhost and its key: for tests, secret to nobody. */
export const localhostCertificate = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgs0zABbItsffuoM8U
OSXpKSa1wrfxCLH3bXGDdJC6KVahRANCAAQ5qWQDc5ZkYXJmtUgWh0juYRHnVs0m
Jt49z8KQtBWZPFpSzVqXmRzjRmsvqkRtLBrAbpnfgEoh/HPRzEmFlx5a
-----END PRIVATE KEY-----
`,
  cert: readFileSync(new URL('./localhost.pem', import.meta.url), 'utf8'),
};
