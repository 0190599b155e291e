import fc from 'fast-check';
import { decodeProtectedHeader } from 'jose';
import { describe, expect, it } from 'vitest';
import { createNodeSeal } from './nodeSeal.ts';
import { createSeal } from './seal.ts';

const old = 'an old secret of more than thirty-two bytes';
const current = 'the current secret, also longer than that';

describe.each([
  ['Node', createNodeSeal, 'WebCrypto', createSeal],
  ['WebCrypto', createSeal, 'Node', createNodeSeal],
])('what %s has sealed', (_, sealing, other, opening) => {
  it(`is opened by ${other}, whatever it is`, () =>
    fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        const sealed = await sealing([current]).close('session', value);
        // Numbers such as -0 become what JSON makes of them.
        const same: unknown = JSON.parse(JSON.stringify(value));
        expect(await opening([current]).open('session', sealed)).toEqual(same);
      }),
    ));

  it(`is opened by ${other} while its secret is one of the older ones`, async () => {
    const sealed = await sealing([old]).close('mfa', 'text');
    expect(await opening([current, old]).open('mfa', sealed)).toBe('text');
    expect(await opening([current]).open('mfa', sealed)).toBeUndefined();
  });

  it('opens for its own purpose only', async () => {
    const sealed = await sealing([current]).close('challenge', 'text');
    expect(await opening([current]).open('challenge', sealed)).toBe('text');
    expect(await opening([current]).open('session', sealed)).toBeUndefined();
  });

  it('opens no more once a single character is another one', async () => {
    const sealed = await sealing([current]).close('session', { user: 'ana' });
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'Q' : 'A') + sealed.slice(at + 1);
      expect([at, await opening([current]).open('session', changed)]).toEqual([at, undefined]);
    }
  });

  it('is another text each time, and says no more than how it is sealed', async () => {
    const seal = sealing([current]);
    const sealed = [await seal.close('session', 'text'), await seal.close('session', 'text')];
    expect(sealed[0]).not.toBe(sealed[1]);
    const [, key, iv] = sealed.flatMap((text) => text.split('.'));
    expect([key, iv?.length]).toEqual(['', 16]);
    expect(decodeProtectedHeader(sealed[0] ?? '')).toEqual({ alg: 'dir', enc: 'A256GCM' });
  });
});
