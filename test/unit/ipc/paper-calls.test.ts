import { describe, expect, it } from 'vitest';
import { ok } from '../../../connectors/_kit/result';
import { createPaperCalls, type PaperCallsParts } from '../../../main/ipc/paper-calls';
import { createShownPapers } from '../../../main/ipc/shown-papers';

/** A work order that says something else each time it is asked for. */
function papers(parts: Partial<PaperCallsParts> = {}) {
  let times = 0;
  const calls = createPaperCalls({
    company: {
      papers: () => {
        times += 1;
        return Promise.resolve(ok({ fileName: 'Werkbon 7.pdf', bytes: new Uint8Array([times]), asSent: false }));
      },
    },
    shown: createShownPapers(),
    askPdfFile: (name) => Promise.resolve(`/home/${name}`),
    writeBytes: () => Promise.resolve(ok(1)),
    openPaper: () => Promise.resolve(ok(null)),
    printPages: () => Promise.resolve(ok({ printed: true })),
    ...parts,
  });
  const make = async () => {
    const made = await calls['papers:make']({ of: 'queue', id: 1, fileName: 'Werkbon 7.pdf' });
    if (!made.ok) throw new Error('Not made');
    return made.value;
  };
  return { calls, make };
}

describe('a paper that was shown', () => {
  it('is the one that is kept and opened, whatever was made since', async () => {
    const did: unknown[] = [];
    const { calls, make } = papers({
      writeBytes: (path, bytes) => Promise.resolve(ok(did.push(path, [...bytes]))),
      openPaper: ({ fileName, bytes }) => {
        did.push(fileName, [...bytes]);
        return Promise.resolve(ok(null));
      },
    });
    const first = await make();
    const second = await make();
    expect(second.id).not.toBe(first.id);
    expect(await calls['papers:save'](first.id)).toEqual(ok({ file: '/home/Werkbon 7.pdf' }));
    expect(await calls['papers:open'](second.id)).toEqual(ok(null));
    expect(did).toEqual(['/home/Werkbon 7.pdf', [1], 'Werkbon 7.pdf', [2]]);
  });

  it('is not written when the office cancels', async () => {
    const written: string[] = [];
    const { calls, make } = papers({
      askPdfFile: () => Promise.resolve(null),
      writeBytes: (path) => Promise.resolve(ok(written.push(path))),
    });
    expect(await calls['papers:save']((await make()).id)).toBeNull();
    expect(written).toEqual([]);
  });

  it('that the disk refuses is said', async () => {
    const refusal = { ok: false, problem: { kind: 'storage', code: 'file-not-written', params: {} } } as const;
    const { calls, make } = papers({ writeBytes: () => Promise.resolve(refusal) });
    expect(await calls['papers:save']((await make()).id)).toEqual(refusal);
  });

  it('that was followed by many others is gone, and that is said', async () => {
    const { calls, make } = papers();
    const first = await make();
    for (let other = 0; other < 4; other += 1) await make();
    expect(await calls['papers:save'](first.id)).toMatchObject({ problem: { code: 'paper-gone' } });
    expect(await calls['papers:open'](first.id)).toMatchObject({ problem: { code: 'paper-gone' } });
  });
});
