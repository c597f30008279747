import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { draftedWave, openedWave as openedWaveOver, september } from '../builders/wave.ts';
import { type Agent, type StartedPegel, startPegel } from '../harness/start-pegel.ts';
import { allAt, openedWave, smallCity } from '../responses/asked-offices.ts';

let started: StartedPegel;
let officer: Agent;

beforeEach(async () => {
  started = await startPegel({ at: september });
  officer = await started.officer();
});
afterEach(() => started.stop());

const overview = async () => (await officer.get('/api/overview').expect(200)).body;
const kinds = async () => (await overview()).next.map(({ kind }: { kind: string }) => kind);

describe('the overview', () => {
  it('shows the four steps before there is anything', async () => {
    expect(await overview()).toMatchObject({
      city: 'Musterstadt',
      steps: {
        offices: 0,
        contacts: 0,
        mailTransport: 'folder',
        waves: 0,
        questionnaire: { items: 42, dimensions: 9 },
      },
      wave: null,
      finding: null,
      cityScore: null,
      next: [],
    });
  });

  it('counts offices and people and leads from the draft to the results', async () => {
    await draftedWave(officer);
    expect((await overview()).steps).toMatchObject({ offices: 3, contacts: 4, waves: 1 });
    expect(await kinds()).toEqual(['openDraft']);
  });

  it('says that nobody has submitted instead of making up a value', async () => {
    await openedWaveOver(officer);
    const { finding, cityScore, strengths, gaps, next } = await overview();
    expect(finding.heading.de).toBe('Noch hat kein Amt abgesendet');
    expect([cityScore.index, strengths, gaps]).toEqual([null, [], []]);
    expect(next).toMatchObject([
      { kind: 'waiting', detail: { de: '0 von 3 Ämtern haben abgesendet, Frist 16. Oktober 2026' } },
    ]);
  });

  it('shows where the city stands and what comes next as the wave goes on', async () => {
    const wave = await openedWave(started, await smallCity(started));
    await wave.lead.submit({ seen: {}, answers: { ...allAt(2), d5_1: 0, d6_1: 4 } }).expect(200);
    const { finding, strengths, gaps } = await overview();
    expect(finding.heading).toEqual({
      de: 'Musterstadt steht bei 50,0 von 100: teilweise digital',
      en: 'Musterstadt stands at 50.0 of 100: partly digital',
    });
    expect(strengths[0]).toMatchObject({ dimension: { id: 'd6' }, score: 60 });
    expect(gaps[0]).toMatchObject({ dimension: { id: 'd5' }, score: 40 });
    expect(await kinds()).toEqual(['waiting', 'seeResults']);
    started.clock.set('2026-10-15T08:00:00Z');
    expect((await overview()).next[0]).toMatchObject({
      kind: 'closeSoon',
      label: { de: 'Noch 1 Tag' },
      detail: { de: 'Noch nicht abgesendet: 40 Amt 40 und 80 Amt 80' },
    });
    started.clock.set('2026-10-17T08:00:00Z');
    await started.pegel.tick();
    const after = await overview();
    expect(after.wave.state).toBe('closed');
    expect(after.next).toMatchObject([
      { kind: 'missingOffices', label: { de: '2 Ämter fehlen' } },
      { kind: 'seeResults', href: `/ergebnisse/${wave.waveId}` },
      { kind: 'newWave', href: '/erhebungen/neu' },
    ]);
  });
});
