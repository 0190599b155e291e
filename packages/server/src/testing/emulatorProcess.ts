// An Auth0 of its own, behind a port. Started by `fork`; with the argument `mail`, messages travel by SMTP.
import { listen } from '@auth0-passwordless/emulator/node';

async function main() {
  const isMailed = process.argv.includes('mail');
  const { port } = await listen({
    port: 0,
    ...(!isMailed && { deliver: (message) => Promise.resolve(message) }),
  });
  process.send?.({ port });
  process.once('disconnect', () => process.exit());
}

void main();
