import { describe, expect, it } from 'vitest';
import { parseCode } from './code.ts';
import { makeMessages } from './testing/messages.ts';

describe('10,000 generated messages of 17 languages', () => {
  const messages = makeMessages(10_000, 20_261_123);
  const parsed = messages.map((message) => ({
    ...message,
    answer: parseCode(message.text, { length: message.length }),
  }));
  const clear = parsed.filter(({ isClear }) => isClear);

  it('are of every kind', () => {
    const shapes = new Map(messages.map(({ shape, length }) => [`${shape} ${length}`, true]));
    expect(shapes.size).toBeGreaterThan(25);
    expect(new Set(messages.map(({ text }) => text)).size).toBeGreaterThan(9000);
    expect(clear.length).toBeGreaterThan(5000);
  });

  it('give no code but the true one: no try is lost', () => {
    expect(
      parsed.filter(({ answer, code }) => answer.kind === 'code' && answer.code !== code),
    ).toEqual([]);
  });

  it('give at least 96 of 100 codes that stand there clearly', () => {
    const found = clear.filter(({ answer }) => answer.kind === 'code');
    const share = found.length / clear.length;
    console.log(`parseCode finds ${(share * 100).toFixed(2)} % of ${clear.length} clear codes.`);
    expect(share).toBeGreaterThan(0.96);
  });
});
